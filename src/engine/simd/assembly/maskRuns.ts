/**
 * Runs of words counted by the low bits of their hash, for powers of two. The constant that the combine step adds only
 * renumbers the bins, which is left to whoever reads them; the high word of the hash is never computed.
 */
import { keep, V_C1, V_FOUR } from './constants.ts';
import { BINS, RUN, SPILL } from './layout.ts';
import { add, subRotated, swapHalves } from './lookup3.ts';
import { baseOf, blockFrom, blockTo, RUN_BLOCKS, runStart, straddlingA, straddlingB, valuesAt } from './serial.ts';

@inline
function bump(at: usize): void {
  store<u32>(at, load<u32>(at, BINS) + 1, BINS);
}

/** One more in each of four bins; `offsets` are in bytes. */
@inline
export function bumpAll(offsets: v128): void {
  v128.store(SPILL, offsets);
  bump(load<u32>(SPILL));
  bump(load<u32>(SPILL, 4));
  bump(load<u32>(SPILL, 8));
  bump(load<u32>(SPILL, 12));
}

/** The low words of four hashes, right in their low 24 bits: there the last rotation is a shift. */
@inline
export function lowWords(a: v128, b: v128, c1: v128): v128 {
  const c = i32x4.sub(v128.xor(c1, b), swapHalves(b));
  a = subRotated(v128.xor(a, c), c, 4);
  b = subRotated(v128.xor(b, a), a, 14);
  return i32x4.sub(v128.xor(c, b), i32x4.shr_u(b, 8));
}

/**
 * `runs` runs from `word` on, which begins one; bins[low bits of c] is raised.
 * @param mask number of bins - 1, at most 65535
 */
export function maskRuns(word: i32, runs: i32, mask: i32): void {
  const c1 = v128.load(V_C1);
  const four = v128.load(V_FOUR);
  const masks = keep(mask << 2, 0);
  for (let run = 0; run < runs; run++) {
    const a0 = runStart(word + run * RUN);
    for (let block = 0; block < RUN_BLOCKS; block++) {
      const start = a0 + (block << 7);
      const base = i32x4.splat(baseOf(start));
      const end = blockTo(block);
      let at = blockFrom(block);
      let a = valuesAt(start, at);
      for (; at + 32 <= end; at += 32) {
        bumpAll(v128.and(i32x4.shl(lowWords(a, add(base, v128.load(at)), c1), 2), masks));
        a = add(a, four);
        bumpAll(v128.and(i32x4.shl(lowWords(a, add(base, v128.load(at, 16)), c1), 2), masks));
        a = add(a, four);
      }
      if (at < end) bumpAll(v128.and(i32x4.shl(lowWords(a, add(base, v128.load(at)), c1), 2), masks));
    }
    bumpAll(v128.and(i32x4.shl(lowWords(straddlingA(a0), straddlingB(a0), c1), 2), masks));
  }
}

/** Where few keys of a run are counted one by one while the others are counted by four. */
const SINGLES: i32 = 16384;

/** The same right in the low 6 bits: there one more rotation is a shift. */
@inline
function lowBits(a: v128, b: v128, c1: v128): v128 {
  const c = i32x4.sub(v128.xor(c1, b), swapHalves(b));
  a = subRotated(v128.xor(a, c), c, 4);
  b = i32x4.sub(v128.xor(b, a), i32x4.shr_u(a, 18));
  return i32x4.sub(v128.xor(c, b), i32x4.shr_u(b, 8));
}

/**
 * The same for up to 8 bins. Four keys, one of each of four vectors, make one index of 4 * 3 bits into 4096 bins, so
 * that four keys cost one increment; what does not come by sixteen is counted one by one behind them.
 */
export function packedRuns(word: i32, runs: i32, mask: i32): void {
  const c1 = v128.load(V_C1);
  const four = v128.load(V_FOUR);
  const masks = keep(mask << 2, 0);
  const bits = keep(mask, 1);
  const singles = keep(SINGLES, 2);
  for (let run = 0; run < runs; run++) {
    const a0 = runStart(word + run * RUN);
    for (let block = 0; block < RUN_BLOCKS; block++) {
      const start = a0 + (block << 7);
      const base = i32x4.splat(baseOf(start));
      const end = blockTo(block);
      let at = blockFrom(block);
      let a = valuesAt(start, at);
      for (; at + 64 <= end; at += 64) {
        let packed = v128.and(i32x4.shl(lowBits(a, add(base, v128.load(at)), c1), 2), masks);
        a = add(a, four);
        let low = lowBits(a, add(base, v128.load(at, 16)), c1);
        packed = v128.or(packed, i32x4.shl(v128.and(low, bits), 5));
        a = add(a, four);
        low = lowBits(a, add(base, v128.load(at, 32)), c1);
        packed = v128.or(packed, i32x4.shl(v128.and(low, bits), 8));
        a = add(a, four);
        low = lowBits(a, add(base, v128.load(at, 48)), c1);
        packed = v128.or(packed, i32x4.shl(v128.and(low, bits), 11));
        a = add(a, four);
        bumpAll(packed);
      }
      for (; at < end; at += 16) {
        bumpAll(add(singles, v128.and(i32x4.shl(lowBits(a, add(base, v128.load(at)), c1), 2), masks)));
        a = add(a, four);
      }
    }
    bumpAll(add(singles, v128.and(i32x4.shl(lowBits(straddlingA(a0), straddlingB(a0), c1), 2), masks)));
  }
}
