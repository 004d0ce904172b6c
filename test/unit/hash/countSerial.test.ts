import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countSerial } from '../../../src/hash/countSerial.ts';
import { int8 } from '../../../src/hash/keyTypes/int8.ts';
import { longFromBigint } from '../../../src/hash/longValue.ts';
import { modulo64 } from '../../../src/hash/modulo.ts';
import { partitionRowHash } from '../../../src/hash/partitionHash.ts';

/** Key by key, through the functions for single values. */
function slowly(start: number, stride: number, count: number, modulus: number): Uint32Array {
  const histogram = new Uint32Array(modulus);
  const hash = new Uint32Array(2);
  for (let i = 0; i < count; i++) {
    const key = BigInt(start + i * stride);
    partitionRowHash([{ type: int8, value: longFromBigint(key) }], hash);
    histogram[modulo64(hash[0]!, hash[1]!, modulus)]! += 1;
  }
  return histogram;
}

function counted(start: number, stride: number, count: number, modulus: number): Uint32Array {
  const histogram = new Uint32Array(modulus);
  countSerial(start, stride, count, modulus, histogram);
  return histogram;
}

/** The first remainder whose counts differ; undefined when none does. Large arrays are too much for toEqual(). */
function difference(start: number, stride: number, count: number, modulus: number) {
  const fast = counted(start, stride, count, modulus);
  const slow = slowly(start, stride, count, modulus);
  const remainder = fast.findIndex((n, r) => n !== slow[r]);
  return remainder < 0 ? undefined : { remainder, fast: fast[remainder], slow: slow[remainder] };
}

// Around 0 and the multiples of 2^32, and anywhere in the safe integers.
const start = fc
  .oneof(
    fc.integer({ min: -20_000, max: 20_000 }),
    fc
      .tuple(fc.integer({ min: -3, max: 3 }), fc.integer({ min: -20_000, max: 20_000 }))
      .map(([k, d]) => k * 2 ** 32 + d),
    fc.integer({ min: -(2 ** 52), max: 2 ** 52 }),
  )
  .map((n) => n + 0);
const stride = fc.oneof(
  fc.constantFrom(1, 1, 1, -1, 0, 2, 2 ** 24, 2 ** 24 + 1, -(2 ** 33)),
  fc.integer({ min: -100_000, max: 100_000 }),
);
const modulus = fc.oneof(
  fc.constantFrom(1, 2, 3, 4, 7, 8, 12, 1000, 1024, 4096, 23_697, 23_698, 32_768, 40_000),
  fc.integer({ min: 1, max: 30_000 }),
);

describe('counting serial keys', () => {
  test('agrees with hashing key by key, for any start, stride and modulus', () => {
    fc.assert(
      fc.property(start, stride, fc.integer({ min: 0, max: 12_000 }), modulus, (first, step, count, m) => {
        expect(difference(first, step, count, m)).toBeUndefined();
      }),
      { numRuns: 150, seed: 42 },
    );
  });

  test.each([2 ** 24, 2 ** 25, 3_000_017])('agrees with hashing key by key for the modulus %d', (m) => {
    expect(difference(-2000, 1, 10_000, m)).toBeUndefined();
  });

  test('adds to what the histogram holds', () => {
    const histogram = new Uint32Array(10);
    countSerial(0, 1, 100_000, 10, histogram);
    countSerial(100_000, 1, 100_001, 10, histogram);
    expect([...histogram]).toEqual([19982, 20199, 19770, 20147, 20068, 19866, 20030, 20135, 19767, 20037]);
  });

  test('counts a million keys over 4 partitions as PostgreSQL does', () => {
    expect([...counted(1, 1, 1_000_000, 4)]).toEqual([249589, 250376, 249786, 250249]);
  });

  test('counts 100,000 keys over 8 partitions as PostgreSQL does', () => {
    expect([...counted(1, 1, 100_000, 8)]).toEqual([12644, 12575, 12571, 12448, 12482, 12403, 12400, 12477]);
  });

  test('refuses keys that are not safe integers', () => {
    expect(() => counted(2 ** 53 - 2, 1, 10, 4)).toThrow(RangeError);
    expect(() => counted(0.5, 1, 10, 4)).toThrow(RangeError);
    expect(() => counted(1, 1, 10, 0)).toThrow(RangeError);
  });
});
