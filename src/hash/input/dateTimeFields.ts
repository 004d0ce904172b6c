import type { ServerVersion } from '../server.ts';
import { civilFromDays, daysFromCivil, daysInMonth, EPOCH_JULIAN_DAY } from './civil.ts';
import { readRunTogether } from './dateTimeNumbers.ts';
import * as P from './dateTimeParts.ts';
import { findWord, type PlainKind } from './dateTimeWords.ts';

/** State of one reading; `pending` is a label that says what the next number is. */
export interface Reading {
  readonly version: ServerVersion;
  readonly parts: P.DateTimeParts;
  seen: number;
  pending: 'julian' | 'time' | 'unit' | null;
  moment: 'infinity' | '-infinity' | 'epoch' | null;
  /** A word that needs a clock, refused when the rest is in order. */
  clockWord: string | null;
}

export function startReading(version: ServerVersion): Reading {
  return { version, parts: P.emptyParts(), seen: 0, pending: null, moment: null, clockWord: null };
}

/** A number after a label: a Julian day with a fraction of a day perhaps, or the time after T. */
export function readLabelled(text: string, reading: Reading): P.Outcome {
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
  parts.hour = Math.floor(micros / 3_600_000_000);
  parts.minute = Math.floor(micros / 60_000_000) % 60;
  parts.second = Math.floor(micros / 1_000_000) % 60;
  parts.micros = micros % 1_000_000;
  return P.DATE | P.TIME;
}

export function setJulianDay(digits: string, parts: P.DateTimeParts): P.Outcome {
  const julianDay = P.readInt(digits);
  if (julianDay === null) return P.FIELD_RANGE;
  Object.assign(parts, civilFromDays(julianDay - EPOCH_JULIAN_DAY), { julian: true });
  return P.DATE;
}

/** A word with a value of its own, or one that says what the next number is. */
export function readWord(text: string, reading: Reading): P.Outcome {
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
      if (text === '+infinity' && reading.version < 16) return P.SYNTAX;
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
export function checkDate({ parts, seen }: Reading): P.DateTimeFailure | null {
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

/** Twelve hours and am or pm, turned into 24. */
export function applyMeridian(parts: P.DateTimeParts): P.DateTimeFailure | null {
  if (parts.meridian === null) return null;
  if (parts.hour > 12) return P.FIELD_RANGE;
  if (parts.meridian === 'am' && parts.hour === 12) parts.hour = 0;
  if (parts.meridian === 'pm' && parts.hour !== 12) parts.hour += 12;
  return null;
}
