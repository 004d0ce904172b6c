import { applyEdit, setUi } from '../createAppStore.ts';
import { swapLayouts } from '../edits/swapLayouts.ts';
import { always, type Command, text } from './command.ts';

/** Plans the way back. */
export const swap: Command = {
  id: 'swapLayouts',
  menu: 'edit',
  group: 2,
  label: () => text('command.swapLayouts'),
  keys: [],
  refusal: always,
  run: ({ store }) => {
    const done = applyEdit(store, swapLayouts, {});
    if (!done.ok) setUi(store, { notice: { kind: 'error', key: 'notice.refused', refusal: done.error } });
  },
};
