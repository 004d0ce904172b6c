import { formatOf } from '../../i18n/format.ts';
import { currentLocale, loadTexts, t } from '../../i18n/i18n.ts';
import { setUi } from '../createAppStore.ts';
import type { AppState } from '../state.ts';
import { type CommandContext, type CommandText, text } from './command.ts';
import { notCounted } from './steps.ts';

/** Why the view on screen can't be had as a picture. */
export function noPicture(state: AppState): CommandText | null {
  return state.ui.stageView === 'partitions' ? text('refusal.isTable') : notCounted(state);
}

/** The view on screen as an SVG file; null when it has nothing to draw yet, which is said. */
export async function drawView({ store, services }: CommandContext): Promise<string | null> {
  const [{ pictureOf }] = await Promise.all([import('../export/pictureOf.ts'), loadTexts()]);
  const state = store.getState();
  const { stageView } = state.ui;
  if (stageView === 'partitions') return null;
  // As on screen: with less motion only whole steps are shown.
  const playhead = services.reducedMotion() ? Math.floor(state.playback.t + 1e-9) : state.playback.t;
  const svg = pictureOf(state, stageView, playhead, services.pictures.theme(), t, formatOf(currentLocale()));
  if (svg === null) setUi(store, { notice: { kind: 'error', key: 'notice.nothingToSave' } });
  return svg;
}

/** Runs what needs a picture and says why there is none when the browser can't make it. */
export async function sayFailure({ store }: CommandContext, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    setUi(store, { notice: { kind: 'error', key: 'notice.pictureFailed', params: { message } } });
  }
}
