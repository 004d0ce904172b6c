import { seedState } from './lookup3.ts';
import { SEED_HI, SEED_LO } from './partitionHash.ts';

/**
 * lookup3 of single words with one seed. All keys share the state after the seed, a = A + key, b = B, c = C,
 * and with it the first step of final(): c becomes C1 whatever the key, and what is taken from a in the second step is
 * R1. Eighteen operations a key remain:
 *
 *     a = ((A + key) ^ C1) - R1;  b = (B ^ a) - rot(a, 25);  c = (C1 ^ b) - rot(b, 16);
 *     a = (a ^ c) - rot(c, 4);    b = (b ^ a) - rot(a, 14);  c = (c ^ b) - rot(b, 24);   hash = (b, c)
 */
export interface WordSeed {
  readonly A: number;
  readonly B: number;
  readonly C1: number;
  readonly R1: number;
}

/** What all words share that are hashed with the same seed. */
export function wordSeed(seedHi: number, seedLo: number): WordSeed {
  const seeded = new Int32Array(3);
  seedState(4, seedHi, seedLo, seeded);
  const [A, B] = [seeded[0]!, seeded[1]!];
  const C1 = ((seeded[2]! ^ B) - ((B << 14) | (B >>> 18))) | 0;
  return { A, B, C1, R1: (C1 << 11) | (C1 >>> 21) };
}

const PARTITION_SEED = wordSeed(SEED_HI, SEED_LO);
export const { A: WORD_A, B: WORD_B, C1: WORD_C1, R1: WORD_R1 } = PARTITION_SEED;

/** Extended hashes of `count` words (int2, int4, oid, bool, date), with the partition seed unless told otherwise. */
export function hashWords(
  words: Int32Array,
  count: number,
  outHi: Uint32Array,
  outLo: Uint32Array,
  { A, B, C1, R1 }: WordSeed = PARTITION_SEED,
): void {
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

/** The same of 64-bit integers (int8, timestamp, timestamptz); see foldLong(). */
export function hashLongs(
  hi: Int32Array,
  lo: Uint32Array,
  count: number,
  outHi: Uint32Array,
  outLo: Uint32Array,
  { A, B, C1, R1 }: WordSeed = PARTITION_SEED,
): void {
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
