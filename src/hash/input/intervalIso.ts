import { err, ok, type Result } from '../../lib/result.ts';
import { type DateTimeFailure, FIELD_RANGE, SYNTAX } from './dateTimeParts.ts';
import { readFloat } from './floatInput.ts';
import {
  addFractionOfMicros,
  addUnit,
  emptyInterval,
  type IntervalParts,
  type IntervalUnit,
  MICROS_PER_DAY,
} from './intervalParts.ts';

/** State of one reading. */
interface Reading {
  readonly text: string;
  at: number;
  readonly parts: IntervalParts;
  inTime: boolean;
  /** A field with a designator was read in this half, so that the formats without may no longer follow. */
  haveField: boolean;
}

interface IsoNumber {
  readonly whole: bigint;
  readonly fraction: number;
  /** Digits before the point. */
  readonly width: number;
}

/** What follows a field: more of the same half, the time, the end; or why the text cannot be read. */
type Step = 'field' | 'time' | 'end' | DateTimeFailure;

const DATE_UNITS: Readonly<Record<string, IntervalUnit>> = { Y: 'year', M: 'month', W: 'week', D: 'day' };
const TIME_UNITS: Readonly<Record<string, IntervalUnit>> = { H: 'hour', M: 'minute', S: 'second' };

/**
 * Reads an interval of ISO 8601, P1Y2M3DT4H5M6S or the alternative P0001-02-03T04:05:06 or P00010203T040506:
 * DecodeISO8601Interval() in src/backend/utils/adt/datetime.c. Every number may have a sign, a fraction and an exponent.
 */
export function readIsoInterval(text: string): Result<IntervalParts, DateTimeFailure> {
  if (text.length < 2 || !text.startsWith('P')) return err(SYNTAX);
  const reading: Reading = { text, at: 1, parts: emptyInterval(), inTime: false, haveField: false };
  while (reading.at < text.length) {
    const step = text[reading.at] === 'T' ? skipMark(reading) : readField(reading);
    if (typeof step !== 'string') return err(step);
    if (step === 'end') break;
    reading.haveField = step === 'field';
    if (step === 'time') reading.inTime = true;
  }
  return ok(reading.parts);
}

function skipMark(reading: Reading): Step {
  reading.at += 1;
  return 'time';
}

function readField(reading: Reading): Step {
  const number = readNumber(reading);
  if ('reason' in number) return number;
  const designator = reading.text[reading.at] ?? '';
  reading.at += 1;
  const unit = (reading.inTime ? TIME_UNITS : DATE_UNITS)[designator];
  if (unit !== undefined) return add(reading, unit, number) ?? 'field';
  return reading.inTime ? readPlainTime(reading, number, designator) : readPlainDate(reading, number, designator);
}

/** yyyymmdd, yyyy-mm-dd or a beginning of it. */
function readPlainDate(reading: Reading, number: IsoNumber, separator: string): Step {
  if (separator !== '' && separator !== 'T' && separator !== '-') return SYNTAX;
  const next = separator === '' ? 'end' : 'time';
  if (separator !== '-' && number.width === 8 && !reading.haveField) {
    return addRunTogether(reading.parts, number, ['year', 'month', 'day'], MICROS_PER_DAY) ?? next;
  }
  if (reading.haveField) return SYNTAX;
  const failure = add(reading, 'year', number);
  if (failure !== null || separator !== '-') return failure ?? next;
  const month = readAndAdd(reading, 'month');
  if (month !== null || endsDate(reading)) return month ?? 'time';
  if (reading.text[reading.at] !== '-') return SYNTAX;
  reading.at += 1;
  return readAndAdd(reading, 'day') ?? (endsDate(reading) ? 'time' : SYNTAX);
}

/** hhmmss, hh:mm:ss or a beginning of it. */
function readPlainTime(reading: Reading, number: IsoNumber, separator: string): Step {
  if (separator !== '' && separator !== ':') return SYNTAX;
  if (separator === '' && number.width === 6 && !reading.haveField) {
    return addRunTogether(reading.parts, number, ['hour', 'minute', 'second'], 1) ?? 'end';
  }
  if (reading.haveField) return SYNTAX;
  const failure = add(reading, 'hour', number);
  if (failure !== null || separator === '') return failure ?? 'end';
  const minute = readAndAdd(reading, 'minute');
  if (minute !== null || reading.at >= reading.text.length) return minute ?? 'end';
  if (reading.text[reading.at] !== ':') return SYNTAX;
  reading.at += 1;
  return readAndAdd(reading, 'second') ?? (reading.at >= reading.text.length ? 'end' : SYNTAX);
}

function endsDate({ text, at }: Reading): boolean {
  return at >= text.length || text[at] === 'T';
}

/** Six or eight digits: all before the last four, then two by two. A fraction is one of a day, or of a microsecond. */
function addRunTogether(
  parts: IntervalParts,
  { whole, fraction }: IsoNumber,
  [first, second, third]: readonly [IntervalUnit, IntervalUnit, IntervalUnit],
  scale: number,
): DateTimeFailure | null {
  const fits =
    addUnit(parts, first, whole / 10000n, 0) &&
    addUnit(parts, second, (whole / 100n) % 100n, 0) &&
    addUnit(parts, third, whole % 100n, 0) &&
    addFractionOfMicros(parts, fraction, scale);
  return fits ? null : FIELD_RANGE;
}

function readAndAdd(reading: Reading, unit: IntervalUnit): DateTimeFailure | null {
  const number = readNumber(reading);
  return 'reason' in number ? number : add(reading, unit, number);
}

function add({ parts }: Reading, unit: IntervalUnit, { whole, fraction }: IsoNumber): DateTimeFailure | null {
  return addUnit(parts, unit, whole, fraction) ? null : FIELD_RANGE;
}

/** ParseISO8601Number(): what strtod() reads, up to 1e15 either way. */
function readNumber(reading: Reading): IsoNumber | DateTimeFailure {
  const rest = reading.text.slice(reading.at);
  const number = /^[-.0-9]/.test(rest) ? readFloat(rest, 64) : null;
  if (number === null || number.outOfRange) return SYNTAX;
  const { value, length } = number;
  if (Number.isNaN(value) || Math.abs(value) > 1e15) return FIELD_RANGE;
  reading.at += length;
  const whole = Math.trunc(value);
  return { whole: BigInt(whole), fraction: value - whole, width: /^-?([0-9]*)/.exec(rest)![1]!.length };
}
