/**
 * Hashes of text keys: a prefix and a running number of a fixed count of digits. The keys that differ in their last digit
 * or two only, a group, share everything before: lookup3 takes 12 bytes at a time, so the state after the blocks without
 * those digits is computed once a group. What the last digits add to a word comes from a table.
 *
 * - The tail, the bytes after the last whole block, holds the last digits: per key only final() remains, and when they
 *   lie in its first word, only as much as for an integer.
 * - The tail is the last digit alone, and the one before it ends the last block: that block is mixed once for ten keys,
 *   four of them side by side.
 * - There is no tail: per key the last block is mixed as well; its last digits are at the end of its third word.
 */
import { keep } from './constants.ts';
import { DIGITS, TEMPLATE } from './layout.ts';
import { add, finishWords, mix, mixSwapped, mixTurned, subRotated } from './lookup3.ts';
import { BINS_11, BINS_14, BINS_16, countHashes, MASKED, masksOf, STORED } from './uses.ts';

const ZERO: u8 = 48;
const NINE: u8 = 57;
/** Three tables of 104 words, one a word of state. */
const DIGITS_B: usize = DIGITS + 416;
const DIGITS_C: usize = DIGITS_B + 416;

/** State of lookup3 after the blocks hashed so far. */
let a: i32 = 0;
let b: i32 = 0;
let c: i32 = 0;

let tabledTail: i32 = -1;
let tabledDigits: i32 = 0;

/** Fills the tables for the last `digits` digits of a tail of this many bytes; 0 stands for a whole block. */
function fillTables(tail: i32, digits: i32): void {
  if (tail == tabledTail && digits == tabledDigits) return;
  tabledTail = tail;
  tabledDigits = digits;
  memory.fill(DIGITS, 0, 1248);
  const length = tail == 0 ? 12 : tail;
  for (let j = 0; j < 104; j++) {
    place(j, length - 1, tail, ZERO + (j % 10));
    if (digits == 2) place(j, length - 2, tail, ZERO + j / 10);
  }
}

/** Adds a byte at a position of the last block to entry j. The tail leaves the lowest byte of c out. */
function place(j: i32, position: i32, tail: i32, byte: i32): void {
  const word = position >> 2;
  const shift = ((position & 3) << 3) + (word == 2 && tail != 0 ? 8 : 0);
  const at = DIGITS + word * 416 + ((j as usize) << 2);
  store<i32>(at, load<i32>(at) + (byte << shift));
}

/** Takes in one block of 12 bytes; mix() in src/hash/lookup3.ts. */
function mixBlock(at: usize): void {
  a += load<i32>(at);
  b += load<i32>(at, 4);
  c += load<i32>(at, 8);
  a = (a - c) ^ rotl<i32>(c, 4);
  c += b;
  b = (b - a) ^ rotl<i32>(a, 6);
  a += c;
  c = (c - b) ^ rotl<i32>(b, 8);
  b += a;
  a = (a - c) ^ rotl<i32>(c, 16);
  c += b;
  b = (b - a) ^ rotl<i32>(a, 19);
  a += c;
  c = (c - b) ^ rotl<i32>(b, 4);
  b += a;
}

/** Raises the decimal number that ends before `end`. */
function raise(end: usize): void {
  let at = end - 1;
  for (; load<u8>(at) == NINE; at--) store<u8>(at, ZERO);
  store<u8>(at, load<u8>(at) + 1);
}

/** What the keys of a call share; see prepare(). */
let tail: i32 = 0;
let byTens: bool = false;
let end: usize = 0;
let fixed: i32 = 0;
let blocks: i32 = 0;
let fixedA: i32 = 0;
let fixedB: i32 = 0;
let fixedC: i32 = 0;

/**
 * Lays down the key `number` of `length` bytes, of which `digits` are the number, and takes in the blocks before the digits.
 * TEMPLATE holds the prefix; a0, b0, c0 is lookup3's state for this length.
 * @returns keys a group: a hundred, or ten; a two-digit number begins at 10, not at a hundred
 */
