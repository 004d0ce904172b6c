import { assignBins, limbFactors } from '../../hash/fractionBins.ts';

/**
 * Fraction bins for the SIMD loops: the same sum as in src/hash/fractionBins.ts, but with both words of the hash biased by
 * 2^31 and their upper halves taken as signed (assembly/binRuns.ts), which moves the sum by a constant. There are three
 * numbers of bins only, as the loops are made for a constant shift.
 */
export interface BinPlan {
  /** log2 of the number of bins. */
  readonly bits: 11 | 14 | 16;
  /** F_0 and F_2, as signed words. */
  readonly low: number;
  readonly high: number;
  /** F_1 - 2^16 F_0 and F_3 - 2^16 F_2 mod 2^32, each a signed 16-bit number. */
  readonly lowUpper: number;
  readonly highUpper: number;
  /** Remainder of each bin; bins that no hash reaches say 0. */
  readonly remainders: Uint16Array;
}

const TWO_32 = 4294967296;

/** A plan, or null when the bins cannot keep the remainders apart: never up to 13,107, always from 32,769 on. */
export function planBins(modulus: number): BinPlan | null {
  const limbs = limbFactors(modulus);
  if (limbs === null) return null;
  const [f0, f1, f2, f3] = limbs.factors;
  const [low, high, lowUpper, highUpper] = [f0 | 0, f2 | 0, (f1 - 65536 * f0) | 0, (f3 - 65536 * f2) | 0];
  if ([lowUpper, highUpper].some((factor) => factor !== (factor << 16) >> 16)) return null;
  // Each word is 2^31 too large mod 2^32, and each upper half, once biased, 2^15 too small.
  const offset = ((((f0 + f2) * 2 ** 31) % TWO_32) - 32768 * (lowUpper + highUpper)) * modulus;
  for (const bits of [11, 14, 16] as const) {
    const remainders = assignBins(modulus, bits, limbs.below + offset, limbs.above + offset);
    if (remainders !== null) return { bits, low, high, lowUpper, highUpper, remainders };
  }
  return null;
}

/** The plan as the loops read it: three vectors of four words. */
export function planWords({ low, high, lowUpper, highUpper }: BinPlan): Int32Array {
  const upper = (highUpper << 16) | (lowUpper & 0xffff);
  return Int32Array.from({ length: 12 }, (_, i) => [low, high, upper][i >> 2]!);
}
