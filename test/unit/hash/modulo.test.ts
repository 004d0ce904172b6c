import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countBlock, MAX_MODULUS, modulo64, moduloBlock } from '../../../src/hash/modulo.ts';

const modulus = fc.oneof(
  fc.integer({ min: 1, max: MAX_MODULUS }),
  fc.integer({ min: 1, max: 3000 }),
  // Here the numbers before the reduction come closest to 2^53.
  fc.integer({ min: 2 ** 18, max: 2 ** 21 + 3 }),
  fc.constantFrom(1, 2, 3, 2 ** 30 - 1, 2 ** 30, 2 ** 30 + 1, MAX_MODULUS - 1, MAX_MODULUS),
);

/** Numbers next to multiples of m, where an estimated quotient goes wrong first, and the ends of the range. */
function hardNumbers(m: number, quotients: readonly bigint[]): bigint[] {
  const top = (1n << 64n) - 1n;
  const big = BigInt(m);
  const near = [...quotients, top / big, (1n << 53n) / big, (1n << 32n) / big].flatMap((q) =>
    [-1n, 0n, 1n].map((d) => q * big + d),
  );
  return [...near, 0n, 1n, top, 1n << 63n, (1n << 63n) - 1n, 0xffffffffn, 1n << 32n, 0xffffffff00000000n].filter(
    (n) => n >= 0n && n <= top,
  );
}

function words(numbers: readonly bigint[]): [Uint32Array, Uint32Array] {
  return [
    Uint32Array.from(numbers, (n) => Number(n >> 32n)),
    Uint32Array.from(numbers, (n) => Number(n & 0xffffffffn)),
  ];
}

describe('the unsigned 64-bit remainder', () => {
  test('is exact for every modulus, next to its multiples as elsewhere', () => {
    fc.assert(
      fc.property(modulus, fc.array(fc.bigInt({ min: 0n, max: (1n << 64n) - 1n }), { maxLength: 20 }), (m, random) => {
        const numbers = [
          ...hardNumbers(
            m,
            random.map((n) => n / BigInt(m)),
          ),
          ...random,
        ];
        const [hi, lo] = words(numbers);
        const block = new Uint32Array(numbers.length);
        moduloBlock(hi, lo, numbers.length, m, block);
        const expected = numbers.map((n) => Number(n % BigInt(m)));
        expect([...block]).toEqual(expected);
        expect(numbers.map((_, i) => modulo64(hi[i]!, lo[i]!, m))).toEqual(expected);
      }),
      { numRuns: 2000 },
    );
  });

  test('is counted as it is computed', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5000 }),
        fc.array(fc.bigInt({ min: 0n, max: (1n << 64n) - 1n })),
        (m, numbers) => {
          const [hi, lo] = words(numbers);
          const histogram = new Uint32Array(m);
          countBlock(hi, lo, numbers.length, m, histogram);
          const expected = new Uint32Array(m);
          for (const n of numbers) expected[Number(n % BigInt(m))]! += 1;
          expect(histogram).toEqual(expected);
        },
      ),
    );
  });

  test('is counted for moduli too large for one step', () => {
    const m = 3_000_017;
    const numbers = hardNumbers(m, [12345678901n, 999n]);
    const [hi, lo] = words(numbers);
    const histogram = new Uint32Array(m);
    countBlock(hi, lo, numbers.length, m, histogram);
    for (const n of numbers) expect(histogram[Number(n % BigInt(m))]).toBeGreaterThan(0);
    expect(histogram.reduce((sum, count) => sum + count)).toBe(numbers.length);
  });

  test.each([0, -1, 1.5, 2 ** 31, Number.NaN])('refuses the modulus %d', (m) => {
    expect(() => modulo64(1, 1, m)).toThrow(RangeError);
    expect(() => moduloBlock(new Uint32Array(1), new Uint32Array(1), 1, m, new Uint32Array(1))).toThrow(RangeError);
  });
});
