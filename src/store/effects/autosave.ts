import type { AppStore } from '../createAppStore.ts';
import { serialiseScenario } from '../parseScenario.ts';
import { equalPreferences, pickPreferences } from '../preferences.ts';
import type { Scenario } from '../scenario.ts';
import type { Services } from '../services.ts';

const QUIET_MS = 250;

export interface Autosave {
  /** Does not wait for a quiet moment; rejects where the storage refuses. */
  readonly saveNow: () => Promise<void>;
  readonly stop: () => void;
}

/**
 * Writes the document to the browser's storage and to the address a moment after the last change, so that a reload and
 * a copied address both bring back what is on screen, and tells the other tabs. `onError` hears once of a storage that
 * refuses; from then on the browser asks before it closes a page with changes that are in no file.
 */
export function startAutosave(
  store: AppStore,
  services: Pick<Services, 'storage' | 'address' | 'tab' | 'askBeforeClosing'>,
  onError: (error: unknown) => void,
): Autosave {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let hasFailed = false;
  let { document: safe } = store.getState();
  let posted = safe;
  let was = safe.name;
  const guard = (): void => {
    const { document, origin } = store.getState();
    services.askBeforeClosing(hasFailed && document !== safe && document !== origin?.saved);
  };
  const tell = (document: Scenario): void => {
    if (document === posted) return;
    const scenario = serialiseScenario(document);
    services.tab.post({ kind: 'saved', name: document.name, was, scenario });
    posted = document;
    was = document.name;
  };
  const save = async (): Promise<void> => {
    const { document, playback, ui, origin } = store.getState();
    try {
      const { encodeLink } = await import('../link.ts');
      services.address.replaceHash(encodeLink({ scenario: document, t: playback.auto ? null : playback.t }));
      await services.storage.save(document, pickPreferences(ui), origin);
      hasFailed = false;
      safe = document;
    } catch (error) {
      if (!hasFailed) onError(error);
      hasFailed = true;
      throw error;
    } finally {
      guard();
      tell(document);
    }
  };
  const unsubscribe = store.subscribe((state, before) => {
    const moved = state.playback.t !== before.playback.t && !state.playback.playing;
    const changed = state.document !== before.document || !equalPreferences(state.ui, before.ui);
    const paused = before.playback.playing && !state.playback.playing;
    const saved = state.origin !== before.origin;
    // What is opened in the place of a document does not change that one.
    if (changed && state.history.past.at(-1)?.label.key === 'edit.openScenario') was = state.document.name;
    if (hasFailed && (changed || saved)) guard();
    if (!changed && !moved && !paused && !saved) return;
    clearTimeout(timer);
    timer = setTimeout(() => void save().catch(() => undefined), QUIET_MS);
  });
  return {
    saveNow: () => {
      clearTimeout(timer);
      return save();
    },
    stop: () => {
      clearTimeout(timer);
      unsubscribe();
    },
  };
}
