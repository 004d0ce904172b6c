import { useMemo, useSyncExternalStore } from 'react';
import { createFormat, type Format } from './format.ts';
import { currentLocale, onLocaleChange, type Translate, t } from './i18n.ts';
import type { Locale } from './locales.ts';

/** The translator and number formats of the current language; re-renders when the language changes. */
export function useT(): { readonly t: Translate; readonly format: Format; readonly locale: Locale } {
  const locale = useSyncExternalStore(onLocaleChange, currentLocale);
  // A new object per language, so that memoised components see the change.
  return useMemo(() => ({ t: (key, params) => t(key, params), format: createFormat(locale), locale }), [locale]);
}
