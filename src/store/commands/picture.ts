import { formatOf } from '../../i18n/format.ts';
import { currentLocale, loadTexts, t } from '../../i18n/i18n.ts';
import { setUi } from '../createAppStore.ts';
import { exportName } from '../export/exportName.ts';
import type { Notice } from '../state.ts';
import type { Command, CommandContext } from './command.ts';
import { notCounted } from './steps.ts';

/** The view on screen as an SVG file; null when it has nothing to draw yet, which is said. */
async function drawView({ store, services }: CommandContext): Promise<string | null> {
  const [{ pictureOf }, { withFonts }] = await Promise.all([
    import('../export/pictureOf.ts'),
    import('../export/withFonts.ts'),
    loadTexts(),
  ]);
  const state = store.getState();
  const { stageView } = state.ui;
  // As on screen: with less motion only whole steps are shown.
  const playhead = services.reducedMotion() ? Math.floor(state.playback.t + 1e-9) : state.playback.t;
  const svg = pictureOf(state, stageView, playhead, services.pictures.theme(), t, formatOf(currentLocale()));
  if (svg !== null) return withFonts(svg);
  setUi(store, { notice: { kind: 'error', key: 'notice.nothingToSave' } });
  return null;
}

/** A command on the view on screen; `send` takes its SVG somewhere and says what is told then. */
export function pictureCommand(
  command: Pick<Command, 'id' | 'label'>,
  send: (svg: string, context: CommandContext) => Promise<Notice>,
): Command {
  return {
    ...command,
    menu: 'file',
    group: 4,
    keys: [],
    refusal: notCounted,
    async run(context) {
      const { store } = context;
      try {
        const svg = await drawView(context);
        if (svg !== null) setUi(store, { notice: await send(svg, context) });
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        setUi(store, { notice: { kind: 'error', key: 'notice.pictureFailed', params: { message } } });
      }
    },
  };
}

/** The name of a file with the view on screen. */
export function pictureName({ store }: CommandContext, ending: 'png' | 'svg'): string {
  const { document, ui } = store.getState();
  return exportName(document, ui.stageView, ending);
}
