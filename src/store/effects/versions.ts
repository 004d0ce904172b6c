import type { AppStore } from '../createAppStore.ts';
import { selectUnsaved } from '../origin.ts';
import { serialiseScenario } from '../parseScenario.ts';
import type { Scenario } from '../scenario.ts';
import type { Services } from '../services.ts';
import type { AppState } from '../state.ts';

/** So long a changed document must stand still to become a version. */
const STILL_MS = 30_000;

/**
 * Keeps a version of the document when it has stood still after a change, and when another one is opened in its place.
 * A storage that refuses is autosave's to report. Returns a stop function.
 * @param opened what the page began with: the reader may be quicker than this effect, which starts late
 */
export function startVersions(
  store: AppStore,
  services: Pick<Services, 'storage' | 'clock'>,
  opened: Scenario = store.getState().document,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let kept = serialiseScenario(opened);
  const keep = (state: AppState): void => {
    clearTimeout(timer);
    const { document, history, origin } = state;
    // The gallery has it already.
    if (origin?.kind === 'example' && !selectUnsaved(state)) return;
    const text = serialiseScenario(document);
    if (text === kept) return;
    kept = text;
    const label = history.past.at(-1)?.label ?? null;
    services.storage
      .addVersion({ time: services.clock.now(), name: document.name, label, scenario: text })
      .catch(() => undefined);
  };
  const keepSoon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => keep(store.getState()), STILL_MS);
  };
  const unsubscribe = store.subscribe((state, before) => {
    if (state.document === before.document) return;
    const { past } = state.history;
    const isUndone = past.length < before.history.past.length;
    if (!isUndone && past.at(-1)?.label.key === 'edit.openScenario') keep(before);
    keepSoon();
  });
  if (store.getState().document !== opened) keepSoon();
  return () => {
    clearTimeout(timer);
    unsubscribe();
  };
}
