/**
 * Random words as src/lib/prng.ts makes them, four rows at a time. `mixedSeed` is the part that 2^32 rows share, and
 * `low` the low word of the first row's number; the page's side sees to it that low + rows passes no multiple of 2^32.
 */
import { keep, V_FOUR, V_GOLDEN, V_LANES, V_MIX_1, V_MIX_2, V_TURN } from './constants.ts';
import { KEY_ROWS, KEY_WORDS, WORDS, WORDS_HI } from './layout.ts';
import { add, finishWords, mix, mixSwapped, mixTurned, subRotated } from './lookup3.ts';
import { BINS_11, BINS_14, BINS_16, countHashes, MASKED, masksOf, STORED } from './uses.ts';

const GOLDEN: i32 = 0x9e3779b9;

/** mix32() of src/lib/prng.ts; m1 and m2 are its two factors. */
@inline
function mix32(h: v128, m1: v128, m2: v128): v128 {
  h = i32x4.mul(v128.xor(h, i32x4.shr_u(h, 16)), m1);
  h = i32x4.mul(v128.xor(h, i32x4.shr_u(h, 13)), m2);
  return v128.xor(h, i32x4.shr_u(h, 16));
}

/** Writes the words of a stream to the array `out`. */
export function randomWords(mixedSeed: i32, low: i32, stream: i32, rows: i32, out: usize): void {
  const seeds = keep(mixedSeed, 0);
  const m1 = v128.load(V_MIX_1);
  const m2 = v128.load(V_MIX_2);
  const addend = keep((stream + 1) * GOLDEN, 1);
  let row = add(i32x4.splat(low), v128.load(V_LANES));
  for (let at: usize = 0, end = (rows as usize) << 2; at < end; at += 16) {
    v128.store(out + at, mix32(add(mix32(v128.xor(row, seeds), m1, m2), addend), m1, m2));
    row = add(row, v128.load(V_FOUR));
  }
}

/** WORDS[i] >>= bits, signed: 16 makes an int2 of a random word. */
export function shiftWords(bits: i32, rows: i32): void {
  for (let at: usize = 0, end = (rows as usize) << 2; at < end; at += 4) {
    store<i32>(at, load<i32>(at, WORDS) >> bits, WORDS);
  }
}

/** WORDS[i] = min + floor(WORDS[i] / 2^32 * span) in doubles, rounded as JavaScript rounds. */
export function scaleWords(min: f64, span: f64, rows: i32): void {
  for (let at: usize = 0, end = (rows as usize) << 2; at < end; at += 4) {
    const unit = (load<u32>(at, WORDS) as f64) / 4294967296;
    store<i32>(at, (min + Math.floor(unit * span)) as i32, WORDS);
  }
}

/**
 * Keys of 16 bytes are made and hashed 256 at a time, in four loops of about the same length. Each step of a key waits for
 * the one before, and a processor looks about a hundred instructions ahead for others to do meanwhile: in short loops those
 * are several rounds, in a single long one they are one (and there are not enough registers for it either).
 */
const WORD_1: usize = KEY_ROWS << 2;
const WORD_2: usize = KEY_ROWS << 3;
const WORD_3: usize = KEY_ROWS * 12;

/** The state of a key that is being hashed takes the place of its words. */
const STATE_Y: usize = WORD_1;
const STATE_Z: usize = WORD_2;

/** Bytes 0 .. 3 of a key lie in its most significant word, so each word is turned round before it is hashed. */
@inline
function turned(word: v128): v128 {
  return i8x16.swizzle(word, v128.load(V_TURN));
}

/**
 * Hashes the keys; a, b, c is lookup3's state for 16 bytes. The marks of a UUID's version are put in here: what they
 * clear is masked, what they set is added to the state beforehand. STORED: to the arrays up to outHi + bytes. Else
 * outLo is the mask or the plan; see uses.ts.
 */
@inline
function hashKeys(use: i32, version: i32, a: i32, b: i32, c: i32, bytes: usize, outHi: usize, outLo: usize): void {
  const isMarked = version != 0;
  const a4 = keep(a, 0);
  const b4 = keep(isMarked ? b + bswap<i32>(version << 12) : b, 1);
  const c4 = keep(isMarked ? c + bswap<i32>(0x80000000) : c, 2);
  const keptOf1 = keep(isMarked ? bswap<i32>(0xffff0fff) : -1, 3);
  const keptOf2 = keep(isMarked ? bswap<i32>(0x3fffffff) : -1, 4);
  const masks = masksOf(outLo);
  for (let at: usize = 0; at < bytes; at += 16) {
    let x = add(a4, turned(v128.load(KEY_WORDS + at)));
    let y = add(b4, v128.and(turned(v128.load(KEY_WORDS + at, WORD_1)), keptOf1));
    let z = add(c4, v128.and(turned(v128.load(KEY_WORDS + at, WORD_2)), keptOf2));
    // mix(), spelled out because a function returns one vector only.
    x = mix(x, z, 4);
    z = add(z, y);
    y = mix(y, x, 6);
    x = add(x, z);
    z = mixTurned(z, y);
    y = add(y, x);
    x = mixSwapped(x, z);
    z = add(z, y);
    y = mix(y, x, 19);
    x = add(x, z);
    z = mix(z, y, 4);
    y = add(y, x);
    x = add(x, turned(v128.load(KEY_WORDS + at, WORD_3)));
    z = subRotated(v128.xor(z, y), y, 14);
    x = subRotated(v128.xor(x, z), z, 11);
    y = subRotated(v128.xor(y, x), x, 25);
    v128.store(KEY_WORDS + at, x);
    v128.store(KEY_WORDS + at, y, STATE_Y);
    v128.store(KEY_WORDS + at, z, STATE_Z);
  }
  for (let at: usize = 0; at < bytes; at += 16) {
    const x = v128.load(KEY_WORDS + at);
    const y = v128.load(KEY_WORDS + at, STATE_Y);
    const z = v128.load(KEY_WORDS + at, STATE_Z);
    if (use == STORED) finishWords(x, y, z, outHi + at, outLo + at);
    else countHashes(use, x, y, z, masks, outLo);
  }
}

