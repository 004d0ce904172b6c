import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { harmonic } from '../../../src/lib/harmonic.ts';
import { anchorBucket, createAnchor } from '../../../src/schemes/anchorTable.ts';
import type { BucketTable } from '../../../src/schemes/bucketHistory.ts';
import { createMemento, mementoBucket, mementoSteps } from '../../../src/schemes/mementoTable.ts';
import { schemeKeys } from '../../fixtures/schemeKeys.ts';

const KEYS = 1000;
const MOST = 24;
const { hi, lo } = schemeKeys(KEYS, 11);

interface Tested extends BucketTable {
  /** Bucket of every key, in the state that the table has. */
  route(): number[];
}

function anchorUnderTest(working: number): Tested {
  const table = createAnchor(MOST, working);
  const bucketOf = (i: number): number => anchorBucket(hi[i]! % MOST, hi[i]!, lo[i]!, table.sizes, table.successors);
  return { ...table, route: () => Array.from({ length: KEYS }, (_, i) => bucketOf(i)) };
}

function mementoUnderTest(working: number): Tested {
  const table = createMemento(working, MOST);
  const bucketOf = (i: number): number => mementoBucket(hi[i]!, lo[i]!, table.size(), table.replacements);
  return { ...table, route: () => Array.from({ length: KEYS }, (_, i) => bucketOf(i)) };
}

describe.each([
  ['AnchorHash', anchorUnderTest],
  ['MementoHash', mementoUnderTest],
] as const)('%s', (_name, create) => {
  /** At each step a number that picks one of the working buckets to remove; the last bucket of all stays. */
  const picks = fc.array(fc.nat(10_000), { maxLength: MOST - 1 });

  test('a removal moves the keys of that bucket alone, and adding in reverse restores each state', () => {
    const property = fc.property(fc.integer({ min: 1, max: MOST }), picks, (working, numbers) => {
      const table = create(working);
      const left = Array.from({ length: working }, (_, bucket) => bucket);
      const states = [table.route()];
      const removed: number[] = [];
      for (const number of numbers.slice(0, working - 1)) {
        const [bucket] = left.splice(number % left.length, 1);
        table.remove(bucket!);
        removed.push(bucket!);
        const now = table.route();
        expect(now.every((at) => left.includes(at))).toBe(true);
        expect(now.every((at, i) => at === states.at(-1)![i] || states.at(-1)![i] === bucket)).toBe(true);
        states.push(now);
      }
      for (const bucket of removed.toReversed()) {
        states.pop();
        expect(table.add()).toBe(bucket);
        expect(table.route()).toEqual(states.at(-1));
      }
    });
    fc.assert(property, { seed: 17, numRuns: 60 });
  });

  test('growth moves keys to the new bucket alone, after any removals', () => {
    const property = fc.property(fc.integer({ min: 1, max: MOST - 1 }), picks, (working, numbers) => {
      const table = create(working);
      const left = Array.from({ length: working }, (_, bucket) => bucket);
      for (const number of numbers.slice(0, working - 1)) table.remove(left.splice(number % left.length, 1)[0]!);
      let before = table.route();
      while (left.length < MOST) {
        const added = table.add();
        expect(left).not.toContain(added);
        left.push(added);
        const now = table.route();
        expect(now.every((at, i) => at === before[i] || at === added)).toBe(true);
        before = now;
      }
      expect(left.toSorted((a, b) => a - b)).toEqual(Array.from({ length: MOST }, (_, bucket) => bucket));
    });
    fc.assert(property, { seed: 18, numRuns: 40 });
  });

  test('all buckets can leave, as long as one is added again', () => {
    const table = create(3);
    const start = table.route();
    for (const bucket of [1, 2, 0]) table.remove(bucket);
    expect([table.add(), table.add(), table.add(), table.add()]).toEqual([0, 2, 1, 3]);
    table.remove(3);
    expect(table.route()).toEqual(start);
  });
});

test('AnchorHash has no more buckets than its capacity', () => {
  expect(() => createAnchor(5, 5).add()).toThrow('all 5 buckets work');
});

