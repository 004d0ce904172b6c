/**
 * lookup3 of one word with the partition seed, see src/hash/wordBlock.ts: state A + word, B, C after the seed, and what
 * follows from it alone. K is the constant of PostgreSQL's hash_combine64().
 *
 * V8 rebuilds a vector constant wherever it is used; one that was loaded before the loop stays in a register. So they lie
 * in memory.
 */
import { CONSTANTS } from './layout.ts';

export const A: i32 = 0xe933553e;
export const B: i32 = 0xc5da07a8;
export const C1: i32 = 0xb63d60cf;
export const R1: i32 = 0xeb067db1;
export const K_HI: i32 = 0x49a0f4dd;
export const K_LO: i32 = 0x15e5a8e3;

export const V_A: usize = CONSTANTS;
export const V_B: usize = CONSTANTS + 16;
export const V_C1: usize = CONSTANTS + 32;
export const V_R1: usize = CONSTANTS + 48;
export const V_K_HI: usize = CONSTANTS + 64;
export const V_K_LO: usize = CONSTANTS + 80;
/** K_LO + 2^31: a sum with it has its carry in one signed comparison. */
export const V_K_LO_BIASED: usize = CONSTANTS + 96;
export const V_K_HI_BIASED: usize = CONSTANTS + 112;
/** 0, 1, 2, 3. */
export const V_LANES: usize = CONSTANTS + 128;
/** 4, 4, 4, 4. */
export const V_FOUR: usize = CONSTANTS + 144;

/** Of random.ts: the factors of mix32(), the addend of a word, and the bytes of each word in reverse. */
export const V_MIX_1: usize = CONSTANTS + 160;
export const V_MIX_2: usize = CONSTANTS + 176;
export const V_GOLDEN: usize = CONSTANTS + 192;
export const V_TURN: usize = CONSTANTS + 208;
/** The bytes of each word rotated by one, up and down. */
export const V_ROTATE_8: usize = CONSTANTS + 224;
export const V_ROTATE_24: usize = CONSTANTS + 240;
/** 16 vectors that stay the same during one call; see keep(). */
const KEPT: usize = CONSTANTS + 512;

/** A vector of four times x that is loaded from memory, in `slot` 0 .. 15, and so kept in a register. */
@inline
export function keep(x: i32, slot: usize): v128 {
  v128.store(KEPT + (slot << 4), i32x4.splat(x));
  return v128.load(KEPT + (slot << 4));
}

export function storeConstants(): void {
  v128.store(V_A, i32x4.splat(A));
  v128.store(V_B, i32x4.splat(B));
  v128.store(V_C1, i32x4.splat(C1));
  v128.store(V_R1, i32x4.splat(R1));
  v128.store(V_K_HI, i32x4.splat(K_HI));
  v128.store(V_K_LO, i32x4.splat(K_LO));
  v128.store(V_K_LO_BIASED, i32x4.splat(K_LO ^ 0x80000000));
  v128.store(V_K_HI_BIASED, i32x4.splat(K_HI ^ 0x80000000));
  v128.store(V_LANES, i32x4(0, 1, 2, 3));
  v128.store(V_FOUR, i32x4.splat(4));
  v128.store(V_MIX_1, i32x4.splat(0x85ebca6b));
  v128.store(V_MIX_2, i32x4.splat(0xc2b2ae35));
  v128.store(V_GOLDEN, i32x4.splat(0x9e3779b9));
  v128.store(V_ROTATE_8, i8x16(3, 0, 1, 2, 7, 4, 5, 6, 11, 8, 9, 10, 15, 12, 13, 14));
  v128.store(V_ROTATE_24, i8x16(1, 2, 3, 0, 5, 6, 7, 4, 9, 10, 11, 8, 13, 14, 15, 12));
  v128.store(V_TURN, i8x16(3, 2, 1, 0, 7, 6, 5, 4, 11, 10, 9, 8, 15, 14, 13, 12));
}
