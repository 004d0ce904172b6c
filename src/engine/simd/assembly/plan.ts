/** The three vectors of a plan of fraction bins; see binRuns.ts. */
export const PLAN_LOW: usize = 0;
export const PLAN_HIGH: usize = 16;
/** lowUpper and highUpper in turn, 16 bits each. */
export const PLAN_UPPER: usize = 32;
