/**
 * The count as one would write it at first: PostgreSQL's hash of a bigint with all 64-bit arithmetic in BigInt. The
 * reference for speed, and a third opinion on the counts.
 */
const MASK = (1n << 64n) - 1n;
const SEED_HI = 0x7a5b2236;
const SEED_LO = 0x7996dcfd;
const COMBINE = 0x49a0f4dd15e5a8e3n;

function rotate(x: number, k: number): number {
  return (x << k) | (x >>> (32 - k));
}

/** hash_uint32_extended() of src/common/hashfn.c. */
function hashWord(word: number): bigint {
  let a = (0x9e3779b9 + 4 + 3923095) | 0;
  let b = a;
  let c = a;
  a = (a + SEED_HI) | 0;
  b = (b + SEED_LO) | 0;
  a = (a - c) ^ rotate(c, 4);
  c = (c + b) | 0;
  b = (b - a) ^ rotate(a, 6);
  a = (a + c) | 0;
  c = (c - b) ^ rotate(b, 8);
  b = (b + a) | 0;
  a = (a - c) ^ rotate(c, 16);
  c = (c + b) | 0;
  b = (b - a) ^ rotate(a, 19);
  a = (a + c) | 0;
  c = (c - b) ^ rotate(b, 4);
  b = (b + a) | 0;
  a = (a + word) | 0;
  c = ((c ^ b) - rotate(b, 14)) | 0;
  a = ((a ^ c) - rotate(c, 11)) | 0;
  b = ((b ^ a) - rotate(a, 25)) | 0;
  c = ((c ^ b) - rotate(b, 16)) | 0;
  a = ((a ^ c) - rotate(c, 4)) | 0;
  b = ((b ^ a) - rotate(a, 14)) | 0;
  c = ((c ^ b) - rotate(b, 24)) | 0;
  return (BigInt(b >>> 0) << 32n) | BigInt(c >>> 0);
}

/** Counts the bigint keys 1..rows per remainder. */
export function countWithBigInt(rows: number, modulus: number): number[] {
  const counts = new Array<number>(modulus).fill(0);
  const divisor = BigInt(modulus);
  for (let key = 1n; key <= BigInt(rows); key++) {
    const low = Number(key & 0xffffffffn);
    const high = Number(key >> 32n);
    const rowHash = (hashWord(key >= 0n ? low ^ high : low ^ ~high) + COMBINE) & MASK;
    counts[Number(rowHash % divisor)]! += 1;
  }
  return counts;
}
