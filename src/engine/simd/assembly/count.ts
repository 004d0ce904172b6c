/** Counts the row hashes of a block into the histogram at `base`. */
import { keep } from './constants.ts';
import { ROW_HI, ROW_LO, SPILL, WORDS, WORDS_HI } from './layout.ts';
import { add } from './lookup3.ts';
import { PLAN_HIGH, PLAN_LOW, PLAN_UPPER } from './plan.ts';

@inline
function bump(at: usize): void {
  store<u32>(at, load<u32>(at) + 1);
}

/** Raises the words at four addresses, or at as many as rows are left. */
@inline
function bumpAll(addresses: v128, left: i32): void {
  v128.store(SPILL, addresses);
  bump(load<u32>(SPILL));
  if (left >= 4) {
    bump(load<u32>(SPILL, 4));
    bump(load<u32>(SPILL, 8));
    bump(load<u32>(SPILL, 12));
    return;
  }
  if (left > 1) bump(load<u32>(SPILL, 4));
  if (left > 2) bump(load<u32>(SPILL, 8));
}

/** For a power of two, mask + 1. */
export function countMask(rows: i32, mask: i32, base: i32): void {
  const masks = keep(mask << 2, 0);
  const bases = keep(base, 1);
  for (let row = 0; row < rows; row += 4) {
    const lo = v128.load((row << 2) as usize, ROW_LO);
    bumpAll(add(v128.and(i32x4.shl(lo, 2), masks), bases), rows - row);
  }
}

@inline
function countBins(rows: i32, plan: usize, base: i32, shift: i32): void {
  const bases = keep(base, 1);
  const bias = keep(0x80000000, 2);
  for (let row = 0; row < rows; row += 4) {
    const lo = v128.xor(v128.load((row << 2) as usize, ROW_LO), bias);
    const hi = v128.xor(v128.load((row << 2) as usize, ROW_HI), bias);
    const uppers = v128.shuffle<i16>(i32x4.shr_u(lo, 16), hi, 0, 9, 2, 11, 4, 13, 6, 15);
    const whole = add(i32x4.mul(lo, v128.load(plan, PLAN_LOW)), i32x4.mul(hi, v128.load(plan, PLAN_HIGH)));
    const f = add(whole, i32x4.dot_i16x8_s(uppers, v128.load(plan, PLAN_UPPER)));
    bumpAll(add(i32x4.shl(i32x4.shr_u(f, shift), 2), bases), rows - row);
  }
}

/** Fraction bins as in binRuns.ts. */
export function countBins11(rows: i32, plan: usize, base: i32): void {
  countBins(rows, plan, base, 21);
}

export function countBins14(rows: i32, plan: usize, base: i32): void {
  countBins(rows, plan, base, 18);
}

export function countBins16(rows: i32, plan: usize, base: i32): void {
  countBins(rows, plan, base, 16);
}

/**
 * The remainder of hi * 2^32 + lo by a modulus below 2^30, without a division: with high = ceil(2^64 * (2^32 mod m) / m)
 * and low = ceil(2^64 / m), hi * high + lo * low mod 2^64 is 2^64 / m times the remainder plus an error below 2^33. Its
 * upper half plus one, times m / 2^32, is therefore at least the remainder and less than 3 m / 2^32 < 1 above it.
 */
@inline
function remainder(at: usize, modulus: u64, high: u64, low: u64): u32 {
  const product = (load<u32>(at, ROW_HI) as u64) * high + (load<u32>(at, ROW_LO) as u64) * low;
  return ((((product + 0x100000000) >>> 32) * modulus) >>> 32) as u32;
}

@inline
function divided(at: usize, modulus: u64): u32 {
  return ((((load<u32>(at, ROW_HI) as u64) << 32) | (load<u32>(at, ROW_LO) as u64)) % modulus) as u32;
}

export function countExact(rows: i32, modulus: i64, high: i64, low: i64, base: i32): void {
  for (let at: usize = 0, end = (rows as usize) << 2; at < end; at += 4) {
    bump(base + (remainder(at, modulus, high, low) << 2));
  }
}

/** For a modulus from 2^30 on. */
export function countDivided(rows: i32, modulus: i64, base: i32): void {
  for (let at: usize = 0, end = (rows as usize) << 2; at < end; at += 4) bump(base + (divided(at, modulus) << 2));
}

/** Writes the remainders to the array `out`. */
export function remainders(rows: i32, modulus: i64, high: i64, low: i64, out: usize): void {
  for (let at: usize = 0, end = (rows as usize) << 2; at < end; at += 4) {
    store<u32>(out + at, remainder(at, modulus, high, low));
  }
}

export function remaindersDivided(rows: i32, modulus: i64, out: usize): void {
  for (let at: usize = 0, end = (rows as usize) << 2; at < end; at += 4) store<u32>(out + at, divided(at, modulus));
}

/**
 * Counts pairs of positions. The tables hold, for each remainder, the address of the row of the old position and the
 * offset of the new one in it; remainders are in WORDS_HI (old) and WORDS (new).
 */
export function countPairs(rows: i32, oldTable: usize, newTable: usize): void {
  for (let at: usize = 0, end = (rows as usize) << 2; at < end; at += 4) {
    const row = load<u32>(oldTable + (load<u32>(at, WORDS_HI) << 2));
    bump(row + load<u32>(newTable + (load<u32>(at, WORDS) << 2)));
  }
}
