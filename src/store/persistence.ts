import { createStore as createIdbStore, get, set } from 'idb-keyval';
import { isLocale, type Locale } from '../i18n/locales.ts';
import { parseScenarioText, serialiseScenario } from './parseScenario.ts';
import type { Scenario } from './scenario.ts';
import type { Theme } from './state.ts';

/** What survives a reload: the document and how the reader likes the app to look. */
export interface Saved {
  readonly scenario: Scenario | null;
  readonly theme: Theme | null;
  readonly locale: Locale | null;
}

export interface Storage {
  load(): Promise<Saved>;
  save(scenario: Scenario, theme: Theme, locale: Locale): Promise<void>;
}

const nothing: Saved = { scenario: null, theme: null, locale: null };

/** Autosave in IndexedDB. A damaged or forbidden store counts as empty: what is stored is never trusted. */
export function createBrowserStorage(): Storage {
  if (typeof indexedDB === 'undefined') return { load: async () => nothing, save: async () => undefined };
  const store = createIdbStore('shardscope', 'autosave');
  return {
    async load() {
      const data: unknown = await get('latest', store);
      return parseSaved(data);
    },
    async save(scenario, theme, locale) {
      await set('latest', { scenario: serialiseScenario(scenario), theme, locale }, store);
    },
  };
}

export function parseSaved(data: unknown): Saved {
  if (typeof data !== 'object' || data === null) return nothing;
  const { scenario, theme, locale } = data as Record<string, unknown>;
  const parsed = typeof scenario === 'string' ? parseScenarioText(scenario) : null;
  return {
    scenario: parsed?.ok ? parsed.value : null,
    theme: theme === 'light' || theme === 'dark' || theme === 'system' ? theme : null,
    locale: typeof locale === 'string' && isLocale(locale) ? locale : null,
  };
}
