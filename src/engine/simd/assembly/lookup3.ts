/** lookup3 in four lanes: the steps of src/hash/lookup3.ts. */
import { V_C1, V_K_HI, V_K_LO, V_ROTATE_8, V_ROTATE_24 } from './constants.ts';

@inline
export function add(x: v128, y: v128): v128 {
  return i32x4.add(x, y);
}

/** y - rot(x, k): the halves of the rotation have no bit in common, so they can be taken away one by one. */
@inline
export function subRotated(y: v128, x: v128, k: i32): v128 {
  return i32x4.sub(i32x4.sub(y, i32x4.shl(x, k)), i32x4.shr_u(x, 32 - k));
}

/** (x - y) ^ rot(y, k): two thirds of a round of mix(). */
@inline
export function mix(x: v128, y: v128, k: i32): v128 {
  return v128.xor(v128.xor(i32x4.sub(x, y), i32x4.shl(y, k)), i32x4.shr_u(y, 32 - k));
}

/** rot(x, 16) swaps the halves, which processors do in fewer steps than two shifts. */
@inline
export function swapHalves(x: v128): v128 {
  return v128.shuffle<i16>(x, x, 1, 0, 3, 2, 5, 4, 7, 6);
}

/** The last four of the six steps of a word's hash, when a and b are known: b in the high words, c in the low ones. */
@inline
export function finishWords(a: v128, b: v128, c1: v128, outHi: usize, outLo: usize): void {
  let c = i32x4.sub(v128.xor(c1, b), swapHalves(b));
  a = subRotated(v128.xor(a, c), c, 4);
  b = subRotated(v128.xor(b, a), a, 14);
  c = i32x4.sub(v128.xor(c, b), i8x16.swizzle(b, v128.load(V_ROTATE_24)));
  storeHash(b, c, outHi, outLo);
}

/**
 * Stores four hashes plus the constant K of hash_combine64(): that is the row hash of a single column, and what the next
 * columns' hashes are combined with as well.
 */
@inline
export function storeHash(b: v128, c: v128, outHi: usize, outLo: usize): void {
  const lo = add(c, v128.load(V_K_LO));
  // The top bit of K_LO is 0, so the carry is the top bit of c & ~lo.
  const carry = i32x4.shr_u(v128.andnot(c, lo), 31);
  v128.store(outLo, lo);
  v128.store(outHi, add(add(b, v128.load(V_K_HI)), carry));
}

/** (x - y) ^ rot(y, 16). */
@inline
export function mixSwapped(x: v128, y: v128): v128 {
  return v128.xor(i32x4.sub(x, y), swapHalves(y));
}

/** (x - y) ^ rot(y, 8). */
@inline
export function mixTurned(x: v128, y: v128): v128 {
  return v128.xor(i32x4.sub(x, y), i8x16.swizzle(y, v128.load(V_ROTATE_8)));
}
