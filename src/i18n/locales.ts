/** Languages the app speaks: one catalogue file each and one line here. */
export const locales = [
  { id: 'en', name: 'English', load: () => import('./catalogues/en.ts') },
  { id: 'zh', name: '中文', load: () => import('./catalogues/zh.ts') },
  { id: 'ru', name: 'Русский', load: () => import('./catalogues/ru.ts') },
] as const;

export type Locale = (typeof locales)[number]['id'];

export function isLocale(value: string): value is Locale {
  return locales.some((locale) => locale.id === value);
}

/** The first language of the reader's list that the app has, otherwise English. */
export function matchLocale(preferred: readonly string[]): Locale {
  for (const tag of preferred) {
    const base = tag.toLowerCase().split('-')[0] ?? '';
    if (isLocale(base)) return base;
  }
  return 'en';
}
