import { err, ok, type Result } from '../../lib/result.ts';
import type { ServerVersion } from '../server.ts';
import { type DateTimeFailure, FIELD_RANGE, readInt, readMicros, SYNTAX } from './dateTimeParts.ts';
import { type Field, splitFields } from './dateTimeTokens.ts';
import { findWord, isCoreWord } from './dateTimeWords.ts';
import {
  addUnit,
  emptyInterval,
  type IntervalParts,
  type IntervalUnit,
  isInt32,
  isInt64,
  MICROS_PER_HOUR,
  MICROS_PER_MINUTE,
  MICROS_PER_SECOND,
} from './intervalParts.ts';
import { findUnit } from './intervalWords.ts';

/** Bits of the units seen, so that none comes twice; a fraction of a second stands for milli- and microseconds too. */
const BITS: Readonly<Record<IntervalUnit, number>> = {
  microsecond: 1,
  millisecond: 2,
  second: 4,
  minute: 8,
  hour: 16,
  day: 32,
  week: 64,
  month: 128,
  year: 256,
  decade: 512,
  century: 1024,
  millennium: 2048,
};
const TIME = BITS.microsecond | BITS.millisecond | BITS.second | BITS.minute | BITS.hour;
const SECONDS = BITS.microsecond | BITS.millisecond | BITS.second;
const DATE = BITS.day | BITS.month | BITS.year;

/** State of one reading, from the last field to the first. */
interface Reading {
  readonly version: ServerVersion;
  readonly parts: IntervalParts;
  seen: number;
  /** Unit of the next number; null for none, which means seconds; 'none' for a word that no number goes with. */
  unit: IntervalUnit | 'none' | null;
  unitWaits: boolean;
  ago: boolean;
  infinite: 'infinity' | '-infinity' | null;
}

/** Bits of what a field set, or why it cannot be read. */
type Outcome = number | DateTimeFailure;

/**
 * Reads interval input of the styles postgres, postgres_verbose and sql_standard: DecodeInterval() in
 * src/backend/utils/adt/datetime.c with IntervalStyle postgres. Version 17 brought the infinities, and takes `ago` only
 * at the end and no unit without its number.
 */
export function readInterval(
  text: string,
  version: ServerVersion,
): Result<IntervalParts | 'infinity' | '-infinity', DateTimeFailure> {
  const fields = splitFields(text, isCoreWord);
  if (fields === null) return err(SYNTAX);
  const parts = emptyInterval();
  const reading: Reading = { version, parts, seen: 0, unit: null, unitWaits: false, ago: false, infinite: null };
  for (let i = fields.length - 1; i >= 0; i--) {
    const outcome = readField(fields[i]!, i === fields.length - 1, reading);
    if (typeof outcome !== 'number') return err(outcome);
    if ((outcome & reading.seen) !== 0) return err(SYNTAX);
    reading.seen |= outcome;
  }
  if (reading.seen === 0 || (reading.unitWaits && version >= 17)) return err(SYNTAX);
  if (reading.ago && !negate(parts)) return err(FIELD_RANGE);
  return ok(reading.infinite ?? parts);
}

function negate(parts: IntervalParts): boolean {
  parts.micros = -parts.micros;
  parts.days = 0 - parts.days;
  parts.months = 0 - parts.months;
  parts.years = 0 - parts.years;
  return isInt64(parts.micros) && isInt32(parts.days) && isInt32(parts.months) && isInt32(parts.years);
}

function readField(field: Field, isLast: boolean, reading: Reading): Outcome {
  switch (field.kind) {
    case 'time':
      return readTime(field.text, 1n, reading);
    case 'zone':
      // -10:20 is a time with a sign; anything else with one is a number.
      if (field.text.includes(':')) {
        const outcome = readTime(field.text.slice(1), field.text.startsWith('-') ? -1n : 1n, reading);
        if (typeof outcome === 'number') return outcome;
      }
      return readNumber(field.text, reading);
    case 'date':
    case 'number':
      return readNumber(field.text, reading);
    default:
      return readWord(field.text, isLast, reading);
  }
}

