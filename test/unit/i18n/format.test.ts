import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Format, formatOf } from '../../../src/i18n/format.ts';
import { locales } from '../../../src/i18n/locales.ts';

const ids = locales.map(({ id }) => id);
const formats: Readonly<Record<(typeof ids)[number], Format>> = {
  en: formatOf('en'),
  zh: formatOf('zh'),
  ru: formatOf('ru'),
};
/** No-break spaces of either width as plain ones, so that the expected texts can be read. */
const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ');

describe.each(ids)('numbers in %s', (id) => {
  const { integer, percent, compact } = formats[id];

  it('groups digits in threes with a narrow no-break space', () => {
    expect(integer(0)).toBe('0');
    expect(integer(999)).toBe('999');
    expect(integer(1000)).toBe('1\u202f000');
    expect(integer(66_816)).toBe('66\u202f816');
    expect(integer(Number.MAX_SAFE_INTEGER)).toBe('9\u202f007\u202f199\u202f254\u202f740\u202f991');
  });

  it('keeps every digit of any integer', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), (value) => {
        const text = integer(value);
        expect(text.replaceAll('\u202f', '')).toBe(String(value));
        expect(text).toMatch(/^\d{1,3}(?:\u202f\d{3})*$/);
      }),
      { seed: 1 },
    );
  });

  it('puts a narrow no-break space before the per cent sign, and leaves short numbers as they are', () => {
    expect(percent(0, 0)).toMatch(/^0[.,]0\u202f%$/);
    expect(compact(999)).toBe('999');
  });
});

describe('compact', () => {
  it.each([
    [1000, '1 K', '1000', '1 тыс.'],
    [16_900, '16.9 K', '1.69万', '16,9 тыс.'],
    [999_999, '1 M', '100万', '1 млн'],
    [476_300_000, '476 M', '4.76亿', '476 млн'],
  ])('shortens %d to %s, %s, %s', (value, ...texts) => {
    expect(ids.map((id) => plain(formats[id].compact(value)))).toEqual(texts);
  });
});

describe('decimal', () => {
  it('has the mark of the language and as many digits as asked for', () => {
    expect(ids.map((id) => formats[id].decimal(1.0348, 2))).toEqual(['1.03', '1.03', '1,03']);
    expect(formats.en.decimal(2, 3)).toBe('2.000');
    expect(formats.ru.decimal(12_345.5, 0)).toBe('12\u202f346');
    expect(formats.ru.decimal(12_345.25, 1)).toBe('12\u202f345,3');
  });
});

describe('percent', () => {
  it('has one decimal unless told', () => {
    expect(ids.map((id) => plain(formats[id].percent(66_816, 100_000)))).toEqual(['66.8 %', '66.8 %', '66,8 %']);
    expect(plain(formats.en.percent(100_000, 100_000))).toBe('100.0 %');
    expect(plain(formats.en.percent(112, 100, 0))).toBe('112 %');
  });
});

describe('bytes', () => {
  it.each([
    [0, '0 bytes', '0 байт'],
    [1, '1 byte', '1 байт'],
    [502, '502 bytes', '502 байта'],
    [999, '999 bytes', '999 байт'],
    [1000, '1 kB', '1 кБ'],
    [12_340_000, '12.3 MB', '12,3 МБ'],
    [999_499, '999 kB', '999 кБ'],
    [999_500, '1 MB', '1 МБ'],
    [999_999_999, '1 GB', '1 ГБ'],
    [2e12, '2 TB', '2 ТБ'],
    [1e15, '1 PB', '1 ПБ'],
    [1.2e18, '1 200 PB', '1 200 ПБ'],
  ])('writes %d bytes as %s and %s', (value, en, ru) => {
    expect(plain(formats.en.bytes(value))).toBe(en);
    expect(plain(formats.ru.bytes(value))).toBe(ru);
  });
});

describe('duration', () => {
  it.each([
    [0, '0.0 ms', '0,0 мс', '0.0毫秒'],
    [2.44, '2.4 ms', '2,4 мс', '2.4毫秒'],
    [250, '250 ms', '250 мс', '250毫秒'],
    [999.4, '999 ms', '999 мс', '999毫秒'],
    [999.6, '1.0 sec', '1,0 с', '1.0秒'],
    [2440, '2.4 sec', '2,4 с', '2.4秒'],
    [59_499, '59 sec', '59 с', '59秒'],
    [59_600, '1 min 0 sec', '1 мин 0 с', '1分钟 0秒'],
    [119_600, '2 min 0 sec', '2 мин 0 с', '2分钟 0秒'],
    [250_000, '4 min 10 sec', '4 мин 10 с', '4分钟 10秒'],
    [3_599_700, '1 hr 0 min', '1 ч 0 мин', '1小时 0分钟'],
    [7_530_000, '2 hr 5 min', '2 ч 5 мин', '2小时 5分钟'],
    [3.6e9, '1 000 hr 0 min', '1 000 ч 0 мин', '1 000小时 0分钟'],
  ])('writes %d ms as %s, %s, %s', (ms, ...texts) => {
    expect(ids.map((id) => plain(formats[id].duration(ms)))).toEqual([texts[0], texts[2], texts[1]]);
  });
});
