/**
 * hash_combine64(a, b) of src/include/common/hashfn.h: a xor (b + 0x49a0f4dd15e5a8e3 + (a << 54) + (a >> 7)) in unsigned
 * 64-bit arithmetic, on 32-bit words. `a` is the accumulator.
 */
export const COMBINE_HI = 0x49a0f4dd;
export const COMBINE_LO = 0x15e5a8e3;

/** Replaces the accumulator words acc = [hi, lo] by combine(acc, hash). */
export function combineInto(acc: Uint32Array, hashHi: number, hashLo: number): void {
  const aHi = acc[0]!;
  const aLo = acc[1]!;
  const low = (hashLo >>> 0) + COMBINE_LO + (((aLo >>> 7) | (aHi << 25)) >>> 0);
  const high = hashHi + COMBINE_HI + (aLo << 22) + (aHi >>> 7) + Math.floor(low / 4294967296);
  acc[0] = aHi ^ high;
  acc[1] = aLo ^ low;
}

/**
 * The same for blocks: accHi[i], accLo[i] take in hi[i], lo[i]; a NULL contributes nothing at all. Each sum of two is cut
 * to 32 bits, or it would be computed in doubles; the carry of x + y = s is the top bit of (x & y) | ((x | y) & ~s), without a comparison.
 */
export function combineBlock(
  accHi: Uint32Array,
  accLo: Uint32Array,
  hi: Uint32Array,
  lo: Uint32Array,
  count: number,
  nulls?: Uint8Array,
): void {
  for (let i = 0; i < count; i++) {
    if (nulls !== undefined && nulls[i] === 1) continue;
    const aHi = accHi[i]! | 0;
    const aLo = accLo[i]! | 0;
    const hashLo = lo[i]! | 0;
    const shifted = (aLo >>> 7) | (aHi << 25);
    const low = (hashLo + COMBINE_LO) | 0;
    const sum = (low + shifted) | 0;
    // The top bit of COMBINE_LO is 0, which leaves x & ~s of the first carry.
    const carry = ((hashLo & ~low) >>> 31) + (((low & shifted) | ((low | shifted) & ~sum)) >>> 31);
    const hashHi = ((hi[i]! | 0) + COMBINE_HI) | 0;
    const shiftedHi = ((aLo << 22) + (aHi >>> 7)) | 0;
    accHi[i] = aHi ^ (((hashHi + shiftedHi) | 0) + carry);
    accLo[i] = aLo ^ sum;
  }
}

/** combine(0, hash) for blocks, in place: hash + the constant. */
export function combineWithZero(hi: Uint32Array, lo: Uint32Array, count: number): void {
  for (let i = 0; i < count; i++) {
    const hashLo = lo[i]! | 0;
    const sum = (hashLo + COMBINE_LO) | 0;
    lo[i] = sum;
    hi[i] = (((hi[i]! | 0) + COMBINE_HI) | 0) + ((hashLo & ~sum) >>> 31);
  }
}
