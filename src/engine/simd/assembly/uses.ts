/**
 * What becomes of hashes in loops that are compiled once for each use: they are stored, or counted at once in the bins of
 * maskRuns.ts (`plan` is the mask) or binRuns.ts (the number of bins is 2^(32 - use), `plan` is where their plan lies).
 */
import { countFour } from './binRuns.ts';
import { keep } from './constants.ts';
import { bumpAll, lowWords } from './maskRuns.ts';

export const STORED: i32 = 0;
export const MASKED: i32 = 1;
export const BINS_11: i32 = 21;
export const BINS_14: i32 = 18;
export const BINS_16: i32 = 16;

/** Loaded before the loop; of no use to fraction bins. */
@inline
export function masksOf(plan: usize): v128 {
  return keep((plan as i32) << 2, 15);
}

/** Counts four hashes of which the last four of the six steps of a word's hash are left. `use` is a constant. */
@inline
export function countHashes(use: i32, a: v128, b: v128, c1: v128, masks: v128, plan: usize): void {
  if (use == MASKED) bumpAll(v128.and(i32x4.shl(lowWords(a, b, c1), 2), masks));
  else countFour(a, b, c1, plan, use);
}
