import { hashBytesExtended } from './lookup3.ts';

const POINT = 0x2e;
const MINUS = 0x2d;
const ZERO = 0x30;
const NINE = 0x39;

/** Base-10000 digits of the value being hashed, two bytes each; grows with the longest value seen. */
let digits = new Uint8Array(256);

/**
 * hash_numeric_extended() in src/backend/utils/adt/numeric.c of a printed numeric, data[start .. end). The digits in
 * base 10000 are aligned at the decimal point and hashed as 16-bit integers without zeros at both ends, and the power of
 * 10000 of the first one is mixed in; sign and scale do not count:
 *
 *     -12345.60  ->  1 | 2345 . 6000  ->  H(01 00 29 09 70 17) xor 1
 *
 * NaN and the infinities give the seed, zero gives the seed - 1. `out` takes [hi, lo].
 */
export function hashNumeric(
  data: Uint8Array,
  start: number,
  end: number,
  seedHi: number,
  seedLo: number,
  out: Uint32Array,
): void {
  const first = data[start] === MINUS ? start + 1 : start;
  if (data[first]! > NINE) {
    out[0] = seedHi;
    out[1] = seedLo;
    return;
  }
  let point = first;
  while (point < end && data[point] !== POINT) point++;
  let weight = Math.ceil((point - first) / 4) - 1;
  /** Decimal digits that the group still lacks; the last group is filled up with zeros. */
  let missing = (point - first) % 4 || 4;
  let group = 0;
  let length = 0;
  let kept = 0;
  if (digits.length < end - start + 4) digits = new Uint8Array(2 * (end - start) + 4);
  for (let i = first; i < end || missing < 4; i++) {
    if (i === point && i < end) continue;
    group = group * 10 + (i < end ? data[i]! - ZERO : 0);
    missing -= 1;
    if (missing > 0) continue;
    if (group === 0 && length === 0) weight -= 1;
    else {
      digits[length++] = group;
      digits[length++] = group >> 8;
      if (group !== 0) kept = length;
    }
    group = 0;
    missing = 4;
  }
  mixWeight(kept, weight, seedHi, seedLo, out);
}

function mixWeight(length: number, weight: number, seedHi: number, seedLo: number, out: Uint32Array): void {
  if (length === 0) {
    out[0] = seedLo === 0 ? seedHi - 1 : seedHi;
    out[1] = seedLo - 1;
    return;
  }
  hashBytesExtended(digits, 0, length, seedHi, seedLo, out);
  out[0] = out[0]! ^ (weight >> 31);
  out[1] = out[1]! ^ weight;
}
