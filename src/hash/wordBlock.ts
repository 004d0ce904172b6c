import { seedState } from './lookup3.ts';
import { SEED_HI, SEED_LO } from './partitionHash.ts';

/**
 * lookup3 of single words with the partition seed. All keys share the state after the seed, a = A + key, b = B, c = C,
 * and with it the first step of final(): c becomes C1 whatever the key, and what is taken from a in the second step is
 * R1. Eighteen operations a key remain:
 *
 *     a = ((A + key) ^ C1) - R1;  b = (B ^ a) - rot(a, 25);  c = (C1 ^ b) - rot(b, 16);
 *     a = (a ^ c) - rot(c, 4);    b = (b ^ a) - rot(a, 14);  c = (c ^ b) - rot(b, 24);   hash = (b, c)
 */
const seeded = new Int32Array(3);
seedState(4, SEED_HI, SEED_LO, seeded);
export const WORD_A = seeded[0]!;
export const WORD_B = seeded[1]!;
export const WORD_C1 = ((seeded[2]! ^ WORD_B) - ((WORD_B << 14) | (WORD_B >>> 18))) | 0;
export const WORD_R1 = (WORD_C1 << 11) | (WORD_C1 >>> 21);

/** Partition-seeded extended hashes of `count` words (int2, int4, oid, bool, date). */
export function hashWords(words: Int32Array, count: number, outHi: Uint32Array, outLo: Uint32Array): void {
  const [A, B, C1, R1] = [WORD_A, WORD_B, WORD_C1, WORD_R1];
  for (let i = 0; i < count; i++) {
    let a = (((A + words[i]!) ^ C1) - R1) | 0;
    let b = ((B ^ a) - ((a << 25) | (a >>> 7))) | 0;
    let c = ((C1 ^ b) - ((b << 16) | (b >>> 16))) | 0;
    a = ((a ^ c) - ((c << 4) | (c >>> 28))) | 0;
    b = ((b ^ a) - ((a << 14) | (a >>> 18))) | 0;
    c = ((c ^ b) - ((b << 24) | (b >>> 8))) | 0;
    outHi[i] = b;
    outLo[i] = c;
  }
}

/** Partition-seeded extended hashes of `count` 64-bit integers (int8, timestamp, timestamptz); see foldLong(). */
export function hashLongs(
  hi: Int32Array,
  lo: Uint32Array,
  count: number,
  outHi: Uint32Array,
  outLo: Uint32Array,
): void {
  const [A, B, C1, R1] = [WORD_A, WORD_B, WORD_C1, WORD_R1];
  for (let i = 0; i < count; i++) {
    const high = hi[i]!;
    let a = (((A + (lo[i]! ^ high ^ (high >> 31))) ^ C1) - R1) | 0;
    let b = ((B ^ a) - ((a << 25) | (a >>> 7))) | 0;
    let c = ((C1 ^ b) - ((b << 16) | (b >>> 16))) | 0;
    a = ((a ^ c) - ((c << 4) | (c >>> 28))) | 0;
    b = ((b ^ a) - ((a << 14) | (a >>> 18))) | 0;
    c = ((c ^ b) - ((b << 24) | (b >>> 8))) | 0;
    outHi[i] = b;
    outLo[i] = c;
  }
}
