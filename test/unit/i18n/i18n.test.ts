import { afterEach, describe, expect, it } from 'vitest';
import { en } from '../../../src/i18n/catalogues/en.ts';
import { changeLocale, currentLocale, onLocaleChange, t, tDynamic } from '../../../src/i18n/i18n.ts';
import { locales } from '../../../src/i18n/locales.ts';

afterEach(() => changeLocale('en'));

describe('changeLocale', () => {
  it('switches the texts and tells the listeners once the texts are there', async () => {
    const heard: string[] = [];
    const stop = onLocaleChange(() => heard.push(`${currentLocale()}: ${t('menu.file')}`));
    await changeLocale('ru');
    await changeLocale('zh');
    stop();
    await changeLocale('en');
    expect(heard).toEqual(['ru: Файл', 'zh: 文件']);
    expect(t('menu.file')).toBe('File');
  });
});

describe('t', () => {
  it('chooses the plural form of each language by count', async () => {
    const counts = [1, 2, 5, 11, 21, 22, 112];
    const say = (): string[] => counts.map((count) => t('status.partitionsStill', { count }));
    expect(say()).toEqual([
      '1 partition',
      '2 partitions',
      '5 partitions',
      '11 partitions',
      '21 partitions',
      '22 partitions',
      '112 partitions',
    ]);
    await changeLocale('ru');
    expect(say()).toEqual(['1 секция', '2 секции', '5 секций', '11 секций', '21 секция', '22 секции', '112 секций']);
    await changeLocale('zh');
    expect(say().slice(0, 2)).toEqual(['1 个分区', '2 个分区']);
  });

  it.each(locales.map(({ id }) => id))('has a form of every plural for every number in %s', async (id) => {
    await changeLocale(id);
    const bases = Object.keys(en)
      .filter((key) => key.endsWith('_other'))
      .map((key) => key.slice(0, -'_other'.length));
    expect(bases.length).toBeGreaterThan(10);
    const counts = [0, 1, 2, 3, 4, 5, 11, 12, 21, 22, 25, 100, 101, 111, 1.5, 1000];
    const forms = new Intl.PluralRules(id);
    for (const key of bases) {
      const chosen = new Map<string, Set<string>>();
      for (const count of counts) {
        const text = tDynamic(key, { count }).replaceAll(String(count), '#');
        expect(text).not.toBe(key);
        const form = forms.select(count);
        chosen.set(form, (chosen.get(form) ?? new Set()).add(text));
      }
      // One text a form: numbers of the same form never get texts of two.
      for (const [form, found] of chosen) expect([...found], `${key} ${form}`).toHaveLength(1);
    }
  });

  it('shows names as they are, whatever they hold', () => {
    const names = ['$t(menu.file)', '{{count}}', '<b>&amp;</b>', '$&$1', 'a, b'];
    expect(names.map((name) => t('notice.saved', { name }))).toEqual(names.map((name) => `Saved ${name}.`));
  });
});

describe('tDynamic', () => {
  it('translates a key that comes from data, and shows a key that has no text', () => {
    expect(tDynamic('problem.keyColumnTwice', { value: 'id' })).toBe('Two key columns are named id.');
    expect(tDynamic('problem.unheardOf', { value: 1 })).toBe('problem.unheardOf');
  });
});
