import { primeFactors } from '../../lib/integers.ts';
import { type Problem, problem } from '../../lib/problem.ts';
import { numberOf } from '../config.ts';
import { schemeFields } from '../fields.ts';
import { orderByName } from '../hashes/nodeSalts.ts';
import { type RemainderReader, readRemainders } from '../hashes/remainders.ts';
import { fillMaglev, preferenceOf } from '../maglevTable.ts';
import type { Member, MemberChange } from '../nodes.ts';
import type { Arcs, Circle, Router, Scheme, SchemeConfig } from '../scheme.ts';

/**
 * Maglev hashing: a table with a prime number of slots, of which equal nodes fill nearly equal parts, each at the places
 * that its name prefers. A lookup reads one slot. A change rewrites the table, and a few slots of nodes that stay change
 * hands too. Nodes take their turns by name, so that every machine builds the same table from any order of the list.
 */
export const maglev: Scheme = {
  id: 'maglev',
  source: {
    title: 'Eisenbud et al.: Maglev, A Fast and Reliable Software Network Load Balancer (2016), section 3.4',
    url: 'https://www.usenix.org/conference/nsdi16/technical-sessions/presentation/eisenbud',
  },
  // The paper's table sizes are the default and the limit.
  fields: schemeFields.maglev,
  movement: 'slots',
  sequential: false,
  needs: () => 'row',
  traits: () => ({ shrink: 'any', weights: true, inPlace: false, lookup: 'O(1)' }),
  check,
  prepare(config, change) {
    const size = numberOf(config, 'tableSize');
    const before = buildTable(change.before, size);
    const after = buildTable(change.after, size);
    const fraction = changedSlots(change, before, after) / size;
    return { before: routeByTable(before), after: routeByTable(after), theory: { kind: 'exact', fraction } };
  },
};

function check(config: SchemeConfig, { before, after }: MemberChange): Problem | null {
  const size = numberOf(config, 'tableSize');
  if (!isPrime(size)) {
    let below = size - 1;
    let above = size + 1;
    while (!isPrime(below)) below -= 1;
    while (!isPrime(above)) above += 1;
    return problem('maglevPrime', { parameter: 'tableSize', value: size, below, above });
  }
  const most = Math.max(before.length, after.length);
  return most <= size ? null : problem('maglevNodes', { value: most, max: size });
}

/** For numbers from 2. */
function isPrime(n: number): boolean {
  return primeFactors(n)[0] === n;
}

/** For each slot the index of its member. */
function buildTable(members: readonly Member[], size: number): Uint16Array {
  const order = orderByName(members);
  const preferences = order.map((index) => preferenceOf(members[index]!.name, size));
  const weights = order.map((index) => members[index]!.weight);
  return fillMaglev(preferences, weights, size).map((turn) => order[turn]!);
}

function routeByTable(table: Uint16Array): Router {
  const readSlots = readRemainders(table.length);
  return {
    route(keys, count, out) {
      const slots = readSlots(keys, count);
      for (let i = 0; i < count; i++) out[i] = table[slots[i]!]!;
    },
    memoryBytes: table.byteLength,
    // The remainder and the slot.
    lookupSteps: 2,
    circle: drawSlots(table, readSlots),
  };
}

/** Slots in order around the circle, neighbours of one node as one arc; a key lies in the middle of its slot. */
function drawSlots(table: Uint16Array, readSlots: RemainderReader): Circle {
  return {
    arcs: joinSlots(table),
    place(keys, count, out) {
      const slots = readSlots(keys, count);
      for (let i = 0; i < count; i++) out[i] = (slots[i]! + 0.5) / table.length;
    },
  };
}

function joinSlots(table: Uint16Array): Arcs {
  const starts = new Float64Array(table.length);
  const owners = new Uint16Array(table.length);
  let count = 0;
  for (let slot = 0; slot < table.length; slot++) {
    if (slot > 0 && table[slot] === table[slot - 1]) continue;
    starts[count] = slot / table.length;
    owners[count] = table[slot]!;
    count += 1;
  }
  return { starts: starts.slice(0, count), owners: owners.slice(0, count) };
}

/** Slots whose node after the change is another than before. */
function changedSlots({ before, after }: MemberChange, old: Uint16Array, now: Uint16Array): number {
  const places = new Map(after.map(({ name }, index) => [name, index]));
  const stays = Int32Array.from(before, ({ name }) => places.get(name) ?? -1);
  let changed = 0;
  for (let slot = 0; slot < old.length; slot++) if (stays[old[slot]!] !== now[slot]) changed += 1;
  return changed;
}
