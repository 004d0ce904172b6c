import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fillMaglev, type Preference, preferenceOf } from '../../../src/schemes/maglevTable.ts';

interface Vectors {
  readonly M: number;
  readonly names: readonly string[];
  readonly permutations: readonly (readonly number[])[];
  readonly lookup: readonly number[];
  readonly lookupWithout1: readonly number[];
  readonly paperTable1: {
    readonly offsetSkip: readonly (readonly [number, number])[];
    readonly lookup: readonly number[];
    readonly lookupWithout1: readonly number[];
  };
}

const url = new URL('../../golden/vectors/maglev.json', import.meta.url);
const vectors = JSON.parse(readFileSync(url, 'utf8')) as Vectors;

/** The table of the nodes with these indexes, all of one weight. */
function table(all: readonly Preference[], size: number, chosen = all.map((_, index) => index)): number[] {
  const preferences = chosen.map((index) => all[index]!);
  return Array.from(fillMaglev(preferences, chosen.fill.call(chosen.slice(), 1), size), (turn) => chosen[turn]!);
}

describe('vectors of go-maglev', () => {
  const all = vectors.names.map((name) => preferenceOf(name, vectors.M));

  test('names give offset and skip', () => {
    const permutations = all.map(({ offset, skip }) =>
      Array.from({ length: vectors.M }, (_, j) => (offset + j * skip) % vectors.M),
    );
    expect(permutations).toEqual(vectors.permutations);
  });

  test('three nodes, and two', () => {
    expect(table(all, vectors.M)).toEqual(vectors.lookup);
    expect(table(all, vectors.M, [0, 2])).toEqual(vectors.lookupWithout1);
  });
});

test("table 1 of the paper: B0 to B2 as 0 to 2, before and after B1's removal", () => {
  const all = vectors.paperTable1.offsetSkip.map(([offset, skip]) => ({ offset, skip }));
  expect(table(all, 7)).toEqual(vectors.paperTable1.lookup);
  expect(table(all, 7, [0, 2])).toEqual(vectors.paperTable1.lookupWithout1);
});

function slotsOf(weights: readonly number[], size: number): number[] {
  const preferences = weights.map((_, index) => preferenceOf(`server ${index}`, size));
  const counts = weights.map(() => 0);
  for (const node of fillMaglev(preferences, weights, size)) counts[node]! += 1;
  return counts;
}

test.each([
  [1, 251],
  [7, 251],
  [100, 65_537],
  [251, 251],
  [1024, 655_373],
])('%i equal nodes fill %i slots, as many each but for one', (count, size) => {
  const slots = slotsOf(new Array<number>(count).fill(3.7), size);
  expect(slots.reduce((sum, held) => sum + held, 0)).toBe(size);
  expect(Math.max(...slots) - Math.min(...slots)).toBeLessThanOrEqual(1);
});

test('heavier nodes have more turns', () => {
  const weights = [1, 2, 5, 0.25];
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  for (const [node, held] of slotsOf(weights, 65_537).entries()) {
    expect(Math.abs(held - (65_537 * weights[node]!) / total)).toBeLessThan(2);
  }
});

test('the lightest node has a slot, and weights differ as far as they may', () => {
  const weights = Array.from({ length: 250 }, (_, index) => (index === 7 ? 1_000_000 : 1e-300));
  const slots = slotsOf(weights, 251);
  expect(slots.filter((held) => held === 1).length).toBe(249);
  expect(slots[7]).toBe(2);
});
