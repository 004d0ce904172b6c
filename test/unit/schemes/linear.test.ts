import { expect, test } from 'vitest';
import { linear, linearBuckets } from '../../../src/schemes/members/linear.ts';
import { equalMembers } from '../../../src/schemes/nodes.ts';
import { compareBounds } from '../../../src/topology/boundOrder.ts';
import { isLegalLayout } from '../../../src/topology/expandLayout.ts';
import { boundsOf } from '../../fixtures/layouts.ts';
import { deviationOf } from '../../fixtures/movement.ts';
import { schemeKeys } from '../../fixtures/schemeKeys.ts';

test('buckets before the pointer and their new halves are one level further', () => {
  expect(boundsOf(linearBuckets(1, 5))).toEqual(['(8, 0)', '(4, 1)', '(4, 2)', '(4, 3)', '(8, 4)']);
  expect(boundsOf(linearBuckets(3, 7))).toEqual([
    '(12, 0)',
    '(6, 1)',
    '(6, 2)',
    '(6, 3)',
    '(6, 4)',
    '(6, 5)',
    '(12, 6)',
  ]);
});

test('the buckets are hash partitions that PostgreSQL takes, and complete', () => {
  for (let initial = 1; initial <= 6; initial++) {
    for (let buckets = initial; buckets <= 40; buckets++) {
      const bounds = linearBuckets(initial, buckets);
      const layout = bounds.toSorted(compareBounds).map((bound, i) => ({ ...bound, name: `b${i}` }));
      expect(isLegalLayout(layout)).toBe(true);
      expect(bounds.reduce((sum, { modulus }) => sum + 1 / modulus, 0)).toBeCloseTo(1, 12);
    }
  }
});

/** The address of Litwin's paper: level L and pointer p. */
function slowBucket(hash: bigint, initial: number, buckets: number): number {
  let level = 0;
  while (initial * 2 ** (level + 1) <= buckets) level++;
  const pointer = buckets - initial * 2 ** level;
  const bucket = Number(hash % BigInt(initial * 2 ** level));
  return bucket < pointer ? Number(hash % BigInt(initial * 2 ** (level + 1))) : bucket;
}

test('a key is in the bucket of level and pointer; growing by one splits that of the pointer only', () => {
  const keys = schemeKeys(500);
  for (const initial of [1, 3]) {
    for (let buckets = initial; buckets <= 20; buckets++) {
      const change = { before: equalMembers(buckets), after: equalMembers(buckets + 1) };
      const { before, after } = linear.prepare({ initial }, change, 500);
      const out = [new Uint16Array(500), new Uint16Array(500)] as const;
      before.route(keys, 500, out[0]);
      after.route(keys, 500, out[1]);
      const moved = new Set<number>();
      for (let i = 0; i < 500; i++) {
        const hash = (BigInt(keys.hi[i]!) << 32n) | BigInt(keys.lo[i]!);
        expect(out[0][i]).toBe(slowBucket(hash, initial, buckets));
        expect(out[1][i]).toBe(slowBucket(hash, initial, buckets + 1));
        if (out[0][i] !== out[1][i]) moved.add(out[0][i]!);
      }
      expect(moved.size).toBe(1);
    }
  }
});

test('half of the split bucket moves', () => {
  const fraction = (before: number, after: number) =>
    linear.prepare({ initial: 1 }, { before: equalMembers(before), after: equalMembers(after) }, 0).theory.fraction;
  expect(fraction(4, 5)).toBe(1 / 8);
  expect(fraction(5, 6)).toBe(1 / 8);
  expect(fraction(4, 8)).toBe(1 / 2);
  expect(fraction(8, 7)).toBe(1 / 8);
});

test('fewer nodes than first buckets are refused, with both numbers', () => {
  const change = { before: equalMembers(4), after: equalMembers(3) };
  expect(linear.check({ initial: 4 }, change)).toEqual({ id: 'schemeFewNodes', params: { value: 3, min: 4 } });
  expect(linear.check({ initial: 3 }, change)).toBeNull();
});

test('a million keys move as theory expects', () => {
  const change = { before: equalMembers(5), after: equalMembers(11) };
  expect(Math.abs(deviationOf(linear, { initial: 3 }, change))).toBeLessThan(4);
});
