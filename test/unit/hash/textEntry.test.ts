import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { PgException } from '../../../src/hash/pgError.ts';
import { remainderOf, rowHash } from '../../../src/hash/textEntry.ts';

const series = JSON.parse(
  readFileSync(new URL('../../golden/vectors/postgres-series.json', import.meta.url), 'utf8'),
) as {
  readonly b4_first10: readonly (readonly number[])[];
  readonly text_1_100000_mod4: readonly number[];
  readonly bool_route: readonly (readonly [string, string])[];
};

function counts(type: string, from: number, to: number, modulus: number): number[] {
  const histogram = new Array<number>(modulus).fill(0);
  for (let i = from; i <= to; i++) histogram[remainderOf(rowHash([type], [String(i)]), modulus)]! += 1;
  return histogram;
}

describe('the row hash of a key given as text', () => {
  test('sends the integers from 1 on to the four partitions seed 001 prints', () => {
    const keys = Array.from({ length: 60 }, (_, i) => i + 1);
    const firstTen = [0, 1, 2, 3].map((r) =>
      keys.filter((key) => remainderOf(rowHash(['int4'], [String(key)]), 4) === r).slice(0, 10),
    );
    expect(firstTen).toEqual(series.b4_first10);
    expect(firstTen[0]).toEqual([1, 12, 14, 16, 17, 26, 28, 30, 32, 34]);
  });

  test('counts 100,000 numbers as text as the server did', () => {
    expect(counts('text', 1, 100_000, 4)).toEqual(series.text_1_100000_mod4);
  });

  test('sends both booleans to remainder 0 of 2', () => {
    for (const [text] of series.bool_route) expect(remainderOf(rowHash(['boolean'], [text]), 2)).toBe(0);
  });

  test('is the same for a number in every integer type', () => {
    for (const text of ['0', '1', '-1', '-32768', '32767']) {
      const hashes = ['smallint', 'int', 'bigint'].map((type) => rowHash([type], [text]));
      expect(new Set(hashes).size).toBe(1);
    }
  });

  test('skips NULL, so that one value and NULLs hash as the value alone', () => {
    const alone = rowHash(['int4'], ['1']);
    expect(rowHash(['int4', 'int4'], ['1', null])).toBe(alone);
    expect(rowHash(['int4', 'int4'], [null, '1'])).toBe(alone);
    expect(rowHash(['text', 'int4', 'uuid'], [null, '1', null])).toBe(alone);
  });

  test('is 0 for NULLs only', () => {
    expect(rowHash(['int8'], [null])).toBe(0n);
    expect(rowHash(['int8', 'text'], [null, null])).toBe(0n);
  });

  test('depends on the order of the columns', () => {
    expect(rowHash(['int4', 'int4'], ['1', '2'])).not.toBe(rowHash(['int4', 'int4'], ['2', '1']));
  });

  test('does not count trailing blanks of character, and counts those of text', () => {
    expect(rowHash(['char(10)'], ['ab  '])).toBe(rowHash(['bpchar'], ['ab']));
    expect(rowHash(['text'], ['ab  '])).not.toBe(rowHash(['text'], ['ab']));
  });

  test('cuts blanks beyond the length and rounds to the precision of a type', () => {
    expect(rowHash(['varchar(3)'], ['abc   '])).toBe(rowHash(['text'], ['abc']));
    expect(rowHash(['timestamp(0)'], ['2001-02-03 04:05:06.5'])).toBe(rowHash(['timestamp'], ['2001-02-03 04:05:07']));
    expect(rowHash(['timestamp (3) with time zone'], ['1999-12-31 23:59:59.9996'])).toBe(
      rowHash(['timestamptz'], ['2000-01-01']),
    );
  });

  test.each<[string[], (string | null)[], string, string]>([
    [['int8'], ['x'], '22P02', 'invalid input syntax for type bigint: "x"'],
    [['int4', 'int2'], ['1', '40000'], '22003', 'value "40000" is out of range for type smallint'],
    [['char(2)'], ['abc'], '22001', 'value too long for type character(2)'],
    [['foo'], ['1'], '42704', 'type "foo" does not exist'],
    [['money'], ['1'], '42704', 'data type money has no default operator class for access method "hash"'],
    [['interval year'], ['1'], '0A000', 'keys of type interval year are not supported'],
    [['numeric(3,2)'], ['10'], '22003', 'numeric field overflow'],
    [['money[]'], ['{}'], '42883', 'could not identify an extended hash function for type money'],
    [['varchar(2)[]'], ['{abc}'], '22001', 'value too long for type character varying(2)'],
    [['int4'], [], '22023', 'number of partitioning columns (1) does not match number of partition keys provided (0)'],
    [
      Array<string>(33).fill('int4'),
      Array<null>(33).fill(null),
      '54011',
      'cannot partition using more than 32 columns',
    ],
  ])('is refused for %j %j', (types, values, code, message) => {
    expect(() => rowHash(types, values)).toThrow(PgException);
    expect(() => rowHash(types, values)).toThrow(expect.objectContaining({ code, message }));
  });

  test('gives no remainder for a modulus that is none', () => {
    expect(() => remainderOf(1n, 0)).toThrow(RangeError);
  });
});
