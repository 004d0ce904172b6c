/**
 * The exact remainder of an unsigned 64-bit number (hi, lo) by a modulus from 1 to 2147483647, in doubles, without
 * division and without BigInt.
 *
 * hi * 2^32 + lo is congruent to x = hi * p + lo with p = 2^32 mod m, and x <= (2^32 - 1) * m. Up to m = 2^21 that is
 * below 2^53, so x is an exact double and one reduction is enough. Larger moduli take lo in two halves of 16 bits.
 *
 * The reduction is r = x - floor(x * w) * m with w = 1/m made slightly too small (by 2^-50 of itself, more than all
 * rounding errors together, which are below 3 * 2^-53): the estimate of the quotient is then never too large, and since
 * quotients stay below 2^33 it is too small by one at most. So r lies in [0, 2m), and one conditional subtraction makes
 * it exact.
 */
export const MAX_MODULUS = 2147483647;

/** Largest modulus for which one reduction suffices. */
export const MAX_SINGLE_STEP = 2097152;

/** The reciprocal of m, rounded so that floor(x * reciprocal(m)) is never above floor(x / m). */
export function reciprocal(modulus: number): number {
  return (1 / modulus) * (1 - 2 ** -50);
}

/** True for 1, 2, 4, ...: the remainder is then the low bits of lo. */
export function isPowerOfTwo(modulus: number): boolean {
  return (modulus & (modulus - 1)) === 0;
}

/** Throws a RangeError unless the modulus is an integer from 1 to MAX_MODULUS. */
export function assertModulus(modulus: number): void {
  if (Number.isInteger(modulus) && modulus >= 1 && modulus <= MAX_MODULUS) return;
  throw new RangeError(`modulus ${modulus} is not an integer from 1 to ${MAX_MODULUS}`);
}

/** (hi * 2^32 + lo) mod modulus for one number; hi and lo are unsigned. */
export function modulo64(hi: number, lo: number, modulus: number): number {
  assertModulus(modulus);
  if (isPowerOfTwo(modulus)) return lo & (modulus - 1);
  const w = reciprocal(modulus);
  if (modulus <= MAX_SINGLE_STEP) return reduce(hi * (4294967296 % modulus) + lo, modulus, w);
  return moduloWide(hi, lo, modulus, w);
}

/** x mod m for 0 <= x < 2^53 with x / m < 2^33. */
function reduce(x: number, modulus: number, w: number): number {
  const r = x - Math.floor(x * w) * modulus;
  return r >= modulus ? r - modulus : r;
}

function moduloWide(hi: number, lo: number, modulus: number, w: number): number {
  const high = reduce(hi, modulus, w);
  const middle = reduce(high * 65536 + (lo >>> 16), modulus, w);
  return reduce(middle * 65536 + (lo & 0xffff), modulus, w);
}

/** Remainders of `count` numbers into `out`. */
export function moduloBlock(hi: Uint32Array, lo: Uint32Array, count: number, modulus: number, out: Uint32Array): void {
  assertModulus(modulus);
  const w = reciprocal(modulus);
  if (isPowerOfTwo(modulus)) {
    for (let i = 0; i < count; i++) out[i] = lo[i]! & (modulus - 1);
  } else if (modulus <= MAX_SINGLE_STEP) {
    const p = 4294967296 % modulus;
    for (let i = 0; i < count; i++) {
      const x = hi[i]! * p + lo[i]!;
      const r = ((x - Math.floor(x * w) * modulus) | 0) - modulus;
      out[i] = r + (modulus & (r >> 31));
    }
  } else {
    for (let i = 0; i < count; i++) out[i] = moduloWide(hi[i]!, lo[i]!, modulus, w);
  }
}

/** Adds 1 to histogram[remainder] for each of `count` numbers; the histogram has at least `modulus` entries. */
export function countBlock(
  hi: Uint32Array,
  lo: Uint32Array,
  count: number,
  modulus: number,
  histogram: Uint32Array,
): void {
  assertModulus(modulus);
  const w = reciprocal(modulus);
  if (isPowerOfTwo(modulus)) {
    for (let i = 0; i < count; i++) histogram[lo[i]! & (modulus - 1)]! += 1;
  } else if (modulus <= MAX_SINGLE_STEP) {
    const p = 4294967296 % modulus;
    for (let i = 0; i < count; i++) {
      const x = hi[i]! * p + lo[i]!;
      // As an integer, an index needs no check; a negative one has its top bits set, which picks the modulus.
      const r = ((x - Math.floor(x * w) * modulus) | 0) - modulus;
      histogram[(r + (modulus & (r >> 31))) | 0]! += 1;
    }
  } else {
    for (let i = 0; i < count; i++) histogram[moduloWide(hi[i]!, lo[i]!, modulus, w)]! += 1;
  }
}
