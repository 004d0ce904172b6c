import { hashBytesExtended } from './lookup3.ts';

const ZERO = 48;
const NINE = 57;
const POINT = 46;

/** Base-10000 digits, two bytes each, lowest first; grows when a value needs more. */
let digits = new Uint8Array(256);

/**
 * hash_numeric_extended() in src/backend/utils/adt/numeric.c, over a value's text as numeric_out() prints it (`-12.340`,
 * `NaN`, `Infinity`): the digits in base 10000 without zeros at either end, then xor the weight, which is the power of
 * 10000 of the first digit kept. Sign and scale don't enter. NaN and the infinities give the seed, zero the seed - 1.
 */
export function hashNumericText(
  data: Uint8Array,
  start: number,
  end: number,
  seedHi: number,
  seedLo: number,
  out: Uint32Array,
): void {
  let from = start;
  while (from < end && !isDigit(data[from]!)) from++;
  out[0] = seedHi;
  out[1] = seedLo;
  if (from === end) return;
  let point = from;
  while (point < end && data[point] !== POINT) point++;
  const weight = readDigits(data, from, point, end);
  if (weight === null) {
    out[1] = seedLo - 1;
    if (seedLo === 0) out[0] = seedHi - 1;
    return;
  }
  hashBytesExtended(digits, 2 * first, 2 * last, seedHi, seedLo, out);
  out[0]! ^= weight < 0 ? -1 : 0;
  out[1]! ^= weight;
}

/** The digits that count are number `first` to `last` - 1. */
let first = 0;
let last = 0;

/** Fills `digits`, sets `first` and `last`; returns the weight, null for zero. */
function readDigits(data: Uint8Array, from: number, point: number, end: number): number | null {
  const wholeGroups = Math.ceil((point - from) / 4);
  const fractionLength = Math.max(0, end - point - 1);
  const groups = wholeGroups + Math.ceil(fractionLength / 4);
  if (digits.length < 2 * groups) digits = new Uint8Array(4 * groups);
  for (let group = 0; group < groups; group++) {
    // The decimal point stands between two groups: groups before it are aligned to their end, those after to their start.
    const at = group < wholeGroups ? point - 4 * (wholeGroups - group) : point + 1 + 4 * (group - wholeGroups);
    let digit = 0;
    for (let i = at; i < at + 4; i++) digit = digit * 10 + (i >= from && i < end ? data[i]! - ZERO : 0);
    digits[2 * group] = digit;
    digits[2 * group + 1] = digit >> 8;
  }
  first = 0;
  last = groups;
  while (first < last && digits[2 * first] === 0 && digits[2 * first + 1] === 0) first++;
  while (last > first && digits[2 * last - 2] === 0 && digits[2 * last - 1] === 0) last--;
  return first === last ? null : wholeGroups - 1 - first;
}

function isDigit(byte: number): boolean {
  return byte >= ZERO && byte <= NINE;
}
