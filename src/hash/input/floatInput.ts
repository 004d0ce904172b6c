import { err, ok, type Result } from '../../lib/result.ts';
import { doubleToWords, singleToWord, wordsToDouble, wordToSingle } from '../floatBits.ts';
import type { PgError } from '../pgError.ts';
import { invalidSyntax } from './inputErrors.ts';

// float8in_internal() and float4in_internal() in src/backend/utils/adt/float.c, which leave the reading to strtod() and
// strtof(). Text input is not a hot path, so BigInt is welcome here.

const SPACE = '[ \\t\\n\\v\\f\\r]*';
const DECIMAL = new RegExp(`^${SPACE}([+-]?)(\\d+\\.?\\d*|\\.\\d+)(?:e([+-]?\\d+))?${SPACE}$`, 'i');
const HEXADECIMAL = new RegExp(
  `^${SPACE}([+-]?)0x([0-9a-f]+\\.?[0-9a-f]*|\\.[0-9a-f]+)(?:p([+-]?\\d+))?${SPACE}$`,
  'i',
);
const WORD = new RegExp(`^${SPACE}([+-]?)(inf|infinity|nan(?:\\([a-z0-9_]*\\))?)${SPACE}$`, 'i');

/** digits * base^exponent, exactly. */
interface Exact {
  readonly negative: boolean;
  readonly digits: bigint;
  readonly base: 2 | 10;
  readonly exponent: number;
}

/** Reads a double precision. */
export function parseFloat8(text: string): Result<number, PgError> {
  return parse(text, 'double precision', toDouble);
}

/** Reads a real, rounded once from the text: by way of a double the last bit could be wrong. */
export function parseFloat4(text: string): Result<number, PgError> {
  return parse(text, 'real', toSingle);
}

function parse(text: string, typeName: string, round: (exact: Exact) => number): Result<number, PgError> {
  const word = WORD.exec(text);
  if (word !== null) {
    if (/^nan/i.test(word[2]!)) return ok(Number.NaN);
    return ok(word[1] === '-' ? -Infinity : Infinity);
  }
  const exact = readExact(text);
  if (exact === null) return invalidSyntax(typeName, text);
  const value = round(exact);
  if (!Number.isFinite(value) || (value === 0 && exact.digits !== 0n)) {
    return err({ code: '22003', message: `"${text.trim()}" is out of range for type ${typeName}` });
  }
  return ok(exact.negative ? -value : value);
}

function readExact(text: string): Exact | null {
  const decimal = DECIMAL.exec(text);
  const match = decimal ?? HEXADECIMAL.exec(text);
  if (match === null) return null;
  const base = decimal === null ? 2 : 10;
  const [whole = '', fraction = ''] = match[2]!.split('.');
  const places = base === 2 ? 4 * fraction.length : fraction.length;
  const digits = BigInt((base === 2 ? '0x' : '') + whole + fraction);
  return { negative: match[1] === '-', digits, base, exponent: Number(match[3] ?? 0) - places };
}

/** The nearest double; JavaScript's own reading of decimal digits is exact, and so is scaling by a power of two. */
function toDouble({ digits, base, exponent }: Exact): number {
  if (base === 10) return Number(`${digits}e${exponent}`);
  return Number(digits) * 2 ** exponent;
}

const half = new Float32Array(1);
const halfBits = new Int32Array(half.buffer);

/** The nearest single. Where the double is half-way between two singles, the text itself decides. */
function toSingle(exact: Exact): number {
  const double = toDouble(exact);
  const nearest = Math.fround(double);
  if (nearest === double || !Number.isFinite(double)) return nearest;
  half[0] = nearest;
  halfBits[0]! += nearest < double ? 1 : -1;
  const other = half[0];
  // Halves of singles are doubles, so this sum is exact; past the greatest single comes 2^128.
  const beyond = Number.isFinite(other) ? other : 2 ** 128;
  const middle = (Number.isFinite(nearest) ? nearest : 2 ** 128) / 2 + beyond / 2;
  if (double !== middle) return nearest;
  const side = compareExact(exact, middle);
  if (side === 0) return nearest;
  return side > 0 ? Math.max(nearest, other) : Math.min(nearest, other);
}

/** Sign of the exact number minus a positive double. */
function compareExact(exact: Exact, double: number): number {
  return compareToHalfSum(exact, double, double);
}

/** Sign of the exact number minus (a + b) / 2 for doubles that are not negative. */
function compareToHalfSum({ digits, base, exponent }: Exact, a: number, b: number): number {
  const power = Math.min(binaryExponent(a), binaryExponent(b));
  let left = 2n * digits;
  let right = scaleUp(a, power) + scaleUp(b, power);
  if (exponent >= 0) left *= BigInt(base) ** BigInt(exponent);
  else right *= BigInt(base) ** BigInt(-exponent);
  if (power >= 0) right <<= BigInt(power);
  else left <<= BigInt(-power);
  return left === right ? 0 : left > right ? 1 : -1;
}

