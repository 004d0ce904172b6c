import type { FractionBins } from './fractionBins.ts';
import { WORD_A, WORD_B, WORD_C1, WORD_R1 } from './wordBlock.ts';

/**
 * The inner loops of countSerial(): hash words and count, nothing stored. Each loop spells out the six lines of
 * wordBlock.ts, because a call per key, or a value returned through memory, costs as much as the hash.
 *
 * There are two ways to run through words. Key by key computes a = ((A + word) ^ C1) - R1 each time. In aligned blocks
 * that is not needed: over all words with A + word in one aligned block of 2^12 values, the xor with a constant only
 * changes the order, so a takes 2^12 consecutive values, and counting does not care about order.
 *
 * Every sum of two is cut to 32 bits (`| 0`) before the next is added: a longer sum is computed in doubles, at half the
 * speed of the whole loop. For the same reason the constant of the combine step (COMBINE_HI, COMBINE_LO of combine.ts) is
 * written out where it is added: a literal is part of the instruction, a variable takes a register these loops do not have.
 */
export const ALIGNED = 4096;

/** Words until A + word is a multiple of ALIGNED. */
export function wordsToAlignment(word: number): number {
  return -(WORD_A + word) & (ALIGNED - 1);
}

/** First of the consecutive values of a in the block that starts with this word. */
function blockStart(word: number): number {
  return (((WORD_A + word) ^ (WORD_C1 & -ALIGNED)) - WORD_R1) | 0;
}

/**
 * Adds `count` keys (words word, word + stride, ... each xor `fold`) to bins[low bits of the hash]. The combine step only
 * adds a constant, which is left to whoever empties the bins; the last rotation is a shift, as only its low 24 bits count.
 * @param mask number of bins - 1, below 2^24
 */
export function maskWords(
  word: number,
  stride: number,
  fold: number,
  count: number,
  mask: number,
  bins: Uint32Array,
): void {
  const [A, B, C1, R1] = [WORD_A, WORD_B, WORD_C1, WORD_R1];
  let key = word | 0;
  for (let i = 0; i < count; i++) {
    let a = (((A + (key ^ fold)) ^ C1) - R1) | 0;
    let b = ((B ^ a) - ((a << 25) | (a >>> 7))) | 0;
    const c = ((C1 ^ b) - ((b << 16) | (b >>> 16))) | 0;
    a = ((a ^ c) - ((c << 4) | (c >>> 28))) | 0;
    b = ((b ^ a) - ((a << 14) | (a >>> 18))) | 0;
    bins[((c ^ b) - (b >>> 8)) & mask]! += 1;
    key = (key + stride) | 0;
  }
}

/** The same for `blocks` aligned blocks of consecutive words from `word` on. */
export function maskBlocks(word: number, blocks: number, mask: number, bins: Uint32Array): void {
  const [B, C1] = [WORD_B, WORD_C1];
  for (let block = 0; block < blocks; block++) {
    const start = blockStart(word + block * ALIGNED);
    const end = (start + ALIGNED) | 0;
    for (let x = start; x !== end; x = (x + 1) | 0) {
      let b = ((B ^ x) - ((x << 25) | (x >>> 7))) | 0;
      const c = ((C1 ^ b) - ((b << 16) | (b >>> 16))) | 0;
      const a = ((x ^ c) - ((c << 4) | (c >>> 28))) | 0;
      b = ((b ^ a) - ((a << 14) | (a >>> 18))) | 0;
      bins[((c ^ b) - (b >>> 8)) & mask]! += 1;
    }
  }
}

/** Adds `count` keys to the fraction bins. The carry of the low words is the top bit of c & ~sum (see combine.ts). */
export function binWords(word: number, stride: number, fold: number, count: number, plan: FractionBins): void {
  const [A, B, C1, R1] = [WORD_A, WORD_B, WORD_C1, WORD_R1];
  const addLo = 0x15e5a8e3;
  const addHi = 0x49a0f4dd;
  const { low, high, lowUpper, highUpper, shift, bins } = plan;
  let key = word | 0;
  for (let i = 0; i < count; i++) {
    let a = (((A + (key ^ fold)) ^ C1) - R1) | 0;
    let b = ((B ^ a) - ((a << 25) | (a >>> 7))) | 0;
    let c = ((C1 ^ b) - ((b << 16) | (b >>> 16))) | 0;
    a = ((a ^ c) - ((c << 4) | (c >>> 28))) | 0;
    b = ((b ^ a) - ((a << 14) | (a >>> 18))) | 0;
    c = ((c ^ b) - ((b << 24) | (b >>> 8))) | 0;
    const lo = (c + addLo) | 0;
    const hi = (((b + addHi) | 0) + ((c & ~lo) >>> 31)) | 0;
    const whole = (Math.imul(lo, low) + Math.imul(hi, high)) | 0;
    const upper = (Math.imul(lo >>> 16, lowUpper) + Math.imul(hi >>> 16, highUpper)) | 0;
    bins[((whole + upper) | 0) >>> shift]! += 1;
    key = (key + stride) | 0;
  }
}

/** The same for `blocks` aligned blocks of consecutive words from `word` on. */
export function binBlocks(word: number, blocks: number, plan: FractionBins): void {
  const [B, C1] = [WORD_B, WORD_C1];
  const addLo = 0x15e5a8e3;
  const addHi = 0x49a0f4dd;
  const { low, high, lowUpper, highUpper, shift, bins } = plan;
  for (let block = 0; block < blocks; block++) {
    const start = blockStart(word + block * ALIGNED);
    const end = (start + ALIGNED) | 0;
    for (let x = start; x !== end; x = (x + 1) | 0) {
      let b = ((B ^ x) - ((x << 25) | (x >>> 7))) | 0;
      let c = ((C1 ^ b) - ((b << 16) | (b >>> 16))) | 0;
      const a = ((x ^ c) - ((c << 4) | (c >>> 28))) | 0;
      b = ((b ^ a) - ((a << 14) | (a >>> 18))) | 0;
      c = ((c ^ b) - ((b << 24) | (b >>> 8))) | 0;
      const lo = (c + addLo) | 0;
      const hi = (((b + addHi) | 0) + ((c & ~lo) >>> 31)) | 0;
      const whole = (Math.imul(lo, low) + Math.imul(hi, high)) | 0;
      const upper = (Math.imul(lo >>> 16, lowUpper) + Math.imul(hi >>> 16, highUpper)) | 0;
      bins[((whole + upper) | 0) >>> shift]! += 1;
    }
  }
}
