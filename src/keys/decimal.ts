const ZERO = 48;
const NINE = 57;
const MINUS = 45;

/** Most bytes writeDecimal writes without padding: a sign and the 16 digits of a safe integer. */
export const MAX_DECIMAL_BYTES = 17;

/**
 * Writes a safe integer in ASCII digits at data[at ..], zero-padded to `pad` digits, and returns the end position.
 * Digits are counted first and then written backwards, so no buffer is needed.
 */
export function writeDecimal(data: Uint8Array, at: number, value: number, pad: number): number {
  let start = at;
  let rest = value;
  if (rest < 0) {
    data[start++] = MINUS;
    rest = -rest;
  }
  const digits = Math.max(countDigits(rest), pad);
  const end = start + digits;
  let position = end;
  // Seven digits at a time in 31-bit integers, which divide far faster than doubles.
  while (position > start) {
    const upper = Math.floor(rest / 10_000_000);
    let lower = (rest - upper * 10_000_000) | 0;
    const stop = Math.max(start, position - 7);
    while (position > stop) {
      const quotient = (lower / 10) | 0;
      data[--position] = ZERO + (lower - quotient * 10);
      lower = quotient;
    }
    rest = upper;
  }
  return end;
}

/** Decimal digits of a non-negative safe integer; 0 has one. */
function countDigits(value: number): number {
  let digits = 1;
  let limit = 10;
  while (value >= limit) {
    digits++;
    limit *= 10;
  }
  return digits;
}

/**
 * Copies data[from .. at) behind itself to data[at ..] with the decimal number at its end raised by one, which is far
 * quicker than dividing. False when the number needs one more digit: then what was written must be replaced.
 * @param digitsFrom where in data[from .. at) the digits begin
 */
export function writeSuccessor(data: Uint8Array, from: number, digitsFrom: number, at: number): boolean {
  const shift = at - from;
  for (let position = from; position < at; position++) data[position + shift] = data[position]!;
  let digit = at + shift - 1;
  for (; digit >= digitsFrom + shift; digit--) {
    if (data[digit] !== NINE) {
      data[digit]! += 1;
      return true;
    }
    data[digit] = ZERO;
  }
  return false;
}