function prepare(number: i64, length: i32, digits: i32, a0: i32, b0: i32, c0: i32): i32 {
  tail = length % 12;
  byTens = tail == 1 && digits > 1;
  const varied = byTens || digits > 2 ? 2 : 1;
  const group = varied == 1 ? 10 : 100;
  fillTables(tail, byTens ? 1 : varied);
  end = TEMPLATE + length - varied;
  let lead = number / group;
  for (let at = end, start = TEMPLATE + length - digits; at > start; lead /= 10) store<u8>(--at, ZERO + ((lead % 10) as u8));
  memory.fill(end, 0, 24);
  fixed = (length - digits) / 12;
  blocks = length / 12 - (tail == 0 || byTens ? 1 : 0);
  a = a0;
  b = b0;
  c = c0;
  for (let block = 0; block < fixed; block++) mixBlock(TEMPLATE + block * 12);
  fixedA = a;
  fixedB = b;
  fixedC = c;
  return group;
}

/** Takes in the blocks before the last digits; gives the address of the block or tail with them. */
function startGroup(): usize {
  a = fixedA;
  b = fixedB;
  c = fixedC;
  for (let block = fixed; block < blocks; block++) mixBlock(TEMPLATE + block * 12);
  return TEMPLATE + blocks * 12;
}

/** Keys from .. to of a group, whose digits are laid down at `at`. */
@inline
function useGroup(use: i32, at: usize, from: i32, to: i32, outHi: usize, outLo: usize): void {
  if (tail == 0) useBlocks(use, at, from, to, outHi, outLo);
  else if (byTens) {
    mixTens(at);
    if (use == STORED) storeTens(from, to, outHi, outLo);
    else countTens(use, outLo);
  } else if (tail <= 4) useShortTails(use, at, from, to, outHi, outLo);
  else useTails(use, at, from, to, outHi, outLo);
}

function storeGroup(at: usize, from: i32, to: i32, outHi: usize, outLo: usize): void {
  useGroup(STORED, at, from, to, outHi, outLo);
}

function maskGroup(at: usize, mask: usize): void {
  useGroup(MASKED, at, 0, 100, 0, mask);
}

function binGroup11(at: usize, plan: usize): void {
  useGroup(BINS_11, at, 0, 100, 0, plan);
}

function binGroup14(at: usize, plan: usize): void {
  useGroup(BINS_14, at, 0, 100, 0, plan);
}

function binGroup16(at: usize, plan: usize): void {
  useGroup(BINS_16, at, 0, 100, 0, plan);
}

/** Hashes `rows` keys from `number` on, see prepare(). Up to three words behind the rows are overwritten. */
export function hashText(
  number: i64, rows: i32, length: i32, digits: i32, a0: i32, b0: i32, c0: i32, outHi: usize, outLo: usize,
): void {
  const group = prepare(number, length, digits, a0, b0, c0);
  let from = (number % group) as i32;
  for (let left = rows; left > 0; ) {
    const to = min(group, from + left);
    const shift = (from << 2) as usize;
    storeGroup(startGroup(), from, to, outHi - shift, outLo - shift);
    outHi += ((to - from) << 2) as usize;
    outLo += ((to - from) << 2) as usize;
    left -= to - from;
    from = 0;
    if (left > 0) raise(end);
  }
}

/**
 * Counts whole hundreds of keys from `number` on, a multiple of 100 from 100 on, without storing a hash.
 * @param bits log2 of the number of fraction bins, and `plan` where theirs lies; 0 for powers of two, with `plan` the mask
 */
