import type { AppStore } from '../store/createAppStore.ts';
import type { AppState } from '../store/state.ts';
import { holdLate, releaseLate } from '../ui/late.ts';

/** The first picture of a usual document takes a part of this on a slow machine; a worker may also say nothing at all. */
const PATIENCE_MS = 3000;

/** What comes late waits for the strip's first picture, see StripPanel, but not where that takes long or never comes. */
export function awaitPicture(store: AppStore): void {
  holdLate();
  const timer = setTimeout(release, PATIENCE_MS);
  const stop = store.subscribe((state) => isExpected(state) || release());
  if (!isExpected(store.getState())) release();

  function release(): void {
    stop();
    clearTimeout(timer);
    releaseLate();
  }
}

function isExpected({ ui, results: { status, progress } }: AppState): boolean {
  const isLong = progress !== null && progress.done < progress.total;
  return ui.stageView === 'strip' && (status === 'counting' || status === 'ready') && !isLong;
}
