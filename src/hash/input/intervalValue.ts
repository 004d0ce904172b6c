import { err, ok, type Result } from '../../lib/result.ts';
import type { PgError } from '../pgError.ts';
import type { ServerVersion } from '../server.ts';
import { dateTimeError, formatTime, roundTo } from './dateTimeValue.ts';
import { readInterval } from './intervalInput.ts';
import { readIsoInterval } from './intervalIso.ts';
import { isInt32, isInt64 } from './intervalParts.ts';

/** A span of time as PostgreSQL keeps it: 64, 32 and 32 bits, signed. */
export interface IntervalValue {
  readonly micros: bigint;
  readonly days: number;
  readonly months: number;
}

const OUT_OF_RANGE: PgError = { code: '22008', message: 'interval out of range' };

/** All three at their greatest or smallest, from version 17 on. */
const INFINITY: IntervalValue = { micros: 2n ** 63n - 1n, days: 2147483647, months: 2147483647 };
const MINUS_INFINITY: IntervalValue = { micros: -(2n ** 63n), days: -2147483648, months: -2147483648 };

/**
 * interval_in() in src/backend/utils/adt/timestamp.c: the styles of PostgreSQL, and ISO 8601 where they do not fit.
 * @param precision digits of the fraction, 0 to 6
 */
export function parseInterval(text: string, version: ServerVersion, precision = 6): Result<IntervalValue, PgError> {
  const plain = readInterval(text, version);
  const read = !plain.ok && plain.error.reason === 'syntax' ? readIsoInterval(text) : plain;
  if (!read.ok) {
    return err(
      read.error.reason === 'field'
        ? { code: '22015', message: `interval field value out of range: "${text}"` }
        : dateTimeError(read.error, text, 'interval'),
    );
  }
  if (read.value === 'infinity') return ok(INFINITY);
  if (read.value === '-infinity') return ok(MINUS_INFINITY);
  const { micros, days, months, years } = read.value;
  const value = { micros, days, months: years * 12 + months };
  if (!isInt32(value.months)) return err(OUT_OF_RANGE);
  if (version >= 17 && (isSame(value, INFINITY) || isSame(value, MINUS_INFINITY))) return ok(value);
  return round(value, precision);
}

/** AdjustIntervalForTypmod(): the sum with half a unit must still fit. */
function round(value: IntervalValue, precision: number): Result<IntervalValue, PgError> {
  if (precision >= 6) return ok(value);
  const half = BigInt(5 * 10 ** (5 - precision));
  const sum = value.micros >= 0n ? value.micros + half : value.micros - half;
  return isInt64(sum) ? ok({ ...value, micros: roundTo(value.micros, precision) }) : err(OUT_OF_RANGE);
}

function isSame(a: IntervalValue, b: IntervalValue): boolean {
  return a.micros === b.micros && a.days === b.days && a.months === b.months;
}

/**
 * interval_out() with IntervalStyle postgres: EncodeInterval() in src/backend/utils/adt/datetime.c. Behind a negative
 * field a positive one shows its sign: -1 days +02:03:00.
 */
export function formatInterval(value: IntervalValue, version: ServerVersion): string {
  if (version >= 17 && isSame(value, INFINITY)) return 'infinity';
  if (version >= 17 && isSame(value, MINUS_INFINITY)) return '-infinity';
  const { micros, days, months } = value;
  const fields: string[] = [];
  let afterNegative = false;
  for (const [count, unit] of [
    [Math.trunc(months / 12), 'year'],
    [months % 12, 'mon'],
    [days, 'day'],
  ] as const) {
    if (count === 0) continue;
    fields.push(`${afterNegative && count > 0 ? '+' : ''}${count} ${unit}${count === 1 ? '' : 's'}`);
    afterNegative = count < 0;
  }
  if (micros !== 0n || fields.length === 0) {
    const sign = micros < 0n ? '-' : afterNegative ? '+' : '';
    fields.push(sign + formatTime(micros < 0n ? -micros : micros));
  }
  return fields.join(' ');
}
