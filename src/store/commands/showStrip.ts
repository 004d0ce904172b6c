import { setUi } from '../createAppStore.ts';
import { always, type Command, text } from './command.ts';

export const showStrip: Command = {
  id: 'showStrip',
  menu: 'view',
  group: 1,
  label: () => text('view.strip'),
  keys: [],
  refusal: always,
  checked: ({ ui }) => ui.stageView === 'strip',
  run: ({ store }) => setUi(store, { stageView: 'strip' }),
};
