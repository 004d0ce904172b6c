/**
 * Random words as src/lib/prng.ts makes them, four rows at a time. `mixedSeed` is the part that 2^32 rows share, and
 * `low` the low word of the first row's number; the page's side sees to it that low + rows passes no multiple of 2^32.
 */
import { V_LANES } from './constants.ts';
import { WORDS, WORDS_HI } from './layout.ts';
import { add, finish, mix } from './lookup3.ts';

const GOLDEN: i32 = 0x9e3779b9;

@inline
function mix32(h: v128): v128 {
  h = i32x4.mul(v128.xor(h, i32x4.shr_u(h, 16)), i32x4.splat(0x85ebca6b));
  h = i32x4.mul(v128.xor(h, i32x4.shr_u(h, 13)), i32x4.splat(0xc2b2ae35));
  return v128.xor(h, i32x4.shr_u(h, 16));
}

/** randomWord(seed, row, stream) with `addend` = (stream + 1) * GOLDEN. */
@inline
function randomWord(row: v128, mixedSeed: v128, addend: v128): v128 {
  return mix32(add(mix32(v128.xor(row, mixedSeed)), addend));
}

/** Writes the words of a stream to the array `out`. */
export function randomWords(mixedSeed: i32, low: i32, stream: i32, rows: i32, out: usize): void {
  let row = add(i32x4.splat(low), v128.load(V_LANES));
  for (let at: usize = 0, end = (rows as usize) << 2; at < end; at += 16) {
    v128.store(out + at, randomWord(row, i32x4.splat(mixedSeed), i32x4.splat((stream + 1) * GOLDEN)));
    row = add(row, i32x4.splat(4));
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

/** Bytes 0 .. 3 of a key lie in its most significant word, so each word is turned round before it is hashed. */
@inline
function turned(word: v128): v128 {
  return v128.shuffle<u8>(word, word, 3, 2, 1, 0, 7, 6, 5, 4, 11, 10, 9, 8, 15, 14, 13, 12);
}

/** Hashes of four 16-byte keys; `state` is the state for 16 bytes. */
@inline
function hash16(w0: v128, w1: v128, w2: v128, w3: v128, a: i32, b: i32, c: i32, outHi: usize, outLo: usize): void {
  let va = add(i32x4.splat(a), turned(w0));
  let vb = add(i32x4.splat(b), turned(w1));
  let vc = add(i32x4.splat(c), turned(w2));
  // mix(), spelled out because a function returns one vector only.
  va = mix(va, vc, 4);
  vc = add(vc, vb);
  vb = mix(vb, va, 6);
  va = add(va, vc);
  vc = mix(vc, vb, 8);
  vb = add(vb, va);
  va = mix(va, vc, 16);
  vc = add(vc, vb);
  vb = mix(vb, va, 19);
  va = add(va, vc);
  vc = mix(vc, vb, 4);
  vb = add(vb, va);
  finish(add(va, turned(w3)), vb, vc, outHi, outLo);
}

/**
 * Hashes the 128 random bits of each row (randomBits() in src/keys/words128.ts), with the second and third word masked and
 * marked: a version 4 UUID, or 16 random bytes. a, b, c: lookup3's state for 16 bytes.
 */
export function hashRandom16(
  mixedSeed: i32, low: i32, and1: i32, or1: i32, and2: i32, or2: i32,
  a: i32, b: i32, c: i32, rows: i32, outHi: usize, outLo: usize,
): void {
  let row = add(i32x4.splat(low), v128.load(V_LANES));
  for (let at: usize = 0, end = (rows as usize) << 2; at < end; at += 16) {
    const w0 = randomWord(row, i32x4.splat(mixedSeed), i32x4.splat(GOLDEN));
    const w1 = v128.or(v128.and(mix32(add(w0, i32x4.splat(GOLDEN))), i32x4.splat(and1)), i32x4.splat(or1));
    const w2 = v128.or(v128.and(mix32(add(w0, i32x4.splat(0x3c6ef372))), i32x4.splat(and2)), i32x4.splat(or2));
    const w3 = mix32(add(w0, i32x4.splat(0xdaa66d2b)));
    hash16(w0, w1, w2, w3, a, b, c, outHi + at, outLo + at);
    row = add(row, i32x4.splat(4));
  }
}

/** Hashes version 7 UUIDs whose milliseconds are in WORDS_HI and WORDS; the rest is as above. */
export function hashTimed16(
  mixedSeed: i32, low: i32, a: i32, b: i32, c: i32, rows: i32, outHi: usize, outLo: usize,
): void {
  let row = add(i32x4.splat(low), v128.load(V_LANES));
  for (let at: usize = 0, end = (rows as usize) << 2; at < end; at += 16) {
    const word = randomWord(row, i32x4.splat(mixedSeed), i32x4.splat(GOLDEN));
    const ms = v128.load(WORDS + at);
    const w0 = v128.or(i32x4.shl(v128.load(WORDS_HI + at), 16), i32x4.shr_u(ms, 16));
    const tail = v128.and(mix32(add(word, i32x4.splat(GOLDEN))), i32x4.splat(0x0fff));
    const w1 = v128.or(v128.or(i32x4.shl(ms, 16), tail), i32x4.splat(0x7000));
    const bits = v128.and(mix32(add(word, i32x4.splat(0x3c6ef372))), i32x4.splat(0x3fffffff));
    const w3 = mix32(add(word, i32x4.splat(0xdaa66d2b)));
    hash16(w0, w1, v128.or(bits, i32x4.splat(0x80000000)), w3, a, b, c, outHi + at, outLo + at);
    row = add(row, i32x4.splat(4));
  }
}
