/**
 * Counts runs of consecutive words without storing anything, as src/hash/serialLoops.ts does, four at a time.
 *
 * Over an aligned block of 2^12 values of A + word the first step, a = ((A + word) ^ C1) - R1, gives 2^12 consecutive
 * values in another order, and counting does not care about order. Within 128 values of a from a multiple a0 of 128 on,
 * a = a0 + j, the second step b = (B ^ a) - rot(a, 25) is
 *
 *     b = base + T[j],   base = ((B ^ a0) & -128) - (a0 >>> 7),   T[j] = (j ^ (B & 127)) - (j << 25)
 *
 * which leaves one addition of it. A run begins at FIRST = -R1 mod 128 = 79 within its block: 49 values of one block, 31
 * whole blocks and 79 values of another; the odd one of the former and three of the latter share a vector.
 */
import { A, B, C1, R1, V_LANES } from './constants.ts';
import { RUN, TABLE } from './layout.ts';
import { add } from './lookup3.ts';

/** Blocks of 128 that a run touches. */
export const RUN_BLOCKS: i32 = 33;

const FIRST: i32 = 79;
const STRADDLE: usize = TABLE + 512;

export function storeTable(): void {
  for (let j = 0; j < 128; j++) store<i32>(TABLE + (j << 2), (j ^ (B & 127)) - (j << 25));
  v128.store(STRADDLE, i32x4(load<i32>(TABLE, 508), load<i32>(TABLE), load<i32>(TABLE, 4), load<i32>(TABLE, 8)));
}

/** The multiple of 128 at or below the first value of a in the run that begins with this word. */
@inline
export function runStart(word: i32): i32 {
  return ((A + word) ^ (C1 & -RUN)) - R1 - FIRST;
}

@inline
export function baseOf(a0: i32): i32 {
  return ((B ^ a0) & -128) - (a0 >>> 7);
}

/** Address in T of the first vector of a run's block, and of the end of its last. */
@inline
export function blockFrom(block: i32): usize {
  return TABLE + (((block == 0 ? FIRST : block == RUN_BLOCKS - 1 ? 3 : 0) << 2) as usize);
}

@inline
export function blockTo(block: i32): usize {
  return TABLE + (((block == 0 ? 127 : block == RUN_BLOCKS - 1 ? FIRST : 128) << 2) as usize);
}

/** The values of a whose b is base + T[at ..]. */
@inline
export function valuesAt(a0: i32, at: usize): v128 {
  return add(i32x4.splat(a0 + (((at - TABLE) as i32) >> 2)), v128.load(V_LANES));
}

/** a and b of the vector that straddles the first and the last block: j = 127 of the one, 0, 1, 2 of the other. */
@inline
export function straddlingA(a0: i32): v128 {
  return i32x4(a0 + 127, a0 + RUN, a0 + RUN + 1, a0 + RUN + 2);
}

@inline
export function straddlingB(a0: i32): v128 {
  return add(i32x4.replace_lane(i32x4.splat(baseOf(a0 + RUN)), 0, baseOf(a0)), v128.load(STRADDLE));
}
