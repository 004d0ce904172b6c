import { afterEach, expect, it } from 'vitest';
import { formatOf } from '../../src/i18n/format.ts';
import { changeLocale, loadTexts, t } from '../../src/i18n/i18n.ts';
import { rowsPerDot, stripCaptions } from '../../src/store/stripWords.ts';
import { planOf } from '../fixtures/stripPlan.ts';

afterEach(() => changeLocale('en'));

it.each([
  ['en', 1, '= 1 row;'],
  ['en', 1.04, '= 1.0 rows;'],
  ['en', 1.5, '= 1.5 rows;'],
  ['en', 255.6, '= 256 rows;'],
  ['ru', 1, '= 1 строка;'],
  ['ru', 3, '= 3 строки;'],
  ['ru', 256.4, '= 256 строк;'],
  ['ru', 2.5, '= 2,5 строки;'],
] as const)('a dot is told of in the grammar of %s: %d', async (locale, rows, expected) => {
  await loadTexts();
  await changeLocale(locale);
  const format = formatOf(locale);
  expect(t('strip.legendDot', rowsPerDot(rows, format))).toContain(expected);
  expect(t('ring.legendDot', rowsPerDot(rows, format))).toContain(expected);
});

it.each([
  ['a split', '4', '8', 3, 'Now · on the way to modulus 8'],
  ['a split at its end', '4', '8', 4, 'Now · modulus 8'],
  ['partitions that stay, as where only nodes change', '8', '8', 0, 'Now · modulus 8'],
  ['gaps that are filled', '4:0 4:1 4:3', '4', 0, 'Now · on the way to 4 partitions, moduli 4'],
])('the caption of the strip names a modulus only where it changes: %s', (_case, from, to, done, expected) => {
  expect(stripCaptions(planOf(from, to), done, t).after).toBe(expected);
});
