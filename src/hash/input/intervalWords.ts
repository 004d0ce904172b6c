import type { IntervalUnit } from './intervalParts.ts';

/** Words of deltatktbl[] in src/backend/utils/adt/datetime.c; `none` for the units that no interval takes. */
const WORDS: Readonly<Record<IntervalUnit | 'ago' | 'none', string>> = {
  microsecond: 'microsecon us usec usecond useconds usecs',
  millisecond: 'millisecon ms msec msecond mseconds msecs',
  second: 's sec second seconds secs',
  minute: 'm min mins minute minutes',
  hour: 'h hour hours hr hrs',
  day: 'd day days',
  week: 'w week weeks',
  month: 'mon mons month months',
  year: 'y year years yr yrs',
  decade: 'dec decade decades decs',
  century: 'c cent centuries century',
  millennium: 'mil millennia millennium mils',
  ago: 'ago',
  none: 'qtr quarter timezone timezone_h timezone_m',
};

const byWord = new Map(
  Object.entries(WORDS).flatMap(([unit, words]) =>
    words.split(' ').map((word): [string, IntervalUnit | 'ago' | 'none'] => [word, unit as IntervalUnit]),
  ),
);

/** Finds a lower-case unit; as in PostgreSQL only ten letters count. */
export function findUnit(word: string): IntervalUnit | 'ago' | 'none' | undefined {
  return byWord.get(word.slice(0, 10));
}
