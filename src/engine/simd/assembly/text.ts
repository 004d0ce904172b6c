/**
 * Hashes of text keys: a prefix and a running number of a fixed count of digits. The keys that differ in their last digit
 * or two only, a group, share everything before: lookup3 takes 12 bytes at a time, so the state after the blocks without
 * those digits is computed once a group. What the last digits add to a word comes from a table.
 *
 * - The tail, the bytes after the last whole block, holds the last digits: per key only final() remains, and when they
 *   lie in its first word, only as much as for an integer.
 * - There is no tail: per key the last block is mixed as well; its last digits are at the end of its third word.
 *
 * One byte of tail takes groups of ten, so that it is the first case.
 */
import { DIGITS, TEMPLATE } from './layout.ts';
import { add, finish, finishWords, mix, subRotated } from './lookup3.ts';

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

/** Digits that vary within a group. */
function variedDigits(length: i32, digits: i32): i32 {
  return length % 12 == 1 || digits < 3 ? 1 : 2;
}

/** Raises the decimal number that ends before `end`. */
function raise(end: usize): void {
  let at = end - 1;
  for (; load<u8>(at) == NINE; at--) store<u8>(at, ZERO);
  store<u8>(at, load<u8>(at) + 1);
}

/**
 * Hashes `rows` keys from `number` on, all with `digits` digits. TEMPLATE holds the prefix, which ends at length -
 * digits, and zeros behind the key; a0, b0, c0 is lookup3's state for this length. Up to three words before and
 * after the rows are overwritten; before them only when the number does not begin a group.
 */
export function hashText(
  number: i64, rows: i32, length: i32, digits: i32, a0: i32, b0: i32, c0: i32, outHi: usize, outLo: usize,
): void {
  const varied = variedDigits(length, digits);
  const group = varied == 1 ? 10 : 100;
  const tail = length % 12;
  fillTables(tail, varied);
  const end = TEMPLATE + length - varied;
  let lead = number / group;
  for (let at = end, start = TEMPLATE + length - digits; at > start; lead /= 10) store<u8>(--at, ZERO + ((lead % 10) as u8));
  memory.fill(end, 0, 24);
  const fixed = (length - digits) / 12;
  const blocks = length / 12 - (tail == 0 ? 1 : 0);
  a = a0;
  b = b0;
  c = c0;
  for (let block = 0; block < fixed; block++) mixBlock(TEMPLATE + block * 12);
  const fixedA = a;
  const fixedB = b;
  const fixedC = c;
  let from = (number % group) as i32;
  for (let left = rows; left > 0; ) {
    a = fixedA;
    b = fixedB;
    c = fixedC;
    for (let block = fixed; block < blocks; block++) mixBlock(TEMPLATE + block * 12);
    const to = min(group, from + left);
    const last = TEMPLATE + blocks * 12;
    const shift = (from << 2) as usize;
    if (tail == 0) hashBlocks(last, from, to, outHi - shift, outLo - shift);
    else if (tail <= 4) hashShortTails(last, from, to, outHi - shift, outLo - shift);
    else hashTails(last, from, to, outHi - shift, outLo - shift);
    outHi += ((to - from) << 2) as usize;
    outLo += ((to - from) << 2) as usize;
    left -= to - from;
    from = 0;
    if (left > 0) raise(end);
  }
}

/** Keys from .. to of a group whose last digits are in the first word of the tail: b and c are the same for all. */
function hashShortTails(at: usize, from: i32, to: i32, outHi: usize, outLo: usize): void {
  const c1 = (c ^ b) - rotl<i32>(b, 14);
  const r1 = rotl<i32>(c1, 11);
  const sum = i32x4.splat(a + load<i32>(at));
  const c4 = i32x4.splat(c1);
  const r4 = i32x4.splat(r1);
  const b4 = i32x4.splat(b);
  for (let j = ((from & -4) << 2) as usize, stop = (to << 2) as usize; j < stop; j += 16) {
    const x = i32x4.sub(v128.xor(add(sum, v128.load(j, DIGITS)), c4), r4);
    finishWords(x, subRotated(v128.xor(b4, x), x, 25), c4, outHi + j, outLo + j);
  }
}

/** The same for a longer tail. */
function hashTails(at: usize, from: i32, to: i32, outHi: usize, outLo: usize): void {
  const a4 = i32x4.splat(a + load<i32>(at));
  const b4 = i32x4.splat(b + load<i32>(at, 4));
  const c4 = i32x4.splat(c + (load<i32>(at, 8) << 8));
  for (let j = ((from & -4) << 2) as usize, stop = (to << 2) as usize; j < stop; j += 16) {
    const x = add(a4, v128.load(j, DIGITS));
    const y = add(b4, v128.load(j, DIGITS_B));
    finish(x, y, add(c4, v128.load(j, DIGITS_C)), outHi + j, outLo + j);
  }
}

/** The same without a tail: the last digits end the third word of the last block. */
function hashBlocks(at: usize, from: i32, to: i32, outHi: usize, outLo: usize): void {
  const a4 = i32x4.splat(a + load<i32>(at));
  const b4 = i32x4.splat(b + load<i32>(at, 4));
  const c4 = i32x4.splat(c + load<i32>(at, 8));
  for (let j = ((from & -4) << 2) as usize, stop = (to << 2) as usize; j < stop; j += 16) {
    let z = add(c4, v128.load(j, DIGITS_C));
    let x = mix(a4, z, 4);
    z = add(z, b4);
    let y = mix(b4, x, 6);
    x = add(x, z);
    z = mix(z, y, 8);
    y = add(y, x);
    x = mix(x, z, 16);
    z = add(z, y);
    y = mix(y, x, 19);
    x = add(x, z);
    z = mix(z, y, 4);
    y = add(y, x);
    finish(x, y, z, outHi + j, outLo + j);
  }
}
