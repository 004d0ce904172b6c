/** Hashes of integers: series of 64-bit numbers, which need no storage, and words that were stored before. */
import { V_A, V_B, V_C1, V_R1 } from './constants.ts';
import { WORDS, WORDS_HI } from './layout.ts';
import { add, finishWords, subRotated } from './lookup3.ts';

/** Hashes four words; see src/hash/wordBlock.ts. */
@inline
function hashFour(words: v128, outHi: usize, outLo: usize): void {
  const c1 = v128.load(V_C1);
  const a = i32x4.sub(v128.xor(add(v128.load(V_A), words), c1), v128.load(V_R1));
  finishWords(a, subRotated(v128.xor(v128.load(V_B), a), a, 25), c1, outHi, outLo);
}

/** The word that stands for a 64-bit integer; foldLong() in src/hash/partitionHash.ts. */
@inline
function fold(hi: v128, lo: v128): v128 {
  return v128.xor(v128.xor(lo, hi), i32x4.shr_s(hi, 31));
}

/** start, start + step, ... as int8 or timestamp; numbers of the smaller integer types hash as the same int8. */
export function hashSeries(start: i64, step: i64, rows: i32, outHi: usize, outLo: usize): void {
  let first = i64x2.add(i64x2.splat(start), i64x2(0, step));
  let second = i64x2.add(first, i64x2.splat(2 * step));
  const four = i64x2.splat(4 * step);
  for (let at: usize = 0, end = (rows as usize) << 2; at < end; at += 16) {
    const lo = v128.shuffle<i32>(first, second, 0, 2, 4, 6);
    const hi = v128.shuffle<i32>(first, second, 1, 3, 5, 7);
    hashFour(fold(hi, lo), outHi + at, outLo + at);
    first = i64x2.add(first, four);
    second = i64x2.add(second, four);
  }
}

/** The words of WORDS, as int2, int4, oid, bool and date. */
export function hashWords(rows: i32, outHi: usize, outLo: usize): void {
  for (let at: usize = 0, end = (rows as usize) << 2; at < end; at += 16) {
    hashFour(v128.load(WORDS + at), outHi + at, outLo + at);
  }
}

/** The numbers with their halves in WORDS_HI and WORDS, as int8. */
export function hashLongs(rows: i32, outHi: usize, outLo: usize): void {
  for (let at: usize = 0, end = (rows as usize) << 2; at < end; at += 16) {
    hashFour(fold(v128.load(WORDS_HI + at), v128.load(WORDS + at)), outHi + at, outLo + at);
  }
}

/**
 * Writes floor(t / unit) for t = value * unit + rest, t + (step * unit + stepRest), ... without a division a row: 64 bits
 * to WORDS_HI and WORDS. 0 <= rest, stepRest < unit.
 */
export function quotients(value: i64, rest: i64, step: i64, stepRest: i64, unit: i64, rows: i32): void {
  for (let at: usize = 0, end = (rows as usize) << 2; at < end; at += 4) {
    store<i32>(at, value as i32, WORDS);
    store<i32>(at, (value >> 32) as i32, WORDS_HI);
    rest += stepRest;
    value += step;
    if (rest >= unit) {
      rest -= unit;
      value++;
    }
  }
}
