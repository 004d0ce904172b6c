import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { randomWord } from '../../../src/lib/prng.ts';
import {
  differingShare,
  findPoint,
  mergeRings,
  oldIndexes,
  type RingTable,
  ringArcs,
  ringBytes,
  ringTable,
  searchSteps,
} from '../../../src/schemes/ringTable.ts';

const options = { seed: 20_260, numRuns: 300 };
const SIZE = 64;

/** Rings of 64 places with 1 to 20 points of 5 members, points at one place included. */
const smallRing = fc
  .array(fc.tuple(fc.nat(SIZE - 1), fc.nat(4)), { minLength: 1, maxLength: 20 })
  .map((points) => tableOf(points, SIZE));

function tableOf(points: readonly (readonly [number, number])[], size: number): RingTable {
  return ringTable(
    Float64Array.from(points, ([place]) => place),
    Uint16Array.from(points, ([, owner]) => owner),
    size,
  );
}

/** The owner of a place by its definition. */
function ownerOf({ points, owners }: RingTable, place: number): number {
  return owners[
    Math.max(
      0,
      points.findIndex((point) => point >= place),
    )
  ]!;
}

describe('sorting', () => {
  test.each([
    ['32-bit places', 2 ** 32],
    ['52-bit places', 2 ** 52],
    ['few places, many ties', 50],
  ])('%s come out as a stable sort leaves them', (_title, size) => {
    const points = Array.from({ length: 5000 }, (_, i) => {
      const place = Math.floor((randomWord(3, i, 0) / 2 ** 32 + randomWord(3, i, 1) / 2 ** 64) * size);
      return [place, i] as const;
    });
    const expected = points.toSorted(([a], [b]) => a - b);
    const table = tableOf(points, size);
    expect([...table.points]).toEqual(expected.map(([place]) => place));
    expect([...table.owners]).toEqual(expected.map(([, owner]) => owner));
  });
});

test('a place belongs to the first point at or after it, and beyond the last to the first', () => {
  const table = tableOf(
    [
      [10, 0],
      [10, 1],
      [20, 2],
      [40, 3],
    ],
    SIZE,
  );
  const owners = [0, 10, 11, 20, 21, 40, 41, 63].map((place) => table.owners[findPoint(table.points, place)]);
  expect(owners).toEqual([0, 0, 2, 2, 3, 3, 0, 0]);
});

test('the search agrees with the definition everywhere', () => {
  fc.assert(
    fc.property(smallRing, (table) => {
      for (let place = 0; place < SIZE; place++) {
        expect(table.owners[findPoint(table.points, place)]).toBe(ownerOf(table, place));
      }
    }),
    options,
  );
});

test('arcs show each place with its owner', () => {
  fc.assert(
    fc.property(smallRing, (table) => {
      const { starts, owners } = ringArcs(table);
      expect(starts[0]).toBe(0);
      for (let place = 0; place < SIZE; place++) {
        const arc = starts.findLastIndex((start) => start <= place / SIZE);
        expect(owners[arc]).toBe(ownerOf(table, place));
      }
    }),
    options,
  );
});

test('the differing share is the count of places whose owners have different names', () => {
  const before = ['a', 'b', 'c', 'd', 'e'].map((name) => ({ name, weight: 1 }));
  const after = ['c', 'x', 'a', 'e', 'b'].map((name) => ({ name, weight: 1 }));
  fc.assert(
    fc.property(smallRing, smallRing, (old, now) => {
      let differing = 0;
      for (let place = 0; place < SIZE; place++) {
        if (before[ownerOf(old, place)]!.name !== after[ownerOf(now, place)]!.name) differing++;
      }
      expect(differingShare(old, now, oldIndexes(before, after))).toBe(differing / SIZE);
    }),
    options,
  );
});

test('merged rings cover every place once', () => {
  fc.assert(
    fc.property(smallRing, smallRing, (old, now) => {
      let covered = 0;
      mergeRings(old, now, (length) => {
        expect(length).toBeGreaterThan(0);
        covered += length;
      });
      expect(covered).toBe(SIZE);
    }),
    options,
  );
});

test('memory and steps grow with the points', () => {
  expect(
    ringBytes(
      tableOf(
        [
          [1, 0],
          [2, 0],
        ],
        2 ** 32,
      ),
    ),
  ).toBe(12);
  expect(
    ringBytes(
      tableOf(
        [
          [1, 0],
          [2, 0],
        ],
        2 ** 52,
      ),
    ),
  ).toBe(20);
  expect([1, 2, 160, 1024].map(searchSteps)).toEqual([1, 2, 9, 11]);
});
