import { hashBytesExtended, hashWordExtended } from '../lookup3.ts';
import { rotateHalves } from '../made/packed.ts';
import { hashNumeric } from '../numericHash.ts';

const [QUOTE, BACKSLASH, OPEN_ARRAY, CLOSE_ARRAY, OPEN_OBJECT, CLOSE_OBJECT] = [34, 92, 91, 93, 123, 125];
const [LETTER_T, LETTER_F, LETTER_N, LETTER_U] = [116, 102, 110, 117];

/** JB_FARRAY and JB_FOBJECT of src/include/utils/jsonb.h. */
const ARRAY_MARK = 0x40000000;
const OBJECT_MARK = 0x20000000;

const scalar = new Uint32Array(2);
let unescaped = new Uint8Array(256);

/**
 * jsonb_hash_extended() in src/backend/utils/adt/jsonb_op.c and JsonbHashScalarValueExtended() in jsonb_util.c, over the
 * canonical text of a value. Entering an array or an object leaves a mark, leaving it does nothing; every key and scalar
 * rotates the hash so far and is xored to it. So the text is read once from front to back. A scalar alone is stored as an
 * array of one, and hashed as one. An empty root gives the seed.
 */
export function hashJsonb(
  data: Uint8Array,
  start: number,
  end: number,
  seedHi: number,
  seedLo: number,
  out: Uint32Array,
): void {
  const first = data[start]!;
  const isContainer = first === OPEN_ARRAY || first === OPEN_OBJECT;
  out[0] = isContainer ? 0 : ARRAY_MARK;
  out[1] = isContainer ? 0 : ARRAY_MARK;
  if (isContainer && (data[start + 1] === CLOSE_ARRAY || data[start + 1] === CLOSE_OBJECT)) {
    out[0] = seedHi;
    out[1] = seedLo;
    return;
  }
  for (let at = start; at < end; ) {
    const byte = data[at]!;
    if (byte === OPEN_ARRAY || byte === OPEN_OBJECT) {
      const mark = byte === OPEN_ARRAY ? ARRAY_MARK : OBJECT_MARK;
      out[0]! ^= mark;
      out[1]! ^= mark;
      at++;
    } else if (isScalar(byte)) {
      at = hashScalar(data, at, end, seedHi, seedLo);
      rotateHalves(out);
      out[0]! ^= scalar[0]!;
      out[1]! ^= scalar[1]!;
    } else at++;
  }
}

/** Quotes, digits, minus and the first letters of true, false and null. */
function isScalar(byte: number): boolean {
  return (
    byte === QUOTE ||
    byte === LETTER_T ||
    byte === LETTER_F ||
    byte === LETTER_N ||
    byte === 45 ||
    (byte >= 48 && byte <= 57)
  );
}

/** Hashes the scalar at `at` and returns where it ends. */
function hashScalar(data: Uint8Array, at: number, end: number, seedHi: number, seedLo: number): number {
  const byte = data[at]!;
  if (byte === QUOTE) return hashString(data, at + 1, seedHi, seedLo);
  if (byte === LETTER_N) {
    scalar[0] = seedLo === 0xffffffff ? seedHi + 1 : seedHi;
    scalar[1] = seedLo + 1;
    return at + 4;
  }
  if (byte === LETTER_T || byte === LETTER_F) {
    hashBoolean(byte === LETTER_T, seedHi, seedLo);
    return at + (byte === LETTER_T ? 4 : 5);
  }
  let stop = at + 1;
  while (stop < end && (data[stop] === 46 || (data[stop]! >= 48 && data[stop]! <= 57))) stop++;
  hashNumeric(data, at, stop, seedHi, seedLo, scalar);
  return stop;
}

/** With seed 0 a boolean gives a constant, with any other it is hashed as a word. */
function hashBoolean(value: boolean, seedHi: number, seedLo: number): void {
  if (seedHi !== 0 || seedLo !== 0) {
    hashWordExtended(value ? 1 : 0, seedHi, seedLo, scalar);
    return;
  }
  scalar[0] = 0;
  scalar[1] = value ? 2 : 4;
}

/** Bytes behind a backslash, for the letters of short escapes. */
const SHORT = new Uint8Array(128);
for (const [letter, byte] of [
  ['"', 34],
  ['\\', 92],
  ['b', 8],
  ['f', 12],
  ['n', 10],
  ['r', 13],
  ['t', 9],
] as const) {
  SHORT[letter.charCodeAt(0)] = byte;
}

/** Hashes the bytes that a quoted text stands for; returns the position behind its closing quote. */
function hashString(data: Uint8Array, start: number, seedHi: number, seedLo: number): number {
  let length = 0;
  let at = start;
  for (; data[at] !== QUOTE; at++) {
    if (length === unescaped.length) unescaped = Uint8Array.from({ length: 2 * length }, (_, i) => unescaped[i] ?? 0);
    let byte = data[at]!;
    if (byte === BACKSLASH) {
      const letter = data[++at]!;
      byte = SHORT[letter]!;
      if (letter === LETTER_U) {
        // Only control characters are written so: \u00 and two digits.
        byte = hexDigit(data[at + 3]!) * 16 + hexDigit(data[at + 4]!);
        at += 4;
      }
    }
    unescaped[length++] = byte;
  }
  hashBytesExtended(unescaped, 0, length, seedHi, seedLo, scalar);
  return at + 1;
}

function hexDigit(byte: number): number {
  return byte < 58 ? byte - 48 : byte - 87;
}
