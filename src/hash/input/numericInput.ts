import { err, ok, type Result } from '../../lib/result.ts';
import type { PgError } from '../pgError.ts';
import type { ServerVersion } from '../server.ts';
import { invalidSyntax } from './inputErrors.ts';

// numeric_in(), set_var_from_str(), apply_typmod() and numeric_out() in src/backend/utils/adt/numeric.c. Version 16 brought
// underscores, 0x, 0o and 0b.

const SPACE = '[ \\t\\n\\v\\f\\r]*';
const WORD = new RegExp(`^${SPACE}(?:(nan)|([+-]?)(?:inf|infinity))${SPACE}$`, 'i');
const PLAIN = new RegExp(`^${SPACE}([+-]?)(?:(\\d+)(?:\\.(\\d*))?|\\.(\\d+))(?:e([+-]?\\d+))?${SPACE}$`, 'i');
const GROUPED = new RegExp(
  `^${SPACE}([+-]?)(?:(\\d+(?:_\\d+)*)(?:\\.((?:\\d+(?:_\\d+)*)?))?|\\.(\\d+(?:_\\d+)*))(?:e([+-]?\\d+(?:_\\d+)*))?${SPACE}$`,
  'i',
);
const RADIX = new RegExp(`^${SPACE}([+-]?)(0x(?:_?[0-9a-f])+|0o(?:_?[0-7])+|0b(?:_?[01])+)${SPACE}$`, 'i');

/** NUMERIC_DSCALE_MAX, and the digits before the point that NUMERIC_WEIGHT_MAX = 32767 groups of four leave. */
const MAX_SCALE = 16383;
const MAX_WHOLE_DIGITS = 131072;

/** A finite number: digits without zeros in front (none for 0), the last `scale` of them behind the decimal point. */
interface Decimal {
  readonly negative: boolean;
  readonly digits: string;
  readonly scale: number;
}

/**
 * Reads a numeric and gives it as numeric_out() prints it.
 * @param typmod p * 65536 + (s & 2047) of numeric(p, s)
 */
export function parseNumeric(text: string, version: ServerVersion, typmod?: number): Result<string, PgError> {
  const word = WORD.exec(text);
  if (word !== null) {
    if (word[1] !== undefined) return ok('NaN');
    if (typmod !== undefined) return err(fieldOverflow(typmod, true));
    return ok(word[2] === '-' ? '-Infinity' : 'Infinity');
  }
  const decimal = readDecimal(text, version);
  if (!decimal.ok) return decimal;
  const fitted = typmod === undefined ? decimal : applyTypmod(decimal.value, typmod);
  return fitted.ok ? ok(printDecimal(fitted.value)) : fitted;
}

function readDecimal(text: string, version: ServerVersion): Result<Decimal, PgError> {
  const radix = version < 16 ? null : RADIX.exec(text);
  if (radix !== null) {
    const digits = String(BigInt(radix[2]!.replaceAll('_', '').toLowerCase()));
    return makeDecimal({ negative: radix[1] === '-', digits, scale: 0 }, 0n);
  }
  const match = (version < 16 ? PLAIN : GROUPED).exec(text);
  if (match === null) return invalidSyntax('numeric', text);
  const [, sign, whole = '', after, alone, exponent = '0'] = match.map((group) => group?.replaceAll('_', ''));
  const fraction = after ?? alone ?? '';
  return makeDecimal({ negative: sign === '-', digits: whole + fraction, scale: fraction.length }, BigInt(exponent));
}

/** Moves the decimal point and checks the limits of the format. */
function makeDecimal({ negative, digits, scale }: Decimal, exponent: bigint): Result<Decimal, PgError> {
  const overflow: PgError = { code: '22003', message: 'value overflows numeric format' };
  if (exponent > 1_073_741_822n || exponent < -1_073_741_822n) return err(overflow);
  const moved = scale - Number(exponent);
  const significant = digits.replace(/^0+/, '');
  if (significant.length - moved > MAX_WHOLE_DIGITS && significant !== '') return err(overflow);
  if (moved > MAX_SCALE) return err(overflow);
  if (moved >= 0) return ok({ negative, digits: significant, scale: moved });
  return ok({ negative, digits: significant === '' ? '' : significant + '0'.repeat(-moved), scale: 0 });
}

/** Rounds half away from zero to the declared scale and checks the declared precision. */
function applyTypmod(decimal: Decimal, typmod: number): Result<Decimal, PgError> {
  const { precision, scale } = splitTypmod(typmod);
  const drop = decimal.scale - scale;
  let digits = decimal.digits;
  if (drop > 0) {
    const padded = digits.padStart(drop + 1, '0');
    const kept = BigInt(padded.slice(0, -drop));
    digits = String(padded.charCodeAt(padded.length - drop) >= 53 ? kept + 1n : kept).replace(/^0+/, '');
  } else if (digits !== '') digits += '0'.repeat(-drop);
  if (digits.length > precision) return err(fieldOverflow(typmod, false));
  if (scale >= 0) return ok({ ...decimal, digits, scale });
  return ok({ ...decimal, digits: digits === '' ? '' : digits + '0'.repeat(-scale), scale: 0 });
}

/** Precision 1 to 1000 and scale -1000 to 1000 of a type modifier. */
export function splitTypmod(typmod: number): { readonly precision: number; readonly scale: number } {
  return { precision: typmod >>> 16, scale: ((typmod & 0x7ff) ^ 1024) - 1024 };
}

function fieldOverflow(typmod: number, infinite: boolean): PgError {
  const { precision, scale } = splitTypmod(typmod);
  const field = `A field with precision ${precision}, scale ${scale}`;
  const whole = precision - scale;
  const limit = whole === 0 ? '1' : `10^${whole}`;
  const detail = infinite
    ? `${field} cannot hold an infinite value.`
    : `${field} must round to an absolute value less than ${limit}.`;
  return { code: '22003', message: 'numeric field overflow', detail };
}

function printDecimal({ negative, digits, scale }: Decimal): string {
  const padded = digits.padStart(scale + 1, '0');
  const whole = padded.slice(0, padded.length - scale);
  const sign = negative && digits !== '' ? '-' : '';
  return sign + whole + (scale > 0 ? `.${padded.slice(-scale)}` : '');
}
