import { err, ok, type Result } from '../../lib/result.ts';
import type { PgError } from '../pgError.ts';
import type { ServerVersion } from '../server.ts';
import { invalidSyntax } from './inputErrors.ts';

/** What the storage format can hold: digits before the decimal point, 4 * (NUMERIC_WEIGHT_MAX + 1), and after it. */
const MAX_WHOLE_DIGITS = 131072;
const MAX_SCALE = 16383;
const HALF_INT_MAX = 1073741823;

const OVERFLOW: PgError = { code: '22003', message: 'value overflows numeric format' };

/** (negative ? - : +) digits * 10^-fraction, printed with `scale` digits behind the point. Digits begin with no zero. */
interface Decimal {
  readonly negative: boolean;
  readonly digits: string;
  readonly fraction: number;
  readonly scale: number;
}

// Version 16 brought underscores between digits, and 0x, 0o, 0b.
const DECIMAL = /^([+-]?)(?=\.?[0-9])((?:[0-9]+(?:_[0-9]+)*)?)(?:\.((?:[0-9]+(?:_[0-9]+)*)?))?(.*)$/s;
const DECIMAL_15 = /^([+-]?)(?=\.?[0-9])([0-9]*)(?:\.([0-9]*))?(.*)$/s;
const WITH_PREFIX = /^([+-]?)(0x(?:_?[0-9a-f])+|0o(?:_?[0-7])+|0b(?:_?[01])+)(.*)$/is;
const EXPONENT = /^e([+-]?[0-9]+(?:_[0-9]+)*)(.*)$/is;
/** strtol() also skips white space. */
const EXPONENT_15 = /^e[ \t\n\v\f\r]*([+-]?[0-9]+)(.*)$/is;
const SPECIAL = /^(?:(nan)|([+-]?)inf(?:inity)?)$/i;

/**
 * numeric_in() in src/backend/utils/adt/numeric.c. The result is the text that numeric_out() prints, with as many digits
 * behind the point as were given.
 * @param typmod of numeric(p, s), p * 65536 + (s & 2047): values are rounded to s digits, halves away from zero
 */
export function parseNumeric(text: string, version: ServerVersion, typmod?: number): Result<string, PgError> {
  const trimmed = text.replace(/^[ \t\n\v\f\r]+|[ \t\n\v\f\r]+$/g, '');
  const special = SPECIAL.exec(trimmed);
  if (special !== null) {
    if (special[1] !== undefined) return ok('NaN');
    if (typmod !== undefined) return err(fieldOverflow(typmod, 'cannot hold an infinite value'));
    return ok(special[2] === '-' ? '-Infinity' : 'Infinity');
  }
  const decimal = (version >= 16 ? readWithPrefix(trimmed) : null) ?? readDecimal(trimmed, version);
  if (decimal === 'syntax') return invalidSyntax('numeric', text);
  if (decimal === 'overflow') return err(OVERFLOW);
  const { digits, fraction, scale } = decimal;
  if (scale > MAX_SCALE || digits.length - fraction > MAX_WHOLE_DIGITS) return err(OVERFLOW);
  // A literal is read without the type modifier and then cast; only COPY would round first.
  const fitted = typmod === undefined ? ok(decimal) : fitTypmod(decimal, typmod);
  return fitted.ok ? ok(formatDecimal(fitted.value)) : fitted;
}

/** A whole number in base 16, 8 or 2; null when the text does not begin like one. */
function readWithPrefix(text: string): Decimal | 'syntax' | null {
  const match = WITH_PREFIX.exec(text);
  if (match === null) return null;
  if (match[3] !== '') return 'syntax';
  return {
    negative: match[1] === '-',
    digits: BigInt(match[2]!.replaceAll('_', '')).toString().replace(/^0+/, ''),
    fraction: 0,
    scale: 0,
  };
}

function readDecimal(text: string, version: ServerVersion): Decimal | 'syntax' | 'overflow' {
  const match = (version < 16 ? DECIMAL_15 : DECIMAL).exec(text);
  if (match === null) return 'syntax';
  const [, sign, whole, behind, rest] = match as unknown as [string, string, string, string | undefined, string];
  const behindPoint = (behind ?? '').replaceAll('_', '');
  const exponent = (version < 16 ? EXPONENT_15 : EXPONENT).exec(rest);
  if (exponent === null && rest !== '') return 'syntax';
  const power = exponent === null ? 0 : Number(exponent[1]!.replaceAll('_', ''));
  if (Math.abs(power) > HALF_INT_MAX || (version < 16 && Math.abs(power) === HALF_INT_MAX)) return 'overflow';
  if (exponent !== null && exponent[2] !== '') return 'syntax';
  const digits = (whole.replaceAll('_', '') + behindPoint).replace(/^0+/, '');
  const scale = Math.max(behindPoint.length - power, 0);
  return { negative: sign === '-', digits, fraction: digits === '' ? 0 : behindPoint.length - power, scale };
}

/** apply_typmod(): rounds to the scale, then refuses more digits before the point than precision - scale. */
function fitTypmod(decimal: Decimal, typmod: number): Result<Decimal, PgError> {
  const { precision, scale } = typmodParts(typmod);
  const { negative, digits, fraction } = decimal;
  const cut = fraction - scale;
  const rounded =
    cut <= 0
      ? { negative, digits, fraction, scale: Math.max(scale, 0) }
      : { negative, digits: roundOff(digits, cut), fraction: scale, scale: Math.max(scale, 0) };
  const maxWhole = precision - scale;
  if (rounded.digits !== '' && rounded.digits.length - rounded.fraction > maxWhole) {
    const limit = maxWhole === 0 ? '1' : `10^${maxWhole}`;
    return err(fieldOverflow(typmod, `must round to an absolute value less than ${limit}`));
  }
  return ok(rounded);
}

/** Digits without the last `count`, rounded half up; '' for zero. */
function roundOff(digits: string, count: number): string {
  if (count > digits.length) return '';
  const kept = BigInt(digits.slice(0, digits.length - count) || '0');
  const up = digits[digits.length - count]! >= '5';
  return String(up ? kept + 1n : kept).replace(/^0+/, '');
}

function typmodParts(typmod: number): { precision: number; scale: number } {
  // The scale is a signed number of 11 bits.
  return { precision: typmod >> 16, scale: ((typmod & 2047) ^ 1024) - 1024 };
}

function fieldOverflow(typmod: number, what: string): PgError {
  const { precision, scale } = typmodParts(typmod);
  return {
    code: '22003',
    message: 'numeric field overflow',
    detail: `A field with precision ${precision}, scale ${scale} ${what}.`,
  };
}

/** numeric_out(). Zero has no sign. */
function formatDecimal({ negative, digits, fraction, scale }: Decimal): string {
  if (digits === '') return scale > 0 ? `0.${'0'.repeat(scale)}` : '0';
  const all = fraction > 0 ? digits.padStart(fraction + 1, '0') : digits + '0'.repeat(-fraction);
  const whole = fraction > 0 ? all.slice(0, -fraction) : all;
  const behind = fraction > 0 ? all.slice(-fraction) : '';
  return `${negative ? '-' : ''}${whole}${scale > 0 ? `.${behind.padEnd(scale, '0')}` : ''}`;
}