/** Exponent of the last bit of a double: the double is a multiple of 2 to that power. */
function binaryExponent(double: number): number {
  const biased = doubleToWords(double).hi >>> 20;
  return Math.max(biased, 1) - 1075;
}

/** double / 2^power, an integer. */
function scaleUp(double: number, power: number): bigint {
  const { hi, lo } = doubleToWords(double);
  const fraction = (BigInt(hi & 0xfffff) << 32n) | BigInt(lo);
  const mantissa = hi >>> 20 === 0 ? fraction : fraction | (1n << 52n);
  return mantissa << BigInt(binaryExponent(double) - power);
}

/** The shortest digits that read back as the same double, as float8out() prints them with extra_float_digits 1. */
export function formatFloat8(value: number): string {
  if (!Number.isFinite(value) || value === 0) return layOut(value, value.toExponential(), 15);
  const { hi, lo } = doubleToWords(Math.abs(value));
  const above = lo === 0xffffffff ? wordsToDouble(hi + 1, 0) : wordsToDouble(hi, lo + 1);
  const below = lo === 0 ? wordsToDouble(hi - 1, 0xffffffff) : wordsToDouble(hi, lo - 1);
  return layOut(value, shortest(value, below, above), 15);
}

/** The same for a single. */
export function formatFloat4(value: number): string {
  if (!Number.isFinite(value) || value === 0) return layOut(value, value.toExponential(), 6);
  const word = singleToWord(Math.abs(value));
  return layOut(value, shortest(value, wordToSingle(word - 1), wordToSingle(word + 1)), 6);
}

/**
 * The shortest digits inside the half-way points to the neighbours, of two the nearer, of two equally near the even one:
 * Ryu as in src/common/d2s.c and f2s.c. Below a power of two the neighbour is nearer than above, so digits rounded up may
 * be inside where the nearest ones are not.
 */
function shortest(value: number, below: number, above: number): string {
  for (let digits = 0; digits < 17; digits++) {
    const nearest = value.toExponential(digits);
    const tied = breakTie(nearest, value);
    for (const text of [tied, nearest, addToLast(nearest)]) {
      if (isInside(text, Math.abs(value), below, above)) return text;
    }
  }
  return value.toExponential();
}

/** The digits with one more at the last place; a carry over the first leaves a longer mantissa, which is never wanted. */
function addToLast(text: string): string {
  const [mantissa = '', exponent = ''] = text.split('e');
  const digits = String(BigInt(mantissa.replace(/[-.]/g, '')) + 1n);
  const sign = mantissa.startsWith('-') ? '-' : '';
  return `${sign}${digits[0]}${digits.length > 1 ? `.${digits.slice(1)}` : ''}e${exponent}`;
}

/**
 * Whether digits lie strictly between the half-way points to the neighbours. PostgreSQL prints no digits that lie on one,
 * which another reader might round the other way: 9.999999999999999e+22 for the double that 1e23 reads as.
 */
function isInside(text: string, value: number, below: number, above: number): boolean {
  const exact = readExact(text);
  if (exact === null || compareToHalfSum(exact, value, below) <= 0) return false;
  if (Number.isFinite(above)) return compareToHalfSum(exact, value, above) < 0;
  // Past the greatest number: as far up as half the way down, 3/2 value - 1/2 below.
  return compareToHalfSum({ ...exact, digits: 2n * exact.digits }, 2 * value - below, value) < 0;
}

/** Where two texts of this length are equally near, the one with an even last digit: JavaScript takes the greater one. */
function breakTie(text: string, value: number): string {
  const exact = readExact(text);
  if (exact === null || exact.digits % 2n === 0n) return text;
  const middle = { ...exact, digits: 2n * exact.digits - 1n };
  if (compareToHalfSum(middle, 2 * Math.abs(value), 2 * Math.abs(value)) !== 0) return text;
  return text.replace(/\d(?=e)/, (digit) => String(Number(digit) - 1));
}

/**
 * From the digits in exponential notation to PostgreSQL's: plain while the exponent is from -4 to below the type's safe
 * decimal digits, otherwise with an exponent of two digits at least.
 */
function layOut(value: number, exponential: string, plainBelow: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value < 0 ? '-Infinity' : 'Infinity';
  if (value === 0) return Object.is(value, -0) ? '-0' : '0';
  const [mantissa = '', power = ''] = exponential.split('e');
  const exponent = Number(power);
  if (exponent < -4 || exponent >= plainBelow) {
    return `${mantissa}e${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`;
  }
  const sign = value < 0 ? '-' : '';
  const digits = mantissa.replace(/[-.]/g, '');
  if (exponent < 0) return `${sign}0.${'0'.repeat(-exponent - 1)}${digits}`;
  const whole = digits.slice(0, exponent + 1).padEnd(exponent + 1, '0');
  const fraction = digits.slice(exponent + 1);
  return sign + whole + (fraction === '' ? '' : `.${fraction}`);
}
