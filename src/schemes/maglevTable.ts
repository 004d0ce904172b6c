import { sipHash24 } from './hashes/siphash.ts';

/** A node's order of preference for the slots of a table: offset, offset + skip, offset + 2 skip ..., modulo its size. */
export interface Preference {
  readonly offset: number;
  readonly skip: number;
}

const encoder = new TextEncoder();
const out = new Uint32Array(2);

/**
 * Preference of a node by its name, as in the Go implementation github.com/dgryski/go-maglev: one SipHash-2-4 with the
 * key (0xdeadbeefcafebabe, 0), whose upper word gives the offset and whose lower word the skip.
 * @param size of the table, a prime
 */
export function preferenceOf(name: string, size: number): Preference {
  const bytes = encoder.encode(name);
  sipHash24(bytes, 0, bytes.length, 0xdeadbeef, 0xcafebabe, 0, 0, out);
  return { offset: out[0]! % size, skip: (out[1]! % (size - 1)) + 1 };
}

const FREE = 0xffff;

/**
 * The lookup table of Maglev (section 3.4 of the paper): nodes take turns, each its first preference that is still free.
 * Slots of equal nodes differ by one at most. A node of weight w has its turn k (0, 1, ...) in the first round r (0, 1,
 * ...) with r w >= k W, for the greatest weight W: the heaviest in every round, and each node in the first. In a round the
 * turns go by index.
 *
 * The expected number of preferences looked at is size * ln(size) at most, however many nodes there are.
 *
 * @param weights positive, one for each preference; fewer than 65535
 * @param size a prime, so that each skip visits all slots; at least the number of nodes
 * @returns for each slot the index of its node
 */
export function fillMaglev(preferences: readonly Preference[], weights: readonly number[], size: number): Uint16Array {
  const table = new Uint16Array(size).fill(FREE);
  const next = Uint32Array.from(preferences, ({ offset }) => offset);
  const skips = Uint32Array.from(preferences, ({ skip }) => skip);
  const heaviest = weights.reduce((max, weight) => Math.max(max, weight), 0);
  const rounds = Float64Array.from(weights, (weight) => heaviest / weight);
  const turns = new Uint32Array(preferences.length);
  // The next turn of each node as round * NODES + node, in a heap: the least is the first. All are in round 0 at first.
  const queue = Float64Array.from(preferences.keys());
  for (let free = size; free > 0; free--) {
    // By quotient: the remainder of doubles is slow.
    const node = queue[0]! - Math.floor(queue[0]! / NODES) * NODES;
    next[node] = takeFirstFree(table, node, next[node]!, skips[node]!);
    turns[node]! += 1;
    replaceFirst(queue, Math.ceil(turns[node]! * rounds[node]!) * NODES + node);
  }
  return table;
}

/** More than any index of a node. */
const NODES = 65_536;

/** Puts another value in the place of the least one of a binary heap. */
function replaceFirst(heap: Float64Array, value: number): void {
  let at = 0;
  for (;;) {
    let child = 2 * at + 1;
    if (child + 1 < heap.length && heap[child + 1]! < heap[child]!) child += 1;
    if (child >= heap.length || heap[child]! >= value) break;
    heap[at] = heap[child]!;
    at = child;
  }
  heap[at] = value;
}

/** Gives the node the first free slot of its preferences from `slot` on; the preference after it. */
function takeFirstFree(table: Uint16Array, node: number, slot: number, skip: number): number {
  const size = table.length;
  let place = slot;
  while (table[place] !== FREE) {
    place += skip;
    if (place >= size) place -= size;
  }
  table[place] = node;
  place += skip;
  return place >= size ? place - size : place;
}
