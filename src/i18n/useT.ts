import { useMemo, useSyncExternalStore } from 'react';
import { type Format, formatOf } from './format.ts';
import { currentLocale, hasAllTexts, onLocaleChange, onTextsAdded, type Translate, t } from './i18n.ts';
import type { Locale } from './locales.ts';

/** The translator and number formats of the current language; re-renders when the language changes or texts arrive. */
export function useT(): { readonly t: Translate; readonly format: Format; readonly locale: Locale } {
  const locale = useSyncExternalStore(onLocaleChange, currentLocale);
  const isWhole = useSyncExternalStore(onTextsAdded, hasAllTexts);
  const format = formatOf(locale);
  // A new function for each set of texts, so that memoised components see the change.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above.
  const translate = useMemo((): Translate => (key, params) => t(key, params), [locale, isWhole]);
  return useMemo(() => ({ t: translate, format, locale }), [translate, format, locale]);
}
