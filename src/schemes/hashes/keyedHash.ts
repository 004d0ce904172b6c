import { mix32 } from '../../lib/prng.ts';

/**
 * Unsigned 32-bit hash of a key's row hash (hi, lo) under a salt of two words: one salt a node or a bucket, so that the
 * same key meets independent draws at each. Two rounds of MurmurHash3's finaliser, which is a bijection: for one key no
 * result is favoured.
 */
export function keyedHash(hi: number, lo: number, saltHi: number, saltLo: number): number {
  return mix32(mix32(lo ^ saltLo) ^ hi ^ saltHi) >>> 0;
}

/** Salt for number 0, 1, 2 ...: multiples of 2^32 over the golden ratio, so that neighbours differ in many bits. */
export function saltOf(index: number): number {
  return Math.imul(index + 1, 0x9e3779b9);
}

/** Maps a 32-bit word evenly to 0 .. size - 1 by its high bits; exact, since the product stays below 2^53. */
export function scaleWord(word: number, size: number): number {
  return Math.floor((word * size) / 4294967296);
}
