/** A time span while it is read: pg_itm_in of src/include/pgtime.h. Years are kept apart from months until the end. */
export interface IntervalParts {
  /** Signed 64-bit, as the additions below see to. */
  micros: bigint;
  /** Signed 32-bit each. */
  days: number;
  months: number;
  years: number;
}

export type IntervalUnit =
  | 'microsecond'
  | 'millisecond'
  | 'second'
  | 'minute'
  | 'hour'
  | 'day'
  | 'week'
  | 'month'
  | 'year'
  | 'decade'
  | 'century'
  | 'millennium';

export const MICROS_PER_SECOND = 1_000_000;
export const MICROS_PER_MINUTE = 60_000_000;
export const MICROS_PER_HOUR = 3_600_000_000;
export const MICROS_PER_DAY = 86_400_000_000;
const DAYS_PER_WEEK = 7;
const DAYS_PER_MONTH = 30;
const MONTHS_PER_YEAR = 12;

export function emptyInterval(): IntervalParts {
  return { micros: 0n, days: 0, months: 0, years: 0 };
}

/**
 * Adds `whole` and a fraction of one unit: AdjustMicroseconds(), AdjustDays() and so on in
 * src/backend/utils/adt/datetime.c. What is left of a day, a week or a month goes down to days and microseconds; what is
 * left of a year only to the nearest month.
 * @param fraction of the sign of `whole`, less than 1
 * @returns false on overflow, `parts` being of no use then
 */
export function addUnit(parts: IntervalParts, unit: IntervalUnit, whole: bigint, fraction: number): boolean {
  switch (unit) {
    case 'microsecond':
      return addMicros(parts, whole, fraction, 1);
    case 'millisecond':
      return addMicros(parts, whole, fraction, 1000);
    case 'second':
      return addMicros(parts, whole, fraction, MICROS_PER_SECOND);
    case 'minute':
      return addMicros(parts, whole, fraction, MICROS_PER_MINUTE);
    case 'hour':
      return addMicros(parts, whole, fraction, MICROS_PER_HOUR);
    case 'day':
      return addTo(parts, 'days', whole, 1) && addFractionOfMicros(parts, fraction, MICROS_PER_DAY);
    case 'week':
      return addTo(parts, 'days', whole, DAYS_PER_WEEK) && addFractionOfDays(parts, fraction, DAYS_PER_WEEK);
    case 'month':
      return addTo(parts, 'months', whole, 1) && addFractionOfDays(parts, fraction, DAYS_PER_MONTH);
    case 'year':
      return addYears(parts, whole, fraction, 1);
    case 'decade':
      return addYears(parts, whole, fraction, 10);
    case 'century':
      return addYears(parts, whole, fraction, 100);
    case 'millennium':
      return addYears(parts, whole, fraction, 1000);
  }
}

function addMicros(parts: IntervalParts, whole: bigint, fraction: number, scale: number): boolean {
  parts.micros += whole * BigInt(scale);
  return isInt64(whole * BigInt(scale)) && isInt64(parts.micros) && addFractionOfMicros(parts, fraction, scale);
}

/** fraction * scale microseconds, rounded to the nearest; a half is cut off. */
export function addFractionOfMicros(parts: IntervalParts, fraction: number, scale: number): boolean {
  const exact = fraction * scale;
  const whole = Math.trunc(exact);
  const rest = exact - whole;
  parts.micros += BigInt(whole + (rest > 0.5 ? 1 : rest < -0.5 ? -1 : 0));
  return isInt64(parts.micros);
}

function addFractionOfDays(parts: IntervalParts, fraction: number, scale: number): boolean {
  const exact = fraction * scale;
  const whole = Math.trunc(exact);
  parts.days += whole;
  return isInt32(parts.days) && addFractionOfMicros(parts, exact - whole, MICROS_PER_DAY);
}

function addYears(parts: IntervalParts, whole: bigint, fraction: number, scale: number): boolean {
  if (!addTo(parts, 'years', whole, scale)) return false;
  parts.months += roundToEven(fraction * scale * MONTHS_PER_YEAR);
  return isInt32(parts.months);
}

function addTo(parts: IntervalParts, field: 'days' | 'months' | 'years', whole: bigint, scale: number): boolean {
  const product = Number(whole) * scale;
  parts[field] += product;
  return isInt32(Number(whole)) && isInt32(product) && isInt32(parts[field]);
}

/** rint() */
function roundToEven(x: number): number {
  const floor = Math.floor(x);
  const rest = x - floor;
  return rest > 0.5 || (rest === 0.5 && floor % 2 !== 0) ? floor + 1 : floor;
}

export function isInt64(value: bigint): boolean {
  return BigInt.asIntN(64, value) === value;
}

export function isInt32(value: number): boolean {
  return value >= -2147483648 && value <= 2147483647;
}
