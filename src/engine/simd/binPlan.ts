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
const MAX_BITS = 16;

/** A plan, or null when the bins cannot keep the remainders apart: never up to 13,107, always from 32,769 on. */
export function planBins(modulus: number): BinPlan | null {
  if (modulus > 2 ** (MAX_BITS - 1)) return null;
  const factors: number[] = [];
  let below = 0;
  let above = 0;
  for (let power = 1 % modulus, j = 0; j < 4; j++, power = (power * 65536) % modulus) {
    const factor = Math.round((power * TWO_32) / modulus);
    // m times the rounding error of F_j, an exact integer; its limb takes it 0 to 65535 times.
    const error = factor * modulus - power * TWO_32;
    below += Math.min(0, error) * 65535;
    above += Math.max(0, error) * 65535;
    factors.push(factor);
  }
  const [f0, f1, f2, f3] = factors as [number, number, number, number];
  const [low, high, lowUpper, highUpper] = [f0 | 0, f2 | 0, (f1 - 65536 * f0) | 0, (f3 - 65536 * f2) | 0];
  if ([lowUpper, highUpper].some((factor) => factor !== (factor << 16) >> 16)) return null;
  // Each word is 2^31 too large mod 2^32, and each upper half, once biased, 2^15 too small.
  const offset = (((f0 + f2) * 2 ** 31) % TWO_32) - 32768 * (lowUpper + highUpper);
  for (const bits of [11, 14, 16] as const) {
    const remainders = assignBins(modulus, bits, below + offset * modulus, above + offset * modulus);
    if (remainders !== null) return { bits, low, high, lowUpper, highUpper, remainders };
  }
  return null;
}

/** Gives every bin the remainder whose window touches it; null when two windows touch the same bin. */
function assignBins(modulus: number, bits: number, below: number, above: number): Uint16Array | null {
  const binCount = 2 ** bits;
  if (modulus > binCount) return null;
  const remainders = new Uint16Array(binCount);
  const owned = new Uint8Array(binCount);
  // m times the width of a bin: so the ends of the windows are compared as integers below 2^50.
  const width = modulus * 2 ** (32 - bits);
  for (let r = 0; r < modulus; r++) {
    const last = Math.floor((r * TWO_32 + above) / width);
    for (let k = Math.floor((r * TWO_32 + below) / width); k <= last; k++) {
      const bin = ((k % binCount) + binCount) % binCount;
      if (owned[bin] === 1) return null;
      owned[bin] = 1;
      remainders[bin] = r;
    }
  }
  return remainders;
}

/** The plan as the loops read it: three vectors of four words. */
export function planWords({ low, high, lowUpper, highUpper }: BinPlan): Int32Array {
  const upper = (highUpper << 16) | (lowUpper & 0xffff);
  return Int32Array.from({ length: 12 }, (_, i) => [low, high, upper][i >> 2]!);
}
