/** What has been read so far. Bits of `seen` follow the field masks of src/include/utils/datetime.h. */
export const YEAR = 1;
export const MONTH = 2;
export const DAY = 4;
export const DATE = YEAR | MONTH | DAY;
export const TIME = 8;
export const ZONE = 16;
export const DAY_OF_YEAR = 32;
export const DAYLIGHT = 64;
export const MERIDIAN = 128;
export const ERA = 256;
export const WEEKDAY = 512;
export const DAYLIGHT_WORD = 1024;

/** Filled in while fields are read; the meaning of `year` is settled by checkDate(). */
export interface DateTimeParts {
  year: number;
  month: number;
  day: number;
  dayOfYear: number;
  hour: number;
  minute: number;
  second: number;
  micros: number;
  /** East of UTC, seconds. */
  zone: number;
  /** The year was written with one or two digits: 70 is 1970, 69 is 2069. */
  shortYear: boolean;
  textMonth: boolean;
  julian: boolean;
  beforeChrist: boolean;
  meridian: 'am' | 'pm' | null;
}

export function emptyParts(): DateTimeParts {
  return {
    year: 0,
    month: 0,
    day: 0,
    dayOfYear: 0,
    hour: 0,
    minute: 0,
    second: 0,
    micros: 0,
    zone: 0,
    shortYear: false,
    textMonth: false,
    julian: false,
    beforeChrist: false,
    meridian: null,
  };
}

/**
 * Why a text was refused, as DateTimeParseError() in src/backend/utils/adt/datetime.c tells cases apart: bad syntax, a
 * field out of range (also: perhaps month and day in the other order), a zone too far away, an unknown zone; and words
 * that need a clock, which only this reader refuses.
 */
export type DateTimeFailure =
  | { readonly reason: 'syntax' | 'field' | 'monthOrDay' | 'zoneRange' }
  | { readonly reason: 'zoneName' | 'clock'; readonly word: string };

export const SYNTAX: DateTimeFailure = { reason: 'syntax' };
export const FIELD_RANGE: DateTimeFailure = { reason: 'field' };

/** Bits of what a field set, or why it cannot be read. */
export type Outcome = number | DateTimeFailure;

/** An integer that fits 32 bits, as strtoint() reads it; null when it does not. */
export function readInt(digits: string): number | null {
  const value = Number(digits);
  return value <= 2147483647 ? value : null;
}

/** Microseconds of a fraction written with its point; nearest, ties to even, as rint(). Null when not digits only. */
export function readMicros(fraction: string): number | null {
  if (!/^\.[0-9]*$/.test(fraction)) return null;
  const exact = fraction === '.' ? 0 : Number(`0${fraction}`) * 1_000_000;
  const floor = Math.floor(exact);
  const rest = exact - floor;
  return rest > 0.5 || (rest === 0.5 && floor % 2 === 1) ? floor + 1 : floor;
}