function storeKeys(version: i32, a: i32, b: i32, c: i32, bytes: usize, outHi: usize, outLo: usize): void {
  hashKeys(STORED, version, a, b, c, bytes, outHi, outLo);
}

function maskKeys(version: i32, a: i32, b: i32, c: i32, bytes: usize, mask: usize): void {
  hashKeys(MASKED, version, a, b, c, bytes, 0, mask);
}

function binKeys11(version: i32, a: i32, b: i32, c: i32, bytes: usize, plan: usize): void {
  hashKeys(BINS_11, version, a, b, c, bytes, 0, plan);
}

function binKeys14(version: i32, a: i32, b: i32, c: i32, bytes: usize, plan: usize): void {
  hashKeys(BINS_14, version, a, b, c, bytes, 0, plan);
}

function binKeys16(version: i32, a: i32, b: i32, c: i32, bytes: usize, plan: usize): void {
  hashKeys(BINS_16, version, a, b, c, bytes, 0, plan);
}

/** The 128 random bits of rows from the one with this low word on; randomBits() in src/keys/words128.ts. */
function makeKeys(mixedSeed: i32, low: i32, stir: i32, bytes: usize): void {
  const seeds = keep(mixedSeed, 0);
  const addend1 = keep(stir + GOLDEN, 1);
  const addend2 = keep(stir + 2 * GOLDEN, 2);
  const addend3 = keep(stir + 3 * GOLDEN, 3);
  const m1 = v128.load(V_MIX_1);
  const m2 = v128.load(V_MIX_2);
  const golden = v128.load(V_GOLDEN);
  const four = v128.load(V_FOUR);
  let row = add(i32x4.splat(low), v128.load(V_LANES));
  for (let at = KEY_WORDS, end = KEY_WORDS + bytes; at < end; at += 16) {
    v128.store(at, mix32(add(mix32(v128.xor(row, seeds), m1, m2), golden), m1, m2));
    row = add(row, four);
  }
  for (let at = KEY_WORDS, end = KEY_WORDS + bytes; at < end; at += 16) {
    const word = v128.load(at);
    v128.store(at, mix32(add(word, addend1), m1, m2), WORD_1);
    v128.store(at, mix32(add(word, addend2), m1, m2), WORD_2);
    v128.store(at, mix32(add(word, addend3), m1, m2), WORD_3);
  }
}

/** Replaces the first 48 bits by the milliseconds in WORDS_HI and WORDS from `from` on. */
function stamp(from: usize, bytes: usize): void {
  for (let at: usize = 0; at < bytes; at += 16) {
    const ms = v128.load(from + at, WORDS);
    const upper = v128.or(i32x4.shl(v128.load(from + at, WORDS_HI), 16), i32x4.shr_u(ms, 16));
    v128.store(KEY_WORDS + at, upper);
    const rest = i32x4.shr_u(i32x4.shl(v128.load(KEY_WORDS + at, WORD_1), 16), 16);
    v128.store(KEY_WORDS + at, v128.or(i32x4.shl(ms, 16), rest), WORD_1);
  }
}

/**
 * Makes the random 16 bytes of up to KEY_ROWS rows from the one with this low word on; for version 7 with the milliseconds
 * from WORDS_HI + at and WORDS + at on.
 */
function makeVersion(version: i32, mixedSeed: i32, low: i32, stir: i32, at: usize, bytes: usize): void {
  makeKeys(mixedSeed, low + ((at >> 2) as i32), stir, bytes);
  if (version == 7) stamp(at, bytes);
}

/**
 * Hashes the random 16 bytes of rows as they are for version 0, or marked as UUIDs of version 4 or 7; a, b, c: lookup3's
 * state for 16 bytes.
 */
export function hashRandom16(
  version: i32, mixedSeed: i32, low: i32, stir: i32, a: i32, b: i32, c: i32, rows: i32, outHi: usize, outLo: usize,
): void {
  const end = (rows as usize) << 2;
  for (let at: usize = 0; at < end; at += WORD_1) {
    const bytes = min(WORD_1, end - at);
    makeVersion(version, mixedSeed, low, stir, at, bytes);
    storeKeys(version, a, b, c, bytes, outHi + at, outLo + at);
  }
}

/**
 * Counts the keys of rows, a multiple of four, in the bins, without storing a hash.
 * @param bits log2 of the number of fraction bins, and `plan` where theirs lies; 0 for powers of two, with `plan` the mask
 */
export function countRandom16(
  version: i32, mixedSeed: i32, low: i32, stir: i32, a: i32, b: i32, c: i32, rows: i32, bits: i32, plan: usize,
): void {
  const end = (rows as usize) << 2;
  for (let at: usize = 0; at < end; at += WORD_1) {
    const bytes = min(WORD_1, end - at);
    makeVersion(version, mixedSeed, low, stir, at, bytes);
    if (bits == 0) maskKeys(version, a, b, c, bytes, plan);
    else if (bits == 11) binKeys11(version, a, b, c, bytes, plan);
    else if (bits == 14) binKeys14(version, a, b, c, bytes, plan);
    else binKeys16(version, a, b, c, bytes, plan);
  }
}
