import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rowHash } from '../../../src/hash/textEntry.ts';
import { lcm } from '../../../src/lib/integers.ts';
import { keepPlaces } from '../../../src/schemes/keepPlaces.ts';
import { layoutMovement } from '../../../src/schemes/layoutMovement.ts';
import { postgres } from '../../../src/schemes/members/postgres.ts';
import { equalMembers } from '../../../src/schemes/nodes.ts';
import { postgresRouters } from '../../../src/schemes/postgresRouters.ts';
import { NO_MEMBER } from '../../../src/schemes/scheme.ts';
import { greatestModulus } from '../../../src/topology/boundOrder.ts';
import type { Layout } from '../../../src/topology/layout.ts';
import { gappyLayouts, layoutOf, slowRoute, uniform } from '../../fixtures/layouts.ts';
import { deviationOf } from '../../fixtures/movement.ts';
import { schemeKeys } from '../../fixtures/schemeKeys.ts';

function change(before: number, after: number) {
  return { before: equalMembers(before), after: equalMembers(after) };
}

function movedFraction(modulus: number, target: number, before: number, after: number): number {
  return postgres.prepare({ modulus, target }, change(before, after), 0).theory.fraction;
}

function spread(layout: Layout, nodes: number): number[] {
  return layout.map((_, position) => position % nodes);
}

test('a partition stays on its node when it is split on as many nodes', () => {
  expect(movedFraction(4, 8, 4, 4)).toBe(0);
  expect(movedFraction(8, 4, 4, 4)).toBe(0);
  expect(movedFraction(6, 6, 3, 3)).toBe(0);
});

test('the doubling of nodes with the modulus moves one half, which is the least', () => {
  expect(movedFraction(4, 8, 4, 8)).toBe(1 / 2);
  expect(movedFraction(16, 32, 4, 8)).toBe(1 / 2);
});

test('a fifth node takes its share of 32 partitions from the fullest: 6 of 32', () => {
  expect(movedFraction(32, 32, 4, 5)).toBe(6 / 32);
  expect(movedFraction(16, 32, 4, 5)).toBe(6 / 32);
});

test('moduli without a chain are routed anew, and little stays', () => {
  expect(movedFraction(4, 5, 4, 5)).toBeCloseTo(1 - 4 / 20, 12);
  expect(postgres.traits({ modulus: 4, target: 6 }).inPlace).toBe(false);
  expect(postgres.traits({ modulus: 4, target: 8 }).inPlace).toBe(true);
});

test('fewer partitions than nodes are refused, with both numbers', () => {
  expect(postgres.check({ modulus: 4, target: 8 }, change(5, 5))).toEqual({
    id: 'schemeFewPartitions',
    params: { value: 4, min: 5 },
  });
  expect(postgres.check({ modulus: 8, target: 4 }, change(5, 5))?.params).toEqual({ value: 4, min: 5 });
  expect(postgres.check({ modulus: 8, target: 8 }, change(8, 5))).toBeNull();
});

/** The most new partitions that any balanced placement leaves with their parents, by trying all. */
function bestKept(parents: readonly number[], nodeCount: number): number {
  const floor = Math.floor(parents.length / nodeCount);
  let best = 0;
  const held = new Array<number>(nodeCount).fill(0);
  const walk = (position: number, kept: number, odd: number): void => {
    if (position === parents.length) {
      if (held.every((count) => count >= floor)) best = Math.max(best, kept);
      return;
    }
    for (let node = 0; node < nodeCount; node++) {
      const extra = held[node] === floor ? 1 : 0;
      if (held[node]! > floor || odd + extra > parents.length % nodeCount) continue;
      held[node]!++;
      walk(position + 1, kept + (parents[position] === node ? 1 : 0), odd + extra);
      held[node]!--;
    }
  };
  walk(0, 0, 0);
  return best;
}

test('no balanced placement of the children of a split keeps more of them', () => {
  const node = fc.integer({ min: -1, max: 3 });
  fc.assert(
    fc.property(
      fc.array(node, { minLength: 1, maxLength: 4 }),
      fc.integer({ min: 1, max: 2 }),
      fc.integer({ min: 1, max: 4 }),
      (nodes, parts, nodeCount) => {
        const old = nodes.map((place) => (place < nodeCount ? place : -1));
        const modulus = old.length * parts;
        const placed = keepPlaces(old, modulus, nodeCount);
        const parents = placed.map((_, remainder) => old[remainder % old.length]!);
        const counts = Array.from({ length: nodeCount }, (_, i) => placed.filter((place) => place === i).length);
        expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
        expect(placed.filter((place, i) => place === parents[i]).length).toBe(bestKept(parents, nodeCount));
      },
    ),
    { numRuns: 300, seed: 4 },
  );
});

