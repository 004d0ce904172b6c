import i18next from 'i18next';
import type { en } from './catalogues/en.ts';
import { enFirst } from './catalogues/enFirst.ts';
import { type Locale, locales } from './locales.ts';

type PluralSuffix = '_one' | '_few' | '_many' | '_other';
type BaseKey<K extends string> = K extends `${infer Base}${PluralSuffix}` ? Base : K;

/** Every text of the app; plural forms share the key without their suffix. */
export type TextKey = BaseKey<keyof typeof en>;
export type TextParams = Readonly<Record<string, string | number>>;
export type Translate = (key: TextKey, params?: TextParams) => string;
export type Catalogue = Readonly<Record<string, string>>;

const i18n = i18next.createInstance();
void i18n.init({
  lng: 'en',
  fallbackLng: 'en',
  resources: { en: { translation: enFirst } },
  keySeparator: false,
  nsSeparator: false,
  // React escapes; CodeMirror and aria attributes take plain text.
  interpolation: { escapeValue: false },
  // Better nothing than a key; what is on screen is drawn again when the texts arrive.
  parseMissingKeyHandler: (key: string, fallback?: string) => (hasAllTexts() ? (fallback ?? key) : ''),
  initAsync: false,
});

let isEnglishWhole = false;

/** Loads the English texts that the first picture does without. Every view that is loaded later waits for them. */
export async function loadTexts(): Promise<void> {
  if (isEnglishWhole) return;
  const module = await import('./catalogues/en.ts');
  isEnglishWhole = true;
  i18n.addResourceBundle('en', 'translation', module.en);
}

/** False until `loadTexts` is done, in English: the other catalogues come whole. */
export function hasAllTexts(): boolean {
  return isEnglishWhole || currentLocale() !== 'en';
}

/** Translates into the current language. Numbers in `params` are passed as given: format them first (format.ts). */
export function t(key: TextKey, params?: TextParams): string {
  return (params === undefined ? plainText(key) : undefined) ?? i18n.t(key, { ...params });
}

/** Most texts are as they stand in the catalogue; i18next takes its time over values, plural forms and what is missing. */
function plainText(key: string): string | undefined {
  const text: string | undefined = i18n.getResourceBundle(i18n.language, 'translation')?.[key];
  return text === undefined || text.includes('{{') || text.includes('$t(') ? undefined : text;
}

/** The English text, whatever the current language: many readers know commands by it. */
export function tEnglish(key: TextKey, params?: TextParams): string {
  return i18n.t(key, { ...params, lng: 'en' });
}

/** The text of a key that comes from data (a Problem's id); falls back to the id itself, so that nothing is hidden. */
export function tDynamic(key: string, params?: TextParams): string {
  return i18n.t(key, { ...params, defaultValue: key });
}

export function currentLocale(): Locale {
  return i18n.language as Locale;
}

/** Loads the catalogue when needed and switches; listeners of `onLocaleChange` run afterwards. */
export async function changeLocale(locale: Locale): Promise<void> {
  const entry = locales.find((candidate) => candidate.id === locale);
  if (entry !== undefined && !i18n.hasResourceBundle(locale, 'translation')) {
    const module: Record<string, Catalogue> = await entry.load();
    i18n.addResourceBundle(locale, 'translation', module[locale]);
  }
  await i18n.changeLanguage(locale);
}

export function onLocaleChange(listener: () => void): () => void {
  i18n.on('languageChanged', listener);
  return () => i18n.off('languageChanged', listener);
}

/** For `hasAllTexts`. */
export function onTextsAdded(listener: () => void): () => void {
  i18n.store.on('added', listener);
  return () => i18n.store.off('added', listener);
}
