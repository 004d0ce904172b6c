import { err, ok, type Result } from '../../lib/result.ts';
import type { KeyValue } from '../keyType.ts';
import { date } from '../keyTypes/date.ts';
import { int4 } from '../keyTypes/int4.ts';
import { int8 } from '../keyTypes/int8.ts';
import { numeric } from '../keyTypes/numeric.ts';
import { timestamp } from '../keyTypes/timestamp.ts';
import { timestamptz } from '../keyTypes/timestamptz.ts';
import { assertStorage, longFromBigint, longToBigint } from '../longValue.ts';
import type { PgError } from '../pgError.ts';
import type { RangeSubtype } from './rangeOf.ts';

function wordOf(value: KeyValue): number {
  assertStorage(value, 'word');
  return value.word;
}

const compareWords = (a: KeyValue, b: KeyValue): number => Math.sign(wordOf(a) - wordOf(b));

const compareLongs = (a: KeyValue, b: KeyValue): number => {
  const [left, right] = [longToBigint(a), longToBigint(b)];
  return left === right ? 0 : left > right ? 1 : -1;
};

/** cmp_numerics(): -Infinity, the numbers, Infinity, and NaN above all. */
function compareNumerics(a: KeyValue, b: KeyValue): number {
  const [left, right] = [numeric.format(a), numeric.format(b)];
  const rank = (text: string): number => ['-Infinity', '', 'Infinity', 'NaN'].indexOf(/[IN]/.test(text) ? text : '');
  if (rank(left) !== 1 || rank(right) !== 1) return rank(left) - rank(right);
  const places = Math.max(scaleOf(left), scaleOf(right));
  const [x, y] = [scaled(left, places), scaled(right, places)];
  return x === y ? 0 : x > y ? 1 : -1;
}

function scaleOf(text: string): number {
  return text.includes('.') ? text.length - text.indexOf('.') - 1 : 0;
}

function scaled(text: string, places: number): bigint {
  return BigInt(text.replace('.', '') + '0'.repeat(places - scaleOf(text)));
}

function outOfRange(message: string): Result<never, PgError> {
  return err({ code: '22003', message });
}

/** Infinite dates are no neighbours of the finite ones: daterange_canonical() leaves them. */
function nextDate(value: KeyValue): Result<KeyValue, PgError> {
  const days = wordOf(value);
  if (days === 2147483647 || days === -2147483648) return ok(value);
  if (days + 1 >= 2145031949) return err({ code: '22008', message: 'date out of range' });
  return ok({ storage: 'word', word: days + 1 });
}

/** The subtypes of the six built-in range types; src/include/catalog/pg_range.dat. */
export const rangeSubtypes = {
  int4: {
    type: int4,
    compare: compareWords,
    next: (value) =>
      wordOf(value) === 2147483647
        ? outOfRange('integer out of range')
        : ok({ storage: 'word', word: wordOf(value) + 1 }),
  },
  int8: {
    type: int8,
    compare: compareLongs,
    next: (value) => {
      const next = longToBigint(value) + 1n;
      return next === 1n << 63n ? outOfRange('bigint out of range') : ok(longFromBigint(next));
    },
  },
  date: { type: date, compare: compareWords, next: nextDate },
  numeric: { type: numeric, compare: compareNumerics },
  timestamp: { type: timestamp, compare: compareLongs },
  timestamptz: { type: timestamptz, compare: compareLongs },
} as const satisfies Readonly<Record<string, RangeSubtype>>;