/** hh:mm, hh:mm:ss with a fraction, or mm:ss.fraction; replaces the microseconds. What stands before it is days. */
function readTime(text: string, sign: bigint, reading: Reading): Outcome {
  const match = /^([0-9]+):([0-9]*)(?::([0-9]*))?(\..*)?$/.exec(text);
  if (match === null) return SYNTAX;
  const first = BigInt(match[1]!);
  const second = readInt(match[2]!);
  const third = readInt(match[3] ?? '');
  if (!isInt64(first) || second === null || third === null) return FIELD_RANGE;
  const micros = match[4] === undefined ? 0 : readMicros(match[4]);
  if (micros === null) return SYNTAX;
  const fromMinutes = match[4] !== undefined && match[3] === undefined;
  return setTime(
    reading,
    fromMinutes ? [0n, first, BigInt(second)] : [first, BigInt(second), BigInt(third)],
    micros,
    sign,
  );
}

function setTime(
  reading: Reading,
  [hour, minute, second]: readonly [bigint, bigint, bigint],
  micros: number,
  sign: bigint,
): Outcome {
  if (minute > 59n || second > 60n) return FIELD_RANGE;
  const total =
    hour * BigInt(MICROS_PER_HOUR) +
    minute * BigInt(MICROS_PER_MINUTE) +
    second * BigInt(MICROS_PER_SECOND) +
    BigInt(micros);
  if (!isInt64(total)) return FIELD_RANGE;
  reading.parts.micros = sign * total;
  reading.unit = 'day';
  reading.unitWaits = false;
  return TIME;
}

/** A number of the unit behind it, or years and months: 1-2. */
function readNumber(text: string, reading: Reading): Outcome {
  const [, digits, rest] = /^([-+]?[0-9]*)(.*)$/s.exec(text) as unknown as [string, string, string];
  const whole = BigInt(digits.replace('+', '') || '0');
  if (!isInt64(whole)) return FIELD_RANGE;
  if (rest.startsWith('-')) return readMonths(whole, text, rest.slice(1), reading);
  if (rest !== '' && !/^\.[0-9]*$/.test(rest)) return SYNTAX;
  const magnitude = rest === '' || rest === '.' ? 0 : Number(`0${rest}`);
  return addNumber(whole, text.startsWith('-') ? -magnitude : magnitude, reading.unit ?? 'second', reading);
}

function readMonths(years: bigint, text: string, rest: string, reading: Reading): Outcome {
  const [, digits, junk] = /^(-?[0-9]+|)(.*)$/s.exec(rest) as unknown as [string, string, string];
  const months = Number(digits);
  if (months < 0 || months >= 12) return FIELD_RANGE;
  if (junk !== '') return SYNTAX;
  const total = years * 12n + BigInt(text.startsWith('-') ? -months : months);
  return isInt64(total) ? addNumber(total, 0, 'month', reading) : FIELD_RANGE;
}

function addNumber(whole: bigint, fraction: number, unit: IntervalUnit | 'none', reading: Reading): Outcome {
  if (unit === 'none') return SYNTAX;
  if (!addUnit(reading.parts, unit, whole, fraction)) return FIELD_RANGE;
  reading.unit = unit === 'hour' ? 'day' : unit;
  reading.unitWaits = false;
  return unit === 'second' && fraction !== 0 ? SECONDS : BITS[unit];
}

function readWord(text: string, isLast: boolean, reading: Reading): Outcome {
  const { version } = reading;
  if (reading.unitWaits && version >= 17) return SYNTAX;
  const unit = findUnit(text);
  if (unit === 'ago') {
    if (!isLast && version >= 17) return SYNTAX;
    reading.ago = true;
    reading.unit = 'none';
    return 0;
  }
  if (unit !== undefined) return expectUnit(unit, reading);
  return version >= 17 && isCoreWord(text) ? readCoreWord(text, isLast, reading) : SYNTAX;
}

function expectUnit(unit: IntervalUnit | 'none', reading: Reading): Outcome {
  reading.unit = unit;
  reading.unitWaits = true;
  return 0;
}

/** A word of dates and times, of which an interval takes some from version 17 on. */
function readCoreWord(text: string, isLast: boolean, reading: Reading): Outcome {
  const word = findWord(text);
  switch (word?.kind) {
    case 'ignored':
      reading.unit = null;
      return 0;
    case 'unit':
      return expectUnit(text === 'mm' ? 'minute' : 'none', reading);
    case 'julian':
      return expectUnit('none', reading);
    case 'moment':
      if (word.value === 'epoch' || !isLast) return SYNTAX;
      reading.infinite = word.value;
      reading.unit = 'none';
      return DATE | TIME;
    default:
      return SYNTAX;
  }
}
