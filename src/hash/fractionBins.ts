/**
 * Counting n mod m without ever computing a remainder per key. With n in four 16-bit limbs, n = sum l_j * 2^(16j),
 *
 *     f = sum l_j * F_j  mod 2^32,   F_j = round(2^32 * (2^(16j) mod m) / m)
 *
 * is 2^32 * (n mod m) / m up to the rounding of the F_j, each at most 1/2 and multiplied by at most 65535. So the values
 * of f for one remainder lie in one short window, and a histogram of the leading bits of f can be turned into counts of
 * remainders once at the end. Whether no bin is shared is not argued but checked, bin by bin, in exact integers.
 *
 * Four multiplications of 32 bits a key took about 0.7 of the time of the reduction in doubles (modulo.ts).
 */
export interface FractionBins {
  /** F_0 and F_2, and F_1 - 2^16 F_0 and F_3 - 2^16 F_2, so that f needs whole words and their upper halves only. */
  readonly low: number;
  readonly high: number;
  readonly lowUpper: number;
  readonly highUpper: number;
  /** The bin is f >>> shift. */
  readonly shift: number;
  /** Zero between calls. */
  readonly bins: Uint32Array;
  /** Remainder of each bin; bins that no number reaches say 0. */
  readonly remainders: Uint16Array;
}

const TWO_32 = 4294967296;
/** More bins than a small modulus needs, so that two keys in a row seldom add to the same one. */
const MIN_BITS = 10;
const MAX_BITS = 16;

/** The F_j of a modulus, and the window that rounding them opens round each remainder, as multiples of 1 / modulus. */
export interface LimbFactors {
  readonly factors: readonly [number, number, number, number];
  readonly below: number;
  readonly above: number;
}

/** The F_j, or null for a modulus that 2^16 bins could never keep apart. */
export function limbFactors(modulus: number): LimbFactors | null {
  if (modulus > 2 ** (MAX_BITS - 1)) return null;
  const factors: [number, number, number, number] = [0, 0, 0, 0];
  let below = 0;
  let above = 0;
  for (let power = 1 % modulus, j = 0; j < 4; j++, power = (power * 65536) % modulus) {
    const factor = Math.round((power * TWO_32) / modulus);
    // m times the rounding error of F_j, an exact integer; l_j takes it 0 to 65535 times.
    const error = factor * modulus - power * TWO_32;
    below += Math.min(0, error) * 65535;
    above += Math.max(0, error) * 65535;
    factors[j] = factor;
  }
  return { factors, below, above };
}

/** Bins for a modulus, or null when 2^16 bins cannot keep its remainders apart (the first is 23698). */
export function planFractionBins(modulus: number): FractionBins | null {
  const limbs = limbFactors(modulus);
  if (limbs === null) return null;
  const [f0, f1, f2, f3] = limbs.factors;
  for (let bits = Math.max(MIN_BITS, Math.ceil(Math.log2(modulus)) + 1); bits <= MAX_BITS; bits++) {
    const remainders = assignBins(modulus, bits, limbs.below, limbs.above);
    if (remainders === null) continue;
    return {
      low: f0 | 0,
      high: f2 | 0,
      lowUpper: (f1 - 65536 * f0) | 0,
      highUpper: (f3 - 65536 * f2) | 0,
      shift: 32 - bits,
      bins: new Uint32Array(2 ** bits),
      remainders,
    };
  }
  return null;
}

/**
 * Gives every bin the remainder whose window touches it; null when two windows touch the same bin.
 * @param below ends of the window of remainder 0, and so of every other, as multiples of 1 / modulus
 */
export function assignBins(modulus: number, bits: number, below: number, above: number): Uint16Array | null {
  const binCount = 2 ** bits;
  if (modulus > binCount) return null;
  const remainders = new Uint16Array(binCount);
  const owned = new Uint8Array(binCount);
  // m times the width of a bin: with it the window ends r * 2^32 + below and + above are compared as integers below 2^50.
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

/** Moves the bins' counts to histogram[remainder] and empties the bins. */
export function emptyBins(plan: FractionBins, histogram: Uint32Array): void {
  const { bins, remainders } = plan;
  for (let k = 0; k < bins.length; k++) histogram[remainders[k]!]! += bins[k]!;
  bins.fill(0);
}
