import { err, ok, type Result } from '../../lib/result.ts';
import type { PgError } from '../pgError.ts';
import { invalidSyntax } from './inputErrors.ts';

/** Size of a binary floating-point type in bits. */
export type FloatWidth = 32 | 64;

/** Bits of the significand and the exponent of the smallest step, as in IEEE 754. */
export const FLOAT_FORMATS: Readonly<Record<FloatWidth, { readonly precision: number; readonly minExponent: number }>> =
  { 32: { precision: 24, minExponent: -149 }, 64: { precision: 53, minExponent: -1074 } };

const NAMES: Readonly<Record<FloatWidth, string>> = { 32: 'real', 64: 'double precision' };

/** What strtod() or strtof() makes of the start of a text. */
export interface FloatPrefix {
  readonly value: number;
  /** Number of characters that belong to the number, with the white space before it. */
  readonly length: number;
  /** Too large for the type, or not zero and too small. */
  readonly outOfRange: boolean;
}

/**
 * float4in_internal() and float8in_internal() in src/backend/utils/adt/float.c. A text for float4 is rounded once, to
 * float32; by way of a double the last bit could differ.
 */
export function parseFloatText(text: string, width: FloatWidth): Result<number, PgError> {
  const number = text.replace(/^[ \t\n\v\f\r]+/, '');
  const prefix = readFloat(number, width);
  if (prefix === null) return invalidSyntax(NAMES[width], text);
  if (prefix.outOfRange) {
    const shown = number.slice(0, prefix.length);
    return err({ code: '22003', message: `"${shown}" is out of range for type ${NAMES[width]}` });
  }
  return /^[ \t\n\v\f\r]*$/.test(number.slice(prefix.length)) ? ok(prefix.value) : invalidSyntax(NAMES[width], text);
}

const SPECIAL = /^([+-]?)(?:(inf(?:inity)?)|nan(?:\([0-9a-z_]*\))?)/i;
const HEXADECIMAL = /^([+-]?)0x(?=\.?[0-9a-f])([0-9a-f]*)\.?([0-9a-f]*)(?:p([+-]?[0-9]+))?/i;
const DECIMAL = /^([+-]?)(?=\.?[0-9])([0-9]*)\.?([0-9]*)(?:e([+-]?[0-9]+))?/i;

/** Reads the number at the start of a text; null when there is none. No white space is skipped. */
export function readFloat(text: string, width: FloatWidth): FloatPrefix | null {
  const special = SPECIAL.exec(text);
  if (special !== null) {
    const magnitude = special[2] === undefined ? Number.NaN : Number.POSITIVE_INFINITY;
    return { value: special[1] === '-' ? -magnitude : magnitude, length: special[0].length, outOfRange: false };
  }
  const hexadecimal = HEXADECIMAL.exec(text);
  const match = hexadecimal ?? DECIMAL.exec(text);
  if (match === null) return null;
  const [whole, sign, integer, fraction, exponent] = match as unknown as [string, string, string, string, string?];
  const digits = (integer + fraction).replace(/^0+/, '');
  const magnitude =
    digits === ''
      ? 0
      : hexadecimal !== null
        ? roundHexadecimal(digits, Number(exponent ?? 0) - 4 * fraction.length, width)
        : roundDecimal(digits, Number(exponent ?? 0) - fraction.length, width);
  const outOfRange = magnitude === Number.POSITIVE_INFINITY || (magnitude === 0 && digits !== '');
  return { value: sign === '-' ? -magnitude : magnitude, length: whole.length, outOfRange };
}

/** 0x`digits` * 2^exponent. */
function roundHexadecimal(digits: string, exponent: number, width: FloatWidth): number {
  const magnitude = 4 * digits.length + exponent;
  if (magnitude > 1100) return Number.POSITIVE_INFINITY;
  if (magnitude < -1100) return 0;
  const integer = BigInt(`0x${digits}`);
  return exponent >= 0
    ? roundQuotient(integer << BigInt(exponent), 1n, width)
    : roundQuotient(integer, 1n << BigInt(-exponent), width);
}

/** digits * 10^exponent. A double is what JavaScript itself reads. */
function roundDecimal(digits: string, exponent: number, width: FloatWidth): number {
  const magnitude = digits.length + exponent;
  if (magnitude > 400) return Number.POSITIVE_INFINITY;
  if (magnitude < -400) return 0;
  if (width === 64) return Number(`${digits}e${exponent}`);
  const integer = BigInt(digits);
  return exponent >= 0
    ? roundQuotient(integer * 10n ** BigInt(exponent), 1n, width)
    : roundQuotient(integer, 10n ** BigInt(-exponent), width);
}

/** The floating-point number nearest to a quotient of positive integers, ties to the even significand. */
function roundQuotient(numerator: bigint, denominator: bigint, width: FloatWidth): number {
  const { precision, minExponent } = FLOAT_FORMATS[width];
  // One bit more or less than the significand has: the estimate may be one too small, never too large.
  const estimate = bitLength(numerator) - bitLength(denominator) - precision;
  let exponent = Math.max(estimate, minExponent);
  let [scaled, divisor] = scale(numerator, denominator, exponent);
  if (scaled / divisor >= 1n << BigInt(precision)) {
    exponent += 1;
    [scaled, divisor] = scale(numerator, denominator, exponent);
  }
  const floor = scaled / divisor;
  const twiceRest = (scaled - floor * divisor) * 2n;
  const up = twiceRest > divisor || (twiceRest === divisor && (floor & 1n) === 1n);
  const value = Number(up ? floor + 1n : floor) * 2 ** exponent;
  return width === 32 ? Math.fround(value) : value;
}

function scale(numerator: bigint, denominator: bigint, exponent: number): [bigint, bigint] {
  return exponent >= 0 ? [numerator, denominator << BigInt(exponent)] : [numerator << BigInt(-exponent), denominator];
}

function bitLength(value: bigint): number {
  return value.toString(2).length;
}
