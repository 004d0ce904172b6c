import { expect, test } from 'vitest';
import type { KeyTypeId } from '../../../../src/hash/keyTypes/keyTypes.ts';
import type { KeyColumnSpec } from '../../../../src/keys/keySpec.ts';
import { counterOf, drained, expectedCounts, firstDifference, keysOf, residues, simdKernel } from './reference.ts';

const kernel = await simdKernel();
const MAX = Number.MAX_SAFE_INTEGER;

function serial(start: number, stride = 1, type: KeyTypeId = 'int8'): KeyColumnSpec {
  return { name: 'k', type, source: { kind: 'serial', start, stride } };
}

function expectSame(column: KeyColumnSpec, modulus: number, firstRow: number, count: number): void {
  const keys = keysOf([column], firstRow + count);
  const tallies = [residues(modulus)];
  const counter = counterOf(kernel, keys, tallies);
  counter.count(firstRow, count);
  const expected = expectedCounts(keys, tallies, [[firstRow, count]]);
  expect(firstDifference(drained(counter, tallies), expected)).toBeNull();
}

/** Powers of two on both sides of each way of counting them, fraction bins of each size, exact remainders. */
const MODULI = [1, 2, 4, 8, 16, 64, 1024, 3, 1000, 2039, 13_107, 24_001];

const starts: readonly (readonly [string, number])[] = [
  ['1', 1],
  ['a negative number', -7000],
  ['the least safe integer', -MAX],
  ['shortly below 2^32', 2 ** 32 - 5000],
  ['shortly below 3 * 2^32', 3 * 2 ** 32 - 5000],
  ['shortly below -2^32', -(2 ** 32) - 5000],
  ['shortly below -5 * 2^32', -5 * 2 ** 32 - 5000],
  ['a multiple of 2^32', 2 ** 45],
  ['near the greatest safe integer', MAX - 9999],
  ['shortly below 2^31', 2 ** 31 - 5000],
];

test.each(starts)('consecutive bigints from %s are counted as by the reference', (_, start) => {
  for (const modulus of MODULI) expectSame(serial(start), modulus, 0, 10_000);
});

test.each(starts)('bigints falling from %s + 9999 are counted as by the reference', (_, start) => {
  for (const modulus of [4, 1024, 1000]) expectSame(serial(start + 9999, -1), modulus, 0, 10_000);
});

test.each([
  [0, 3],
  [-1000, 7],
  [5, 2 ** 32],
  [-(2 ** 40), 2 ** 29 + 1],
  [MAX, -(2 ** 39) - 1],
  [-MAX, 2 ** 39 + 12_345],
  [2 ** 33, -65_537],
])('bigints from %d in steps of %d are counted as by the reference', (start, stride) => {
  for (const modulus of [8, 1024, 1000, 24_001]) expectSame(serial(start, stride), modulus, 0, 9001);
});

test.each([
  ['int2', -32_768, 65_536],
  ['int4', -2_147_483_648, 20_000],
  ['int4', 2_147_483_647 - 19_999, 20_000],
  ['oid', 4_294_967_295 - 19_999, 20_000],
  ['oid', 2 ** 31 - 9000, 20_000],
  ['date', -2_451_545, 20_000],
] as const)('consecutive %s from %d are counted as by the reference', (type, start, count) => {
  for (const modulus of [2, 512, 999]) expectSame(serial(start, 1, type), modulus, 0, count);
});

test('ranges of any length around the ends of blocks and runs are counted as by the reference', () => {
  for (const aligned of [0, 2 ** 32 + 8192, -(2 ** 33)]) {
    for (const shift of [-130, -3, -1, 0, 1, 2, 77, 81, 4095]) {
      for (const count of [0, 1, 2, 3, 5, 127, 129, 2047, 2050, 4096, 4099, 8191, 12_290]) {
        expectSame(serial(aligned), 64, 5000 + shift, count);
        expectSame(serial(aligned), 1000, 5000 + shift, count);
      }
    }
  }
});

test('a million consecutive keys are counted as by the reference, with every way of counting', () => {
  for (const modulus of [4, 1024, 1000, 65_536, 131_072, 384_000]) expectSame(serial(1), modulus, 0, 1_000_000);
});

test('a step so wide that the sums in doubles are not exact is left to the reference', () => {
  const keys = keysOf([serial(-MAX, 2 ** 40)], 16_000);
  expect(kernel.createCounter(keys, [], [], [residues(4)])).toBeNull();
});