export function countText(
  number: i64, hundreds: i32, length: i32, digits: i32, a0: i32, b0: i32, c0: i32, bits: i32, plan: usize,
): void {
  prepare(number, length, digits, a0, b0, c0);
  for (let left = hundreds; left > 0; left--) {
    const at = startGroup();
    if (bits == 0) maskGroup(at, plan);
    else if (bits == 11) binGroup11(at, plan);
    else if (bits == 14) binGroup14(at, plan);
    else binGroup16(at, plan);
    if (left > 1) raise(end);
  }
}

/** Keys of a group whose last digits are in the first word of the tail: b and c are the same for all. */
@inline
function useShortTails(use: i32, at: usize, from: i32, to: i32, outHi: usize, outLo: usize): void {
  const c1 = (c ^ b) - rotl<i32>(b, 14);
  const r1 = rotl<i32>(c1, 11);
  const sum = keep(a + load<i32>(at), 1);
  const c4 = keep(c1, 2);
  const r4 = keep(r1, 3);
  const b4 = keep(b, 4);
  const masks = masksOf(outLo);
  for (let j = (from << 2) as usize, stop = (to << 2) as usize; j < stop; j += 16) {
    const x = i32x4.sub(v128.xor(add(sum, v128.load(j, DIGITS)), c4), r4);
    const y = subRotated(v128.xor(b4, x), x, 25);
    if (use == STORED) finishWords(x, y, c4, outHi + j, outLo + j);
    else countHashes(use, x, y, c4, masks, outLo);
  }
}

/** State of ten times ten keys before their last digit: a, b, C1 and R1 of ten each, and room for two more. */
const TENS: usize = DIGITS + 1264;
const TENS_B: usize = 48;
const TENS_C1: usize = 96;
const TENS_R1: usize = 144;

/**
 * When the last digit is all there is of the tail, and the digit before it ends the last block: mixes that block for each
 * ten of a group.
 */
function mixTens(at: usize): void {
  const a4 = keep(a + load<i32>(at), 1);
  const b4 = keep(b + load<i32>(at, 4), 2);
  const c4 = keep(c + load<i32>(at, 8), 3);
  for (let ten: usize = 0; ten < 48; ten += 16) {
    let z = add(c4, i32x4.shl(v128.load(ten, DIGITS), 24));
    let x = mix(a4, z, 4);
    z = add(z, b4);
    let y = mix(b4, x, 6);
    x = add(x, z);
    z = mixTurned(z, y);
    y = add(y, x);
    x = mixSwapped(x, z);
    z = add(z, y);
    y = mix(y, x, 19);
    x = add(x, z);
    z = mix(z, y, 4);
    y = add(y, x);
    const c1 = subRotated(v128.xor(z, y), y, 14);
    v128.store(ten, x, TENS);
    v128.store(ten, y, TENS + TENS_B);
    v128.store(ten, c1, TENS + TENS_C1);
    v128.store(ten, v128.or(i32x4.shl(c1, 11), i32x4.shr_u(c1, 21)), TENS + TENS_R1);
  }
}

function storeTens(from: i32, to: i32, outHi: usize, outLo: usize): void {
  for (let ten = from / 10, stop = (to + 9) / 10; ten < stop; ten++) {
    const state = TENS + ((ten as usize) << 2);
    const sum = v128.load32_splat(state);
    const b1 = v128.load32_splat(state, TENS_B);
    const c1 = v128.load32_splat(state, TENS_C1);
    const r1 = v128.load32_splat(state, TENS_R1);
    const first = max(from - ten * 10, 0) << 2;
    const end = min(to - ten * 10, 10) << 2;
    const row = (ten as usize) * 40;
    for (let j = first as usize; j < (end as usize); j += 16) {
      const x = i32x4.sub(v128.xor(add(sum, v128.load(j, DIGITS)), c1), r1);
      finishWords(x, subRotated(v128.xor(b1, x), x, 25), c1, outHi + row + j, outLo + row + j);
    }
  }
}

