import { err, ok, type Result } from '../../lib/result.ts';
import { civilFromDays, daysFromCivil, daysInMonth, EPOCH_JULIAN_DAY } from './civil.ts';
import { readDate, readNumber, readRunTogether } from './dateTimeNumbers.ts';
import * as P from './dateTimeParts.ts';
import { type Field, splitFields } from './dateTimeTokens.ts';
import { findWord, isCoreWord, type PlainKind } from './dateTimeWords.ts';
import { readTime, readZone } from './timeInput.ts';

/** A date with a time of day, or one of the moments without one. */
export type DateTimeInput =
  | { readonly kind: 'moment'; readonly moment: 'infinity' | '-infinity' | 'epoch' }
  | { readonly kind: 'parts'; readonly parts: Readonly<P.DateTimeParts> };

/** State of one reading; `pending` is a label that says what the next number is. */
interface Reading {
  readonly parts: P.DateTimeParts;
  seen: number;
  pending: 'julian' | 'time' | 'unit' | null;
  moment: 'infinity' | '-infinity' | 'epoch' | null;
  /** A word that needs a clock, refused when the rest is in order. */
  clockWord: string | null;
}

/**
 * Reads date and time input with DateStyle ISO, MDY: DecodeDateTime() in src/backend/utils/adt/datetime.c of PostgreSQL
 * 18. A time or zone may be given wherever PostgreSQL takes one, and is ignored by date.
 */
export function readDateTime(text: string): Result<DateTimeInput, P.DateTimeFailure> {
  const fields = splitFields(text, isCoreWord);
  if (fields === null) return err(P.SYNTAX);
  const reading: Reading = { parts: P.emptyParts(), seen: 0, pending: null, moment: null, clockWord: null };
  for (const field of fields) {
    const outcome = readField(field, reading);
    if (typeof outcome !== 'number') return err(outcome);
    if ((outcome & reading.seen) !== 0) return err(P.SYNTAX);
    reading.seen |= outcome;
  }
  if (reading.pending !== null) return err(P.SYNTAX);
  if (reading.clockWord !== null) return err({ reason: 'clock', word: reading.clockWord });
  if (reading.moment !== null) return ok({ kind: 'moment', moment: reading.moment });
  const failure = checkDate(reading) ?? applyMeridian(reading.parts);
  if (failure !== null) return err(failure);
  if ((reading.seen & P.DATE) !== P.DATE) return err(P.SYNTAX);
  if ((reading.seen & (P.ZONE | P.DAYLIGHT_WORD)) === P.DAYLIGHT_WORD) return err(P.SYNTAX);
  return ok({ kind: 'parts', parts: reading.parts });
}

function readField(field: Field, reading: Reading): P.Outcome {
  switch (field.kind) {
    case 'date':
      return readDateField(field.text, reading);
    case 'time':
      if (reading.pending !== null && reading.pending !== 'time') return P.SYNTAX;
      reading.pending = null;
      return readTime(field.text, reading.parts);
    case 'zone':
      return readZone(field.text, reading.parts);
    case 'number':
      return reading.pending === null ? readFreeNumber(field.text, reading) : readLabelled(field.text, reading);
    default:
      return readWord(field.text, reading);
  }
}

/** A date; or, when there is one already, a zone name or a run-together time with a zone: 040506-08. */
function readDateField(text: string, reading: Reading): P.Outcome {
  const { parts, seen, pending } = reading;
  if (pending === 'julian') {
    const [, digits, zone] = /^([0-9]*)(.*)$/.exec(text) as unknown as [string, string, string];
    reading.pending = null;
    const outcome = setJulianDay(digits, parts);
    if (typeof outcome !== 'number') return outcome;
    const zoneOutcome = readZone(zone, parts);
    return typeof zoneOutcome === 'number' ? P.DATE | P.TIME | P.ZONE : zoneOutcome;
  }
  if (pending === null && (seen & (P.MONTH | P.DAY)) !== (P.MONTH | P.DAY)) return readDate(text, seen, parts);
  if (!/^[0-9]/.test(text) && pending === null) return { reason: 'zoneName', word: text };
  const dash = text.indexOf('-');
  if ((pending !== null && pending !== 'time') || (seen & P.TIME) !== 0 || dash < 0) return P.SYNTAX;
  reading.pending = null;
  const zoneOutcome = readZone(text.slice(dash), parts);
  if (typeof zoneOutcome !== 'number') return zoneOutcome;
  const outcome = readRunTogether(text.slice(0, dash), seen, parts);
  return typeof outcome === 'number' ? outcome | P.ZONE : outcome;
}

/** A number after a label: a Julian day with a fraction of a day perhaps, or the time after T. */
function readLabelled(text: string, reading: Reading): P.Outcome {
  const { parts, pending, seen } = reading;
  reading.pending = null;
  const [, digits, fraction] = /^([0-9]*)(.*)$/.exec(text) as unknown as [string, string, string];
  if (P.readInt(digits) === null) return P.FIELD_RANGE;
  if (pending === 'time') {
    const outcome = readRunTogether(text, seen | P.DATE, parts);
    return outcome === P.TIME || typeof outcome !== 'number' ? outcome : P.SYNTAX;
  }
  if (pending !== 'julian') return P.SYNTAX;
  const outcome = setJulianDay(digits, parts);
  if (typeof outcome !== 'number' || fraction === '') return outcome;
  if (!/^\.[0-9]*$/.test(fraction)) return P.SYNTAX;
  const micros = Math.trunc(Number(`0${fraction}`) * 86_400_000_000);
  parts.hour = 0;
  parts.minute = 0;
  parts.second = Math.floor(micros / 1_000_000);
  parts.micros = micros % 1_000_000;
  return P.DATE | P.TIME;
}

