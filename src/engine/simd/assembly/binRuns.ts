/**
 * Fraction bins, see src/hash/fractionBins.ts: the leading bits of
 *
 *     f = lo * low + hi * high + (lo >>> 16) * lowUpper + (hi >>> 16) * highUpper  mod 2^32
 *
 * tell the remainder of hi * 2^32 + lo. Both words are biased by 2^31 here. That makes the carry of the addition of K one
 * signed comparison, and lets one signed product of 16-bit pairs do both of the last two terms; the plan's bins allow for
 * it. A constant shift is far quicker than a variable one, hence one function for each number of bins.
 */
import { V_C1, V_FOUR, V_K_HI_BIASED, V_K_LO_BIASED } from './constants.ts';
import { BINS, RUN, SPILL } from './layout.ts';
import { add, subRotated, swapHalves } from './lookup3.ts';
import { PLAN_HIGH, PLAN_LOW, PLAN_UPPER } from './plan.ts';
import { baseOf, blockFrom, blockTo, RUN_BLOCKS, runStart, straddlingA, straddlingB, valuesAt } from './serial.ts';

@inline
function bump(at: usize): void {
  store<u32>(at, load<u32>(at, BINS) + 1, BINS);
}

/** Counts four keys of which the last four of the six steps of a word's hash are left. */
@inline
export function countFour(a: v128, b: v128, c1: v128, plan: usize, shift: i32): void {
  let c = i32x4.sub(v128.xor(c1, b), swapHalves(b));
  a = subRotated(v128.xor(a, c), c, 4);
  b = subRotated(v128.xor(b, a), a, 14);
  c = subRotated(v128.xor(c, b), b, 24);
  const bias = v128.load(V_K_LO_BIASED);
  const lo = add(c, bias);
  const hi = i32x4.sub(add(b, v128.load(V_K_HI_BIASED)), i32x4.gt_s(bias, lo));
  const uppers = v128.shuffle<i16>(i32x4.shr_u(lo, 16), hi, 0, 9, 2, 11, 4, 13, 6, 15);
  const whole = add(i32x4.mul(lo, v128.load(plan, PLAN_LOW)), i32x4.mul(hi, v128.load(plan, PLAN_HIGH)));
  const f = add(whole, i32x4.dot_i16x8_s(uppers, v128.load(plan, PLAN_UPPER)));
  v128.store(SPILL, i32x4.shl(i32x4.shr_u(f, shift), 2));
  bump(load<u32>(SPILL));
  bump(load<u32>(SPILL, 4));
  bump(load<u32>(SPILL, 8));
  bump(load<u32>(SPILL, 12));
}

@inline
function binRuns(word: i32, runs: i32, plan: usize, shift: i32): void {
  const four = v128.load(V_FOUR);
  for (let run = 0; run < runs; run++) {
    const a0 = runStart(word + run * RUN);
    for (let block = 0; block < RUN_BLOCKS; block++) {
      const start = a0 + (block << 7);
      const base = i32x4.splat(baseOf(start));
      const end = blockTo(block);
      let at = blockFrom(block);
      let a = valuesAt(start, at);
      for (; at + 32 <= end; at += 32) {
        countFour(a, add(base, v128.load(at)), v128.load(V_C1), plan, shift);
        a = add(a, four);
        countFour(a, add(base, v128.load(at, 16)), v128.load(V_C1), plan, shift);
        a = add(a, four);
      }
      if (at < end) countFour(a, add(base, v128.load(at)), v128.load(V_C1), plan, shift);
    }
    countFour(straddlingA(a0), straddlingB(a0), v128.load(V_C1), plan, shift);
  }
}

/** `runs` runs from `word` on, which begins one, into 2^11, 2^14 or 2^16 bins. */
export function binRuns11(word: i32, runs: i32, plan: usize): void {
  binRuns(word, runs, plan, 21);
}

export function binRuns14(word: i32, runs: i32, plan: usize): void {
  binRuns(word, runs, plan, 18);
}

export function binRuns16(word: i32, runs: i32, plan: usize): void {
  binRuns(word, runs, plan, 16);
}
