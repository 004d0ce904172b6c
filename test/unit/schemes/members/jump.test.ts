import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { harmonic } from '../../../../src/lib/harmonic.ts';
import { jump, jumpBucket } from '../../../../src/schemes/members/jump.ts';
import { equalMembers, type MemberChange } from '../../../../src/schemes/nodes.ts';
import { schemeKeys } from '../../../fixtures/schemeKeys.ts';
import { countMoves, deviations, nodes } from '../../../fixtures/schemeMoves.ts';

interface Vectors {
  readonly golden100_keys0to19: readonly number[];
  readonly points: readonly (readonly [string, number, number])[];
  readonly growth: Readonly<Record<string, readonly number[]>>;
}

const url = new URL('../../../golden/vectors/jump.json', import.meta.url);
const vectors = JSON.parse(readFileSync(url, 'utf8')) as Vectors;

function bucketOf(key: bigint, size: number): number {
  return jumpBucket(Number(key >> 32n), Number(key & 0xffffffffn), size);
}

/** The function of the paper, in BigInt. */
function oracle(start: bigint, size: number): number {
  let key = start;
  let [bucket, next] = [-1, 0];
  while (next < size) {
    bucket = next;
    key = (key * 2862933555777941757n + 1n) & 0xffffffffffffffffn;
    next = Math.floor((bucket + 1) * (2 ** 31 / (Number(key >> 33n) + 1)));
  }
  return bucket;
}

describe('published vectors', () => {
  test('keys 0 to 19 in 100 buckets', () => {
    expect(vectors.golden100_keys0to19.map((_, key) => bucketOf(BigInt(key), 100))).toEqual(
      vectors.golden100_keys0to19,
    );
  });

  test.each(vectors.points)('key %s of %i buckets is in %i', (key, size, bucket) => {
    expect(bucketOf(BigInt(key), size)).toBe(bucket);
  });

  test.each(Object.entries(vectors.growth))('key %s while the list grows', (key, row) => {
    expect(row.map((_, index) => bucketOf(BigInt(key), index + 1))).toEqual(row);
  });
});

test('agrees with the paper in exact arithmetic for any key and size', () => {
  const size = fc.oneof(fc.integer({ min: 1, max: 1024 }), fc.integer({ min: 1, max: 2 ** 31 - 1 }));
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }), size, (key, n) => {
      expect(bucketOf(key, n)).toBe(oracle(key, n));
    }),
    { seed: 41, numRuns: 20_000 },
  );
});

test('carries the 1 into the upper word', () => {
  // key * multiplier ends in ffffffff: the lower word of the next state is 0.
  const key = 0x12345678_00000000n | ((0xffffffffn * inverse(0x87b0b0fdn)) % 2n ** 32n);
  for (const size of [2, 10, 1000, 2 ** 31 - 1]) expect(bucketOf(key, size)).toBe(oracle(key, size));
});

/** Modulo 2^32, of an odd number (Newton). */
function inverse(odd: bigint): bigint {
  let x = odd;
  for (let i = 0; i < 5; i++) x = BigInt.asUintN(32, x * (2n - odd * x));
  return x;
}

test('a key stops at as many buckets as the lookup is said to cost', () => {
  const { hi, lo } = schemeKeys(2000);
  const stops = new Set<string>();
  for (let i = 0; i < 2000; i++) for (let n = 1; n <= 100; n++) stops.add(`${i} ${jumpBucket(hi[i]!, lo[i]!, n)}`);
  const steps = jump.prepare({}, { before: equalMembers(100), after: equalMembers(3) }, 0).before.lookupSteps;
  expect(steps).toBe(harmonic(100));
  // Variance of a key's stops: sum of (1 / i)(1 - 1 / i), 3.6 for 100.
  expect(Math.abs(stops.size / 2000 - steps)).toBeLessThan(4 * Math.sqrt(3.6 / 2000));
});

test.each([
  ['5 -> 8', 'a b c d e', 'a b c d e f g h'],
  ['8 -> 5', 'a b c d e f g h', 'a b c d e'],
])('each pair of buckets is met as often as theory says: %s', (_title, before, after) => {
  const change = { before: nodes(before), after: nodes(after) };
  const { counts, keys } = countMoves(jump, change, 400_000);
  const small = Math.min(counts.length, counts[0]!.length);
  const large = Math.max(counts.length, counts[0]!.length);
  for (const [from, row] of counts.entries()) {
    for (const [to, count] of row.entries()) {
      const chance = from === to ? 1 / large : Math.max(from, to) >= small ? 1 / (small * large) : 0;
      expect(deviations(count, keys, chance), `${from} ${to}`).toBeLessThan(4.5);
    }
  }
});

test('grows onto the new node alone, and only the last can leave cheaply', () => {
  const fraction = (change: MemberChange): number => jump.prepare({}, change, 0).theory.fraction;
  expect(fraction({ before: equalMembers(4), after: equalMembers(5) })).toBeCloseTo(1 / 5, 12);
  const firstLeaves = { before: nodes('a b c d'), after: nodes('b c d') };
  // Bucket 0 is now b, 1 is c, 2 is d; of d's old bucket 3, a third of a quarter falls to each: only that to d stays.
  expect(fraction(firstLeaves)).toBeCloseTo(1 - 1 / 12, 12);
});