/** One vector of a whole hundred: the tens of its lanes and the last digits of its lanes. */
@inline
function countTen(use: i32, a1: v128, b1: v128, c1: v128, r1: v128, digits: v128, masks: v128, plan: usize): void {
  const x = i32x4.sub(v128.xor(add(a1, digits), c1), r1);
  countHashes(use, x, subRotated(v128.xor(b1, x), x, 25), c1, masks, plan);
}

/** Four tens side by side, one last digit after the other. */
@inline
function countFourTens(use: i32, state: usize, masks: v128, plan: usize): void {
  const a1 = v128.load(state);
  const b1 = v128.load(state, TENS_B);
  const c1 = v128.load(state, TENS_C1);
  const r1 = v128.load(state, TENS_R1);
  for (let j: usize = 0; j < 40; j += 4) countTen(use, a1, b1, c1, r1, v128.load32_splat(j, DIGITS), masks, plan);
}

/** The last two of ten in pairs of lanes, two last digits after the other. */
@inline
function countTens(use: i32, plan: usize): void {
  const masks = masksOf(plan);
  countFourTens(use, TENS, masks, plan);
  countFourTens(use, TENS + 16, masks, plan);
  const a1 = paired(TENS + 32);
  const b1 = paired(TENS + TENS_B + 32);
  const c1 = paired(TENS + TENS_C1 + 32);
  const r1 = paired(TENS + TENS_R1 + 32);
  for (let j: usize = 0; j < 40; j += 8) countTen(use, a1, b1, c1, r1, v128.load64_splat(j, DIGITS), masks, plan);
}

/** Two words, each in two lanes. */
@inline
function paired(at: usize): v128 {
  const words = v128.load64_splat(at);
  return v128.shuffle<i32>(words, words, 0, 0, 1, 1);
}

/** Keys of a group with a longer tail. */
@inline
function useTails(use: i32, at: usize, from: i32, to: i32, outHi: usize, outLo: usize): void {
  const a4 = keep(a + load<i32>(at), 5);
  const b4 = keep(b + load<i32>(at, 4), 6);
  const c4 = keep(c + (load<i32>(at, 8) << 8), 7);
  const masks = masksOf(outLo);
  for (let j = (from << 2) as usize, stop = (to << 2) as usize; j < stop; j += 16) {
    const x = add(a4, v128.load(j, DIGITS));
    const y = add(b4, v128.load(j, DIGITS_B));
    useFinal(use, x, y, add(c4, v128.load(j, DIGITS_C)), masks, outHi + j, outLo, j);
  }
}

/** Keys of a group without a tail: the last digits end the third word of the last block. */
@inline
function useBlocks(use: i32, at: usize, from: i32, to: i32, outHi: usize, outLo: usize): void {
  const a4 = keep(a + load<i32>(at), 0);
  const b4 = keep(b + load<i32>(at, 4), 1);
  const c4 = keep(c + load<i32>(at, 8), 2);
  const masks = masksOf(outLo);
  for (let j = (from << 2) as usize, stop = (to << 2) as usize; j < stop; j += 16) {
    let z = add(c4, v128.load(j, DIGITS_C));
    let x = mix(a4, z, 4);
    z = add(z, b4);
    let y = mix(b4, x, 6);
    x = add(x, z);
    z = mixTurned(z, y);
    y = add(y, x);
    x = mixSwapped(x, z);
    z = add(z, y);
    y = mix(y, x, 19);
    x = add(x, z);
    z = mix(z, y, 4);
    y = add(y, x);
    useFinal(use, x, y, z, masks, outHi + j, outLo, j);
  }
}

/** All of final(), and what becomes of it. */
@inline
function useFinal(use: i32, x: v128, y: v128, z: v128, masks: v128, outHi: usize, outLo: usize, j: usize): void {
  z = subRotated(v128.xor(z, y), y, 14);
  x = subRotated(v128.xor(x, z), z, 11);
  y = subRotated(v128.xor(y, x), x, 25);
  if (use == STORED) finishWords(x, y, z, outHi, outLo + j);
  else countHashes(use, x, y, z, masks, outLo);
}