/** Wraps an array so that reads of its entries are counted. */
function counted<T extends Uint16Array | Int32Array>(array: T): { readonly array: T; readonly reads: () => number } {
  let reads = 0;
  const get = (target: T, key: string | symbol): unknown => {
    reads += 1;
    return Reflect.get(target, key);
  };
  return { array: new Proxy(array, { get }), reads: () => reads };
}

const LEAVING = [3, 0, 19, 7, 20, 11, 1, 18, 2, 9, 4, 17, 23];
const MANY = 40_000;
const many = schemeKeys(MANY, 12);

test("AnchorHash's lookups take as many steps as expected", () => {
  const table = createAnchor(100, MOST);
  expect(table.lookupSteps()).toBeCloseTo(1 + harmonic(100) - harmonic(MOST), 12);
  for (const bucket of LEAVING) table.remove(bucket);
  const [sizes, successors] = [counted(table.sizes), counted(table.successors)];
  for (let i = 0; i < MANY; i++) {
    anchorBucket(many.hi[i]! % 100, many.hi[i]!, many.lo[i]!, sizes.array, successors.array);
  }
  // Sizes: one read for the first draw, two for each later one, one more for each successor.
  const draws = MANY + (sizes.reads() - MANY - successors.reads()) / 2;
  expect(table.lookupSteps()).toBeGreaterThan(1 + harmonic(100) - harmonic(MOST - LEAVING.length));
  expect((draws + successors.reads()) / MANY / table.lookupSteps()).toBeCloseTo(1, 2);
});

test("AnchorHash's lookups take no more steps for buckets that were removed and added again", () => {
  const [table, fresh] = [createAnchor(100, MOST), createAnchor(100, MOST)];
  for (const bucket of LEAVING) table.remove(bucket);
  for (const _ of LEAVING) table.add();
  expect(table.lookupSteps()).toBe(fresh.lookupSteps());
  for (const bucket of LEAVING.toReversed()) {
    table.remove(bucket);
    fresh.remove(bucket);
    expect(table.lookupSteps()).toBeCloseTo(fresh.lookupSteps(), 12);
  }
});

test.each([
  ['AnchorHash', 32, LEAVING],
  ['AnchorHash', MOST, LEAVING.toReversed()],
  ['MementoHash', MOST, LEAVING],
  ['MementoHash', MOST, LEAVING.toReversed()],
] as const)(
  '%s with room for %i buckets spreads keys evenly after each of many removals',
  (name, capacity, leaving) => {
    const anchor = createAnchor(capacity, MOST);
    const memento = createMemento(MOST, MOST);
    for (const [index, bucket] of leaving.entries()) {
      anchor.remove(bucket);
      memento.remove(bucket);
      const counts = new Map<number, number>();
      for (let i = 0; i < MANY; i++) {
        const [h, l] = [many.hi[i]!, many.lo[i]!];
        const at =
          name === 'AnchorHash'
            ? anchorBucket(l % capacity, h, l, anchor.sizes, anchor.successors)
            : mementoBucket(h, l, memento.size(), memento.replacements);
        counts.set(at, (counts.get(at) ?? 0) + 1);
      }
      const size = MOST - index - 1;
      expect(counts.size).toBe(size);
      const chiSquare = [...counts.values()].reduce(
        (sum, count) => sum + (count - MANY / size) ** 2 / (MANY / size),
        0,
      );
      expect(chiSquare).toBeLessThan(size - 1 + 5 * Math.sqrt(2 * (size - 1)));
    }
  },
);

test("MementoHash's lookups take as many steps as expected", () => {
  const table = createMemento(MOST, MOST);
  expect(mementoSteps(MOST, table.replacements)).toBe(harmonic(MOST));
  for (const bucket of LEAVING) table.remove(bucket);
  const { array, reads } = counted(table.replacements);
  for (let i = 0; i < MANY; i++) mementoBucket(many.hi[i]!, many.lo[i]!, table.size(), array);
  // One read after the jump, two for each draw and for each stand-in.
  const expected = mementoSteps(table.size(), table.replacements) - harmonic(table.size());
  expect((reads() - MANY) / 2 / MANY / expected).toBeCloseTo(1, 1);
});
