import { createStore as createIdbStore, get, set } from 'idb-keyval';
import { parseScenarioText, serialiseScenario } from './parseScenario.ts';
import { type Preferences, parsePreferences } from './preferences.ts';
import type { Scenario } from './scenario.ts';

/** What survives a reload: the document and how the reader likes the app. */
export interface Saved {
  readonly scenario: Scenario | null;
  readonly preferences: Partial<Preferences>;
}

export interface Storage {
  load(): Promise<Saved>;
  save(scenario: Scenario, preferences: Preferences): Promise<void>;
}

export const nothingSaved: Saved = { scenario: null, preferences: {} };

/** Autosave in IndexedDB. A damaged or forbidden store counts as empty: what is stored is never trusted. */
export function createBrowserStorage(): Storage {
  if (typeof indexedDB === 'undefined') return { load: async () => nothingSaved, save: async () => undefined };
  const store = createIdbStore('shardscope', 'autosave');
  return {
    async load() {
      const data: unknown = await get('latest', store);
      return parseSaved(data);
    },
    async save(scenario, preferences) {
      await set('latest', { scenario: serialiseScenario(scenario), ...preferences }, store);
    },
  };
}

export function parseSaved(data: unknown): Saved {
  if (typeof data !== 'object' || data === null) return nothingSaved;
  const { scenario } = data as Record<string, unknown>;
  const parsed = typeof scenario === 'string' ? parseScenarioText(scenario) : null;
  return { scenario: parsed?.ok ? parsed.value : null, preferences: parsePreferences(data) };
}
