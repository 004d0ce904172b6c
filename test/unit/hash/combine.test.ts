import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { combineBlock, combineInto, combineWithZero } from '../../../src/hash/combine.ts';

const MASK = (1n << 64n) - 1n;

/** hash_combine64 as hashfn.h states it. */
function reference(a: bigint, b: bigint): bigint {
  return a ^ ((b + 0x49a0f4dd15e5a8e3n + ((a << 54n) & MASK) + (a >> 7n)) & MASK);
}

// Words near the ends of their range make the carries.
const word = fc.oneof(
  fc.integer({ min: 0, max: 0xffffffff }),
  fc.constantFrom(0, 1, 0x7fffffff, 0x80000000, 0xffffffff),
);
const rows = fc.array(fc.tuple(word, word, word, word, fc.boolean()), { minLength: 1, maxLength: 40 });

function join(hi: number, lo: number): bigint {
  return (BigInt(hi) << 32n) | BigInt(lo);
}

describe('combining hashes', () => {
  test('agrees with 64-bit arithmetic for single values', () => {
    fc.assert(
      fc.property(word, word, word, word, (aHi, aLo, bHi, bLo) => {
        const acc = Uint32Array.of(aHi, aLo);
        combineInto(acc, bHi, bLo);
        expect(join(acc[0]!, acc[1]!)).toBe(reference(join(aHi, aLo), join(bHi, bLo)));
      }),
      { numRuns: 2000 },
    );
  });

  test('agrees with 64-bit arithmetic for blocks and leaves out NULLs', () => {
    fc.assert(
      fc.property(rows, (values) => {
        const [accHi, accLo, hi, lo] = [0, 1, 2, 3].map((k) => Uint32Array.from(values, (row) => row[k] as number)) as [
          Uint32Array,
          Uint32Array,
          Uint32Array,
          Uint32Array,
        ];
        const nulls = Uint8Array.from(values, (row) => Number(row[4]));
        combineBlock(accHi, accLo, hi, lo, values.length, nulls);
        for (const [i, [aHi, aLo, bHi, bLo, isNull]] of values.entries()) {
          const a = join(aHi, aLo);
          expect(join(accHi[i]!, accLo[i]!)).toBe(isNull ? a : reference(a, join(bHi, bLo)));
        }
      }),
      { numRuns: 500 },
    );
  });

  test('with an empty accumulator adds the constant', () => {
    fc.assert(
      fc.property(rows, (values) => {
        const hi = Uint32Array.from(values, (row) => row[0]);
        const lo = Uint32Array.from(values, (row) => row[1]);
        combineWithZero(hi, lo, values.length);
        for (const [i, row] of values.entries()) expect(join(hi[i]!, lo[i]!)).toBe(reference(0n, join(row[0], row[1])));
      }),
    );
  });
});
