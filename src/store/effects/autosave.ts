import type { AppStore } from '../createAppStore.ts';
import { encodeLink } from '../link.ts';
import { serialiseScenario } from '../parseScenario.ts';
import { equalPreferences, pickPreferences } from '../preferences.ts';
import type { Services } from '../services.ts';

const QUIET_MS = 250;

/**
 * Writes the document to the browser's storage and to the address a moment after the last change, so that a reload and
 * a copied address both bring back what is on screen, and tells the other tabs. `onError` hears once of a storage that
 * refuses; from then on the browser asks before it closes a page with changes that are in no file. Returns a stop function.
 */
export function startAutosave(
  store: AppStore,
  services: Pick<Services, 'storage' | 'address' | 'tab' | 'askBeforeClosing'>,
  onError: (error: unknown) => void,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let hasFailed = false;
  let { document: safe } = store.getState();
  let posted = safe;
  let was = safe.name;
  const guard = (): void => {
    const { document, origin } = store.getState();
    services.askBeforeClosing(hasFailed && document !== safe && document !== origin?.saved);
  };
  const save = async (): Promise<void> => {
    const { document, playback, ui, origin } = store.getState();
    services.address.replaceHash(encodeLink({ scenario: document, t: playback.auto ? null : playback.t }));
    try {
      await services.storage.save(document, pickPreferences(ui), origin);
      hasFailed = false;
      safe = document;
    } catch (error) {
      if (!hasFailed) onError(error);
      hasFailed = true;
    }
    guard();
    if (document === posted) return;
    const scenario = serialiseScenario(document);
    services.tab.post({ kind: 'saved', name: document.name, was, scenario });
    posted = document;
    was = document.name;
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
    timer = setTimeout(() => void save(), QUIET_MS);
  });
  return () => {
    clearTimeout(timer);
    unsubscribe();
  };
}
