import type { Locale } from '../i18n/locales.ts';
import { type AppStore, setUi } from './createAppStore.ts';
import type { Storage } from './persistence.ts';
import type { Ui } from './state.ts';

/** What a link shows is for this visit: the reader's own language stays stored until the reader chooses another. */
export interface Visit {
  /** Shows what a link asks for. */
  show(patch: Partial<Ui>): void;
  /** The storage, but with the reader's own language in the place of a link's. */
  keepLocale(storage: Storage): Storage;
}

/** own: the language that the reader chose before, or that the browser asks for. */
export function createVisit(store: AppStore, own: Locale): Visit {
  let chosen = own;
  let isLink = false;
  store.subscribe((state, before) => {
    if (!isLink && state.ui.locale !== before.ui.locale) chosen = state.ui.locale;
  });
  return {
    show(patch) {
      isLink = true;
      setUi(store, patch);
      isLink = false;
    },
    keepLocale: (storage) => ({
      ...storage,
      save: (scenario, preferences, origin) => storage.save(scenario, { ...preferences, locale: chosen }, origin),
    }),
  };
}
