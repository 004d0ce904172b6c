import { describe, expect, it } from 'vitest';
import { isLocale, locales, matchLocale } from '../../../src/i18n/locales.ts';

describe('matchLocale', () => {
  it.each([
    [['ru-RU', 'en-US'], 'ru'],
    [['zh-Hans-CN'], 'zh'],
    [['ZH-tw'], 'zh'],
    [['de-DE', 'fr', 'ru'], 'ru'],
    [['en-GB', 'ru'], 'en'],
    [['zhx', 'rup'], 'en'],
    [['', '-', 'de'], 'en'],
    [[], 'en'],
  ])('answers the first known language of %j: %s', (preferred, locale) => {
    expect(matchLocale(preferred)).toBe(locale);
  });
});

describe('isLocale', () => {
  it('knows the listed ids and nothing else', () => {
    expect(locales.map(({ id }) => isLocale(id))).toEqual([true, true, true]);
    expect(['EN', 'zh-CN', '', 'toString', 'de'].map(isLocale)).toEqual([false, false, false, false, false]);
  });
});

describe('the list of languages', () => {
  it.each(locales.map((locale) => [locale.id, locale] as const))(
    'loads the catalogue named %s',
    async (id, { load }) => {
      const module: Readonly<Record<string, unknown>> = await load();
      expect(module[id]).toHaveProperty(['menu.file']);
    },
  );
});
