import { setUi } from '../createAppStore.ts';
import type { StageView } from '../state.ts';
import { always, type Command, text } from './command.ts';

/** One command for each view of the stage. */
function showView(view: StageView, id: string): Command {
  return {
    id,
    menu: 'view',
    group: 1,
    label: () => text(`view.${view}`),
    keys: [],
    refusal: always,
    checked: ({ ui }) => ui.stageView === view,
    run: ({ store }) => setUi(store, { stageView: view }),
  };
}

export const showStrip = showView('strip', 'showStrip');
export const showRing = showView('ring', 'showRing');
export const showFlow = showView('flow', 'showFlow');
export const showPartitions = showView('partitions', 'showPartitions');
export const showCompare = showView('compare', 'showCompare');
