/**
 * XXH64 with seed 0 (Yann Collet; xxHash fast digest algorithm, XXH64 specification). 64-bit words are pairs of 32-bit words;
 * register k is the pair state[2k] (high), state[2k + 1] (low). No bytes give ef46db3751d8e999.
 */
const state = new Uint32Array(12);

/** Registers: four lanes of long inputs, the hash, and one for what is being read. */
const HASH = 4;
const WORK = 5;

const P1_HI = 0x9e3779b1;
const P1_LO = 0x85ebca87;
const P2_HI = 0xc2b2ae3d;
const P2_LO = 0x27d4eb4f;
const P3_HI = 0x165667b1;
const P3_LO = 0x9e3779f9;
const P4_HI = 0x85ebca77;
const P4_LO = 0xc2b2ae63;
const P5_HI = 0x27d4eb2f;
const P5_LO = 0x165667c5;

/** Writes the hash of data[from .. to) to out[0] (high word) and out[1] (low word). */
export function xxh64(data: Uint8Array, from: number, to: number, out: Uint32Array): void {
  let at = from;
  set(HASH, 0, 0);
  if (to - from >= 32) at = hashStripes(data, from, to);
  else add(HASH, P5_HI, P5_LO);
  add(HASH, 0, to - from);
  for (; to - at >= 8; at += 8) {
    readRound(data, at);
    xorWork();
    rotate(HASH, 27);
    multiply(HASH, P1_HI, P1_LO);
    add(HASH, P4_HI, P4_LO);
  }
  if (to - at >= 4) {
    set(WORK, 0, word32(data, at));
    multiply(WORK, P1_HI, P1_LO);
    xorWork();
    rotate(HASH, 23);
    multiply(HASH, P2_HI, P2_LO);
    add(HASH, P3_HI, P3_LO);
    at += 4;
  }
  for (; at < to; at++) {
    set(WORK, 0, data[at]!);
    multiply(WORK, P5_HI, P5_LO);
    xorWork();
    rotate(HASH, 11);
    multiply(HASH, P1_HI, P1_LO);
  }
  avalanche();
  out[0] = state[2 * HASH]!;
  out[1] = state[2 * HASH + 1]!;
}

/** All whole stripes of 32 bytes, eight bytes a lane; returns where they end. */
function hashStripes(data: Uint8Array, from: number, to: number): number {
  set(0, P1_HI, P1_LO);
  add(0, P2_HI, P2_LO);
  set(1, P2_HI, P2_LO);
  set(2, 0, 0);
  // -P1
  set(3, ~P1_HI, ~P1_LO);
  add(3, 0, 1);
  let at = from;
  for (; to - at >= 32; at += 32) {
    for (let lane = 0; lane < 4; lane++) {
      read(data, at + 8 * lane);
      multiply(WORK, P2_HI, P2_LO);
      round(lane);
    }
  }
  for (let lane = 0; lane < 4; lane++) {
    set(WORK, state[2 * lane]!, state[2 * lane + 1]!);
    rotate(WORK, LANE_TURNS[lane]!);
    add(HASH, state[2 * WORK]!, state[2 * WORK + 1]!);
  }
  for (let lane = 0; lane < 4; lane++) {
    set(WORK, state[2 * lane]!, state[2 * lane + 1]!);
    multiply(WORK, P2_HI, P2_LO);
    rotate(WORK, 31);
    multiply(WORK, P1_HI, P1_LO);
    xorWork();
    multiply(HASH, P1_HI, P1_LO);
    add(HASH, P4_HI, P4_LO);
  }
  return at;
}

const LANE_TURNS = [1, 7, 12, 18];

/** lane = rotate(lane + work, 31) * P1 */
function round(lane: number): void {
  add(lane, state[2 * WORK]!, state[2 * WORK + 1]!);
  rotate(lane, 31);
  multiply(lane, P1_HI, P1_LO);
}

/** Eight bytes through a round that begins with 0, left in WORK. */
function readRound(data: Uint8Array, at: number): void {
  read(data, at);
  multiply(WORK, P2_HI, P2_LO);
  rotate(WORK, 31);
  multiply(WORK, P1_HI, P1_LO);
}

function avalanche(): void {
  const h = 2 * HASH;
  state[h + 1]! ^= state[h]! >>> 1;
  multiply(HASH, P2_HI, P2_LO);
  const hi = state[h]!;
  state[h]! ^= hi >>> 29;
  state[h + 1]! ^= (hi << 3) | (state[h + 1]! >>> 29);
  multiply(HASH, P3_HI, P3_LO);
  state[h + 1]! ^= state[h]!;
}

function word32(data: Uint8Array, at: number): number {
  return (data[at]! | (data[at + 1]! << 8) | (data[at + 2]! << 16) | (data[at + 3]! << 24)) >>> 0;
}

function read(data: Uint8Array, at: number): void {
  set(WORK, word32(data, at + 4), word32(data, at));
}

function set(register: number, hi: number, lo: number): void {
  state[2 * register] = hi;
  state[2 * register + 1] = lo;
}

function xorWork(): void {
  state[2 * HASH]! ^= state[2 * WORK]!;
  state[2 * HASH + 1]! ^= state[2 * WORK + 1]!;
}

function add(register: number, hi: number, lo: number): void {
  const low = state[2 * register + 1]! + lo;
  state[2 * register + 1] = low;
  state[2 * register] = state[2 * register]! + hi + (low > 0xffffffff ? 1 : 0);
}

/** Turns a register left by 1 to 31 bits. */
function rotate(register: number, bits: number): void {
  const hi = state[2 * register]!;
  const lo = state[2 * register + 1]!;
  state[2 * register] = (hi << bits) | (lo >>> (32 - bits));
  state[2 * register + 1] = (lo << bits) | (hi >>> (32 - bits));
}

function multiply(register: number, hi: number, lo: number): void {
  const a = state[2 * register]!;
  const b = state[2 * register + 1]!;
  const cross = (Math.imul(a, lo) + Math.imul(b, hi)) | 0;
  state[2 * register] = highProduct(b, lo) + cross;
  state[2 * register + 1] = Math.imul(b, lo);
}

/** The high word of a product of two unsigned words, in pieces of 16 bits. */
function highProduct(a: number, b: number): number {
  const aLow = a & 0xffff;
  const bLow = b & 0xffff;
  const middle = (a >>> 16) * bLow + ((aLow * bLow) >>> 16);
  const other = aLow * (b >>> 16) + (middle & 0xffff);
  return (a >>> 16) * (b >>> 16) + (middle >>> 16) + (other >>> 16);
}