/** By every residue of the least common multiple. */
function movedByEnumeration(from: Layout, to: Layout, before: readonly number[], after: readonly number[]): number {
  const all = lcm(greatestModulus(from), greatestModulus(to));
  let moved = 0;
  for (let x = 0; x < all; x++) {
    const old = slowRoute(from, BigInt(x));
    const now = slowRoute(to, BigInt(x));
    if (old >= 0 && now >= 0 && before[old] !== after[now]) moved++;
  }
  return moved / all;
}

test('the expected movement of any two layouts is what the residues of their moduli say', () => {
  fc.assert(
    fc.property(gappyLayouts, gappyLayouts, fc.integer({ min: 1, max: 3 }), (from, to, nodes) => {
      fc.pre(lcm(greatestModulus(from), greatestModulus(to)) < 3000);
      const [before, after] = [spread(from, nodes), spread(to, nodes + 1)];
      const fraction = layoutMovement({ bounds: from, nodes: before }, { bounds: to, nodes: after });
      expect(fraction).toBeCloseTo(movedByEnumeration(from, to, before, after), 12);
    }),
    { numRuns: 100, seed: 2 },
  );
});

test('mixed moduli with gaps are routed as PostgreSQL routes them; keys without a partition have no member', () => {
  const from = layoutOf('4: 0 1 3');
  const to = layoutOf('2: 1', '8: 0 4 6');
  const nodes = [
    [5, 6, 7],
    [7, 5, 6, 9],
  ] as const;
  const { before, after } = postgresRouters(from, to, nodes[0], nodes[1]);
  const keys = schemeKeys(2000);
  const out = [new Uint16Array(2000), new Uint16Array(2000)];
  before.route(keys, 2000, out[0]!);
  after.route(keys, 2000, out[1]!);
  for (let i = 0; i < 2000; i++) {
    const hash = (BigInt(keys.hi[i]!) << 32n) | BigInt(keys.lo[i]!);
    expect(out[0]![i]).toBe(nodes[0][slowRoute(from, hash)] ?? NO_MEMBER);
    expect(out[1]![i]).toBe(nodes[1][slowRoute(to, hash)] ?? NO_MEMBER);
  }
  expect([...before.circle!.arcs.starts]).toEqual([0, 1 / 4, 1 / 2, 3 / 4]);
  expect([...before.circle!.arcs.owners]).toEqual([5, NO_MEMBER, 6, 7]);
  expect([...after.circle!.arcs.starts]).toEqual([0, 1 / 8, 1 / 4, 3 / 8, 1 / 2]);
  expect([...after.circle!.arcs.owners]).toEqual([5, 6, NO_MEMBER, 9, 7]);
});

test('the integers 1 to 10000 lie where a server put them, before and after the split of one partition', () => {
  const rows = 10_000;
  const keys = schemeKeys(rows);
  for (let i = 0; i < rows; i++) {
    const hash = rowHash(['int4'], [String(i + 1)]);
    keys.hi[i] = Number(hash >> 32n);
    keys.lo[i] = Number(hash & 0xffffffffn);
  }
  const split = layoutOf('4: 1 2 3', '8: 0 4');
  const { before, after } = postgresRouters(uniform(4), split, [0, 1, 2, 3], [0, 1, 2, 3, 4]);
  const counts = [before, after].map((router) => {
    const out = new Uint16Array(rows);
    router.route(keys, rows, out);
    return [0, 1, 2, 3, 4].map((node) => out.filter((owner) => owner === node).length);
  });
  // PostgreSQL 15.18.
  expect(counts).toEqual([
    [2489, 2527, 2530, 2454, 0],
    [2527, 2530, 2454, 1238, 1251],
  ]);
});

test('a gap of one side lies on the chain of both', () => {
  const { before, after } = postgresRouters(
    layoutOf('12: 0 1'),
    layoutOf('6: 0 1 2 3 4 5'),
    [0, 0],
    [0, 0, 0, 0, 0, 0],
  );
  const { starts, owners } = before.circle!.arcs;
  expect([...owners]).toEqual([0, NO_MEMBER, 0, NO_MEMBER]);
  expect([...starts]).toEqual([0, 1 / 12, 1 / 2, 7 / 12]);
  const places = [new Float64Array(100), new Float64Array(100)];
  before.circle!.place(schemeKeys(100), 100, places[0]!);
  after.circle!.place(schemeKeys(100), 100, places[1]!);
  expect(places[0]).toEqual(places[1]);
});

test('an empty layout has one gap', () => {
  const { before, theory } = postgresRouters([], uniform(2), [], [0, 1]);
  expect([...before.circle!.arcs.owners]).toEqual([NO_MEMBER]);
  expect(theory.fraction).toBe(0);
});

test.each([
  [16, 32, 4, 5],
  [32, 32, 5, 4],
  [12, 8, 3, 4],
  [30, 42, 6, 5],
])('a million keys move as theory expects: %i to %i partitions on %i to %i nodes', (modulus, target, before, after) => {
  expect(Math.abs(deviationOf(postgres, { modulus, target }, change(before, after)))).toBeLessThan(4);
});
