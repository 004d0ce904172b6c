import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseNumber } from '../../../src/ui/parseNumber.ts';

describe('parseNumber', () => {
  it.each([
    ['100000', 100_000],
    ['100 000', 100_000],
    ['100\u202f000', 100_000],
    ['100,000', 100_000],
    ['1,234,567', 1_234_567],
    ['1.234.567', 1_234_567],
    ['100_000', 100_000],
    ["1'000", 1000],
    ['1e6', 1_000_000],
    ['1E6', 1_000_000],
    ['1M', 1_000_000],
    ['1.5M', 1_500_000],
    ['250k', 250_000],
    ['12万', 120_000],
    ['1.5 亿', 150_000_000],
    ['2 млн', 2_000_000],
    ['300 тыс.', 300_000],
    ['１２３', 123],
    ['1,234.5', 1234.5],
    ['1.234,5', 1234.5],
    ['-7', -7],
    ['−7', -7],
    ['0.25', 0.25],
  ])('reads %j as %d', (text, value) => {
    expect(parseNumber(text, 'en')).toBe(value);
  });

  it('takes a comma for the decimal sign where the locale does', () => {
    expect(parseNumber('1,1', 'ru')).toBe(1.1);
    expect(parseNumber('1.1', 'ru')).toBe(1.1);
    expect(parseNumber('100.000', 'de')).toBe(100_000);
    expect(parseNumber('100,000', 'de')).toBe(100);
  });

  it.each(['', ' ', 'abc', '1x', '1 2 apples', '--5', '1e', '1e999', 'Infinity', 'NaN', '0x10', '1,2,3'])(
    'says that %j is no number',
    (text) => {
      expect(parseNumber(text, 'en')).toBeNaN();
    },
  );

  it.each(['en', 'ru', 'zh', 'de', 'fr'])('reads back what Intl writes in %s', (locale) => {
    const format = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), (value) => parseNumber(format.format(value), locale) === value),
      { seed: 11 },
    );
  });
});
