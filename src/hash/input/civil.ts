/**
 * The proleptic Gregorian calendar as PostgreSQL counts it (date2j() and j2date() in src/backend/utils/adt/datetime.c):
 * days from 2000-01-01, and years with a year 0, which prints as 1 BC.
 */
export interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Julian day number of 2000-01-01, POSTGRES_EPOCH_JDATE. */
export const EPOCH_JULIAN_DAY = 2451545;

const DAYS_PER_ERA = 146097;
/** Days from 0000-03-01, where an era of 400 years begins, to 2000-01-01. */
const ERA_START = 730425;

/** Days from 2000-01-01. Months and days beyond their range count on from there. */
export function daysFromCivil(year: number, month: number, day: number): number {
  // Years begin in March, so that the leap day is their last.
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_PER_ERA + dayOfEra - ERA_START;
}

/** The date that many days from 2000-01-01. */
export function civilFromDays(days: number): CivilDate {
  const shifted = days + ERA_START;
  const era = Math.floor(shifted / DAYS_PER_ERA);
  const dayOfEra = shifted - era * DAYS_PER_ERA;
  const leaps = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36524) + Math.floor(dayOfEra / 146096);
  const yearOfEra = Math.floor((dayOfEra - leaps) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  };
}

/** Days of a month, 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

/** True from 4714-11-01 BC to 5874898-05-31, where PostgreSQL's day arithmetic works (IS_VALID_JULIAN). */
export function isValidJulian(year: number, month: number): boolean {
  const afterStart = year > -4713 || (year === -4713 && month >= 11);
  return afterStart && (year < 5874898 || (year === 5874898 && month < 6));
}

/** `0044-03-15` without the era; `era()` gives the ` BC` that follows the time. */
export function formatCivil({ year, month, day }: CivilDate): string {
  const shown = year > 0 ? year : 1 - year;
  return `${String(shown).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

export function eraSuffix(date: CivilDate): string {
  return date.year > 0 ? '' : ' BC';
}

/** At least two digits. */
export function two(n: number | bigint): string {
  return String(n).padStart(2, '0');
}
