/**
 * Bob Jenkins' lookup3 as PostgreSQL uses it: src/common/hashfn.c, hash_bytes_extended() and hash_bytes_uint32_extended()
 * (the same since version 11), for little-endian servers. A 64-bit result is two unsigned 32-bit words in `out`:
 * out[0] the high word (b of the state), out[1] the low word (c). With seed 0 the low word is the 32-bit hash that
 * hash_bytes() gives, e.g. 2389907270 = -1905060026 = hashint4(1) for the word 1.
 *
 * These functions are for single values; wordBlock.ts and bytesBlock.ts hold the tuned loops for columns.
 */

// The golden ratio, the initial value of the hash, and the offset PostgreSQL adds to it.
const INITIAL = 0x9e3779b9 + 3923095;

/** State a, b, c. One value is hashed at a time and nothing is awaited in between, so one state is enough. */
const state = new Int32Array(3);

/** Takes the bytes and the result [hi, lo] of a call of hashBytesExtended() or hashWordExtended(). */
export type CallRecorder = (bytes: Uint8Array, hash: readonly [hi: number, lo: number]) => void;

let recorder: CallRecorder | null = null;

/** Runs `work` and hands each of its calls to `record`, so that a hash made of several can be shown as it was made. */
export function recordCalls(work: () => void, record: CallRecorder): void {
  recorder = record;
  try {
    work();
  } finally {
    recorder = null;
  }
}

/** Hash of data[start .. end). */
export function hashBytesExtended(
  data: Uint8Array,
  start: number,
  end: number,
  seedHi: number,
  seedLo: number,
  out: Uint32Array,
): void {
  seedState(end - start, seedHi, seedLo, state);
  let i = start;
  for (; end - i >= 12; i += 12) {
    state[0]! += readWord(data, i, i + 4);
    state[1]! += readWord(data, i + 4, i + 8);
    state[2]! += readWord(data, i + 8, i + 12);
    mix(state);
  }
  state[0]! += readWord(data, i, end);
  state[1]! += readWord(data, i + 4, end);
  // The lowest byte of c is reserved for the length, which is in the initial value.
  state[2]! += readWord(data, i + 8, end) << 8;
  finish(state, out);
  if (recorder !== null) recorder(data.slice(start, end), [out[0]!, out[1]!]);
}

/** Hash of one 32-bit word, signed or not; equal to the hash of its four bytes, lowest first. */
export function hashWordExtended(word: number, seedHi: number, seedLo: number, out: Uint32Array): void {
  seedState(4, seedHi, seedLo, state);
  state[0]! += word;
  finish(state, out);
  if (recorder !== null) {
    recorder(Uint8Array.of(word, word >>> 8, word >>> 16, word >>> 24), [out[0]!, out[1]!]);
  }
}

/** State before the first byte: it depends on the length and the seed alone. Seed 0 means no seed step at all. */
export function seedState(length: number, seedHi: number, seedLo: number, target: Int32Array): void {
  target.fill(INITIAL + length);
  if (seedHi === 0 && seedLo === 0) return;
  target[0]! += seedHi;
  target[1]! += seedLo;
  mix(target);
}

/** Little-endian word at i; bytes at `end` and beyond count as 0. */
function readWord(data: Uint8Array, i: number, end: number): number {
  let word = 0;
  for (let k = Math.min(3, end - i - 1); k >= 0; k--) word = (word << 8) | data[i + k]!;
  return word;
}

function rotate(x: number, k: number): number {
  return (x << k) | (x >>> (32 - k));
}

/** Six rounds of subtract, xor with a rotation, add. */
function mix(s: Int32Array): void {
  mixRound(s, 0, 2, 1, 4);
  mixRound(s, 1, 0, 2, 6);
  mixRound(s, 2, 1, 0, 8);
  mixRound(s, 0, 2, 1, 16);
  mixRound(s, 1, 0, 2, 19);
  mixRound(s, 2, 1, 0, 4);
}

function mixRound(s: Int32Array, x: number, y: number, z: number, k: number): void {
  s[x]! -= s[y]!;
  s[x]! ^= rotate(s[y]!, k);
  s[y]! += s[z]!;
}

/** Seven steps of xor, then subtract a rotation of the same word. */
function finish(s: Int32Array, out: Uint32Array): void {
  finalStep(s, 2, 1, 14);
  finalStep(s, 0, 2, 11);
  finalStep(s, 1, 0, 25);
  finalStep(s, 2, 1, 16);
  finalStep(s, 0, 2, 4);
  finalStep(s, 1, 0, 14);
  finalStep(s, 2, 1, 24);
  out[0] = s[1]!;
  out[1] = s[2]!;
}

function finalStep(s: Int32Array, x: number, y: number, k: number): void {
  s[x]! ^= s[y]!;
  s[x]! -= rotate(s[y]!, k);
}
