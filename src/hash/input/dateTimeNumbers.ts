import {
  DATE,
  DAY,
  DAY_OF_YEAR,
  type DateTimeParts,
  FIELD_RANGE,
  MONTH,
  type Outcome,
  readInt,
  readMicros,
  SYNTAX,
  TIME,
  YEAR,
  ZONE,
} from './dateTimeParts.ts';
import { findWord } from './dateTimeWords.ts';

/** A field with date separators, or a number with a point and no date yet: DecodeDate() of datetime.c. Order is MDY. */
export function readDate(text: string, seenBefore: number, parts: DateTimeParts): Outcome {
  const pieces = splitDate(text);
  if (pieces === null) return SYNTAX;
  let seen = seenBefore;
  let set = 0;
  const numbers: string[] = [];
  // Words first: a month's name settles what the numbers mean. An ignored word is refused among the numbers.
  for (const piece of pieces) {
    const word = /^[a-z]/.test(piece) ? findWord(piece) : null;
    if (word === null || word?.kind === 'ignored') {
      numbers.push(piece);
      continue;
    }
    if (word?.kind !== 'month' || (seen & MONTH) !== 0) return SYNTAX;
    parts.month = word.value;
    parts.textMonth = true;
    seen |= MONTH;
    set |= MONTH;
  }
  const textMonth = (set & MONTH) !== 0;
  for (const piece of numbers) {
    const outcome = readNumber(piece, textMonth, seen, parts);
    if (typeof outcome !== 'number') return outcome;
    if ((seen & outcome) !== 0) return SYNTAX;
    seen |= outcome;
    set |= outcome;
  }
  return (seen & ~(DAY_OF_YEAR | ZONE)) === DATE ? set : SYNTAX;
}

/** Runs of digits or of letters; the one character behind a run separates, whatever it is. Null for an empty last run. */
function splitDate(text: string): readonly string[] | null {
  const pieces: string[] = [];
  for (let i = 0; i < text.length; ) {
    const piece = /^[^a-z0-9]*([0-9]+|[a-z]+)/.exec(text.slice(i));
    if (piece === null) return null;
    pieces.push(piece[1]!);
    i += piece[0].length + 1;
  }
  return pieces;
}

/** One number whose meaning depends on what is there already: DecodeNumber() of datetime.c. */
export function readNumber(text: string, textMonth: boolean, seen: number, parts: DateTimeParts): Outcome {
  const [, digits, fraction] = /^([0-9]*)(.*)$/.exec(text) as unknown as [string, string, string];
  if (digits === '') return SYNTAX;
  const value = readInt(digits);
  if (value === null) return FIELD_RANGE;
  if (fraction !== '') {
    if (digits.length > 2) return readRunTogether(text, seen | DATE, parts);
    const micros = readMicros(fraction);
    if (micros === null) return SYNTAX;
    parts.micros = micros;
  }
  if (text.length === 3 && (seen & DATE) === YEAR && value >= 1 && value <= 366) {
    parts.dayOfYear = value;
    return DAY_OF_YEAR | MONTH | DAY;
  }
  return assignNumber(value, text, textMonth, seen, parts);
}

/** Year, month or day, in the order month, day, year unless the year comes first with three digits or more. */
function assignNumber(value: number, text: string, textMonth: boolean, seen: number, parts: DateTimeParts): Outcome {
  const long = text.length >= 3;
  switch (seen & DATE) {
    case 0:
      return long ? setYear(value, text, parts) : setMonth(value, parts);
    case YEAR:
    case DAY:
      return setMonth(value, parts);
    case MONTH:
      return textMonth && long ? setYear(value, text, parts) : setDay(value, parts);
    case YEAR | MONTH:
      if (!textMonth || !long || !parts.shortYear) return setDay(value, parts);
      // The first number was the day after all: 08-Jan-1999.
      parts.day = parts.year;
      parts.year = value;
      parts.shortYear = false;
      return DAY;
    case MONTH | DAY:
      return setYear(value, text, parts);
    case DATE:
      return readRunTogether(text, seen, parts);
    default:
      return SYNTAX;
  }
}

function setYear(value: number, text: string, parts: DateTimeParts): number {
  parts.year = value;
  parts.shortYear = text.length <= 2;
  return YEAR;
}

function setMonth(value: number, parts: DateTimeParts): number {
  parts.month = value;
  return MONTH;
}

function setDay(value: number, parts: DateTimeParts): number {
  parts.day = value;
  return DAY;
}

/** yyyymmdd, yymmdd, hhmmss or hhmm, the times with a fraction perhaps: DecodeNumberField() of datetime.c. */
export function readRunTogether(text: string, seen: number, parts: DateTimeParts): Outcome {
  const [digits, ...rest] = text.split('.') as [string, ...string[]];
  if (rest.length > 0) {
    const micros = readMicros(`.${rest.join('.')}`);
    if (micros === null) return SYNTAX;
    parts.micros = micros;
  } else if ((seen & DATE) !== DATE && digits.length >= 6) {
    parts.day = Number(digits.slice(-2));
    parts.month = Number(digits.slice(-4, -2));
    // atoi() wraps around.
    parts.year = Number(BigInt.asIntN(32, BigInt(digits.slice(0, -4))));
    if (digits.length === 6) parts.shortYear = true;
    return DATE;
  }
  if ((seen & TIME) !== 0 || (digits.length !== 6 && digits.length !== 4)) return SYNTAX;
  parts.hour = Number(digits.slice(0, 2));
  parts.minute = Number(digits.slice(2, 4));
  parts.second = digits.length === 6 ? Number(digits.slice(4)) : 0;
  return TIME;
}
