import type { AppStore } from '../createAppStore.ts';
import { equalPreferences, pickPreferences } from '../preferences.ts';
import type { Services } from '../services.ts';

const QUIET_MS = 250;

/**
 * Writes the document to the browser's storage and to the address a moment after the last change, so that a reload and
 * a copied address both bring back what is on screen. `onError` hears of a storage that refuses. Returns a stop function.
 */
export function startAutosave(
  store: AppStore,
  services: Pick<Services, 'storage' | 'address'>,
  onError: (error: unknown) => void,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const save = async (): Promise<void> => {
    const { encodeLink } = await import('../link.ts');
    const { document, playback, ui } = store.getState();
    services.address.replaceHash(encodeLink({ scenario: document, t: playback.auto ? null : playback.t }));
    await services.storage.save(document, pickPreferences(ui));
  };
  const unsubscribe = store.subscribe((state, before) => {
    const moved = state.playback.t !== before.playback.t && !state.playback.playing;
    const changed = state.document !== before.document || !equalPreferences(state.ui, before.ui);
    const paused = before.playback.playing && !state.playback.playing;
    if (!changed && !moved && !paused) return;
    clearTimeout(timer);
    timer = setTimeout(() => void save().catch(onError), QUIET_MS);
  });
  return () => {
    clearTimeout(timer);
    unsubscribe();
  };
}
