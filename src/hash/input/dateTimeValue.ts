import { err, ok, type Result } from '../../lib/result.ts';
import type { PgError } from '../pgError.ts';
import type { ServerVersion } from '../server.ts';
import { civilFromDays, daysFromCivil, eraSuffix, formatCivil, isValidJulian, two } from './civil.ts';
import { type DateTimeInput, readDateTime } from './dateTimeInput.ts';
import type { DateTimeFailure, DateTimeParts } from './dateTimeParts.ts';

const MICROS_PER_DAY = 86_400_000_000n;
const UNIX_EPOCH_DAY = -10957;
/** From 4714-11-24 BC to 294276-12-31 (MIN_TIMESTAMP, END_TIMESTAMP of src/include/datatype/timestamp.h). */
const MIN_TIMESTAMP = -211_813_488_000_000_000n;
const END_TIMESTAMP = 9_223_371_331_200_000_000n;
/** int64 maximum and minimum stand for infinity and -infinity, as int32's do for date. */
const TIMESTAMP_INFINITY = 2n ** 63n - 1n;
const DATE_INFINITY = 2147483647;
const MIN_DATE = -2451545;

/** Days from 2000-01-01: date_in() in src/backend/utils/adt/date.c. */
export function parseDate(text: string, version: ServerVersion): Result<number, PgError> {
  const input = readDateTime(text, version);
  if (!input.ok) return err(dateTimeError(input.error, text, 'date'));
  if (input.value.kind === 'moment') {
    const { moment } = input.value;
    return ok(moment === 'epoch' ? UNIX_EPOCH_DAY : moment === 'infinity' ? DATE_INFINITY : -DATE_INFINITY - 1);
  }
  const { year, month, day } = input.value.parts;
  const days = daysFromCivil(year, month, day);
  if (!isValidJulian(year, month) || days < MIN_DATE || year > 5874897) {
    return err({ code: '22008', message: `date out of range: "${text}"` });
  }
  return ok(days);
}

/**
 * Microseconds from 2000-01-01 00:00: timestamp_in() and timestamptz_in() in src/backend/utils/adt/timestamp.c. A
 * timestamp ignores the zone; without a zone a timestamptz is in UTC.
 * @param precision digits of the fraction, 0 to 6
 */
export function parseTimestamp(
  text: string,
  withZone: boolean,
  version: ServerVersion,
  precision = 6,
): Result<bigint, PgError> {
  const input = readDateTime(text, version);
  if (!input.ok) return err(dateTimeError(input.error, text, withZone ? 'timestamp with time zone' : 'timestamp'));
  const micros = microsOf(input.value, withZone);
  if (micros === null) return err({ code: '22008', message: `timestamp out of range: "${text}"` });
  const infinite = micros === TIMESTAMP_INFINITY || micros === -TIMESTAMP_INFINITY - 1n;
  return ok(infinite ? micros : roundTo(micros, precision));
}

function microsOf(input: DateTimeInput, withZone: boolean): bigint | null {
  if (input.kind === 'moment') {
    if (input.moment === 'epoch') return BigInt(UNIX_EPOCH_DAY) * MICROS_PER_DAY;
    return input.moment === 'infinity' ? TIMESTAMP_INFINITY : -TIMESTAMP_INFINITY - 1n;
  }
  const { parts } = input;
  if (!isValidJulian(parts.year, parts.month)) return null;
  const local = BigInt(daysFromCivil(parts.year, parts.month, parts.day)) * MICROS_PER_DAY + timeOfDay(parts);
  const micros = withZone ? local - BigInt(parts.zone) * 1_000_000n : local;
  return micros >= MIN_TIMESTAMP && micros < END_TIMESTAMP ? micros : null;
}

/** Microseconds since midnight. */
export function timeOfDay({ hour, minute, second, micros }: DateTimeParts): bigint {
  return BigInt(((hour * 60 + minute) * 60 + second) * 1_000_000 + micros);
}

/** AdjustTimestampForTypmod(): to the nearest, halves away from zero. */
export function roundTo(micros: bigint, precision: number): bigint {
  const unit = 10n ** BigInt(6 - Math.min(precision, 6));
  const half = unit / 2n;
  return micros >= 0n ? ((micros + half) / unit) * unit : -(((half - micros) / unit) * unit);
}

/** A date as date_out() prints it in ISO style. */
export function formatDate(days: number): string {
  if (days === DATE_INFINITY) return 'infinity';
  if (days === -DATE_INFINITY - 1) return '-infinity';
  const date = civilFromDays(days);
  return formatCivil(date) + eraSuffix(date);
}

/** A timestamp as timestamp_out() prints it in ISO style; `zone` is `+00` for timestamptz in UTC, otherwise empty. */
export function formatTimestamp(micros: bigint, zone: '' | '+00'): string {
  if (micros === TIMESTAMP_INFINITY) return 'infinity';
  if (micros === -TIMESTAMP_INFINITY - 1n) return '-infinity';
  const inDay = ((micros % MICROS_PER_DAY) + MICROS_PER_DAY) % MICROS_PER_DAY;
  const date = civilFromDays(Number((micros - inDay) / MICROS_PER_DAY));
  return `${formatCivil(date)} ${formatTime(inDay)}${zone}${eraSuffix(date)}`;
}

/** hh:mm:ss with up to six digits of a fraction. Of more than a day only the hours grow. */
export function formatTime(micros: bigint): string {
  const seconds = micros / 1_000_000n;
  const [hour, minute, second] = [seconds / 3600n, (seconds / 60n) % 60n, seconds % 60n];
  const fraction = String(micros % 1_000_000n)
    .padStart(6, '0')
    .replace(/0+$/, '');
  return `${two(hour)}:${two(minute)}:${two(second)}${fraction === '' ? '' : `.${fraction}`}`;
}

/** DateTimeParseError() in src/backend/utils/adt/datetime.c. */
export function dateTimeError(failure: DateTimeFailure, text: string, typeName: string): PgError {
  switch (failure.reason) {
    case 'field':
      return { code: '22008', message: `date/time field value out of range: "${text}"` };
    case 'monthOrDay':
      return {
        code: '22008',
        message: `date/time field value out of range: "${text}"`,
        hint: 'Perhaps you need a different "DateStyle" setting.',
      };
    case 'zoneRange':
      return { code: '22009', message: `time zone displacement out of range: "${text}"` };
    case 'zoneName':
      return { code: '22023', message: `time zone "${failure.word}" not recognized` };
    case 'clock':
      return { code: '0A000', message: `date/time value "${failure.word}" depends on the clock and is not supported` };
    case 'syntax':
      return { code: '22007', message: `invalid input syntax for type ${typeName}: "${text}"` };
  }
}