function setJulianDay(digits: string, parts: P.DateTimeParts): P.Outcome {
  const julianDay = P.readInt(digits);
  if (julianDay === null) return P.FIELD_RANGE;
  Object.assign(parts, civilFromDays(julianDay - EPOCH_JULIAN_DAY), { julian: true });
  return P.DATE;
}

function readFreeNumber(text: string, reading: Reading): P.Outcome {
  const { parts, seen } = reading;
  const point = text.indexOf('.');
  if (point >= 0 && (seen & P.DATE) === 0) return readDate(text, seen, parts);
  const incomplete = (seen & P.DATE) === 0 || (seen & P.TIME) === 0;
  if (point > 2 || (point < 0 && text.length >= 6 && incomplete)) return readRunTogether(text, seen, parts);
  return readNumber(text, parts.textMonth, seen, parts);
}

function readWord(text: string, reading: Reading): P.Outcome {
  const { parts } = reading;
  const word = findWord(text);
  if (word === undefined) return P.SYNTAX;
  switch (word.kind) {
    case 'month':
      return readMonthWord(word.value, reading);
    case 'zone':
      parts.zone = word.value;
      return word.daylight ? P.ZONE | P.DAYLIGHT : P.ZONE;
    case 'meridian':
      parts.meridian = word.value === 0 ? 'am' : 'pm';
      return P.MERIDIAN;
    case 'era':
      parts.beforeChrist = word.value === 1;
      return P.ERA;
    case 'moment':
      reading.moment = word.value;
      return P.DATE | P.TIME | P.ZONE;
    case 'clock':
      reading.clockWord = text;
      return text === 'now' ? P.DATE | P.TIME | P.ZONE : P.DATE;
    default:
      return readPlainWord(word.kind, reading);
  }
}

/** Words that carry no value. A label (T, J) or a unit waits for the number it belongs to, one at a time. */
function readPlainWord(kind: PlainKind, reading: Reading): P.Outcome {
  const { parts, seen } = reading;
  switch (kind) {
    case 'daylight':
      parts.zone += 3600;
      return P.DAYLIGHT_WORD | P.DAYLIGHT;
    case 'midnight':
      Object.assign(parts, { hour: 0, minute: 0, second: 0, zone: 0 });
      return P.TIME | P.ZONE;
    case 'weekday':
      return P.WEEKDAY;
    case 'ignored':
      return 0;
    case 'timeMark':
    case 'julian':
    case 'unit':
      if (reading.pending !== null || (kind === 'timeMark' && (seen & P.DATE) !== P.DATE)) return P.SYNTAX;
      reading.pending = kind === 'timeMark' ? 'time' : kind;
      return 0;
  }
}

/** A month's name; a number read as the month before was the day then: 8 January 1999. */
function readMonthWord(month: number, { parts, seen }: Reading): P.Outcome {
  const numberWasDay =
    (seen & P.MONTH) !== 0 && !parts.textMonth && (seen & P.DAY) === 0 && parts.month >= 1 && parts.month <= 31;
  if (numberWasDay) parts.day = parts.month;
  parts.textMonth = true;
  parts.month = month;
  return numberWasDay ? P.DAY : P.MONTH;
}

/** Settles the year and checks month and day: ValidateDate() of datetime.c. */
function checkDate({ parts, seen }: Reading): P.DateTimeFailure | null {
  if ((seen & P.YEAR) !== 0 && !parts.julian) {
    if (parts.beforeChrist) {
      if (parts.year <= 0) return P.FIELD_RANGE;
      parts.year = 1 - parts.year;
    } else if (parts.shortYear) {
      parts.year += parts.year < 70 ? 2000 : 1900;
    } else if (parts.year <= 0) {
      return P.FIELD_RANGE;
    }
  }
  if ((seen & P.DAY_OF_YEAR) !== 0) {
    Object.assign(parts, civilFromDays(daysFromCivil(parts.year, 1, 1) + parts.dayOfYear - 1));
  }
  if ((seen & P.MONTH) !== 0 && (parts.month < 1 || parts.month > 12)) return { reason: 'monthOrDay' };
  if ((seen & P.DAY) !== 0 && (parts.day < 1 || parts.day > 31)) return { reason: 'monthOrDay' };
  if ((seen & P.DATE) === P.DATE && parts.day > daysInMonth(parts.year, parts.month)) return P.FIELD_RANGE;
  return null;
}

function applyMeridian(parts: P.DateTimeParts): P.DateTimeFailure | null {
  if (parts.meridian === null) return null;
  if (parts.hour > 12) return P.FIELD_RANGE;
  if (parts.meridian === 'am' && parts.hour === 12) parts.hour = 0;
  if (parts.meridian === 'pm' && parts.hour !== 12) parts.hour += 12;
  return null;
}
