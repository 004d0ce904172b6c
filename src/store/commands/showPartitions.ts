import { setUi } from '../createAppStore.ts';
import { always, type Command, text } from './command.ts';

export const showPartitions: Command = {
  id: 'showPartitions',
  menu: 'view',
  group: 1,
  label: () => text('view.partitions'),
  keys: [],
  refusal: always,
  checked: ({ ui }) => ui.stageView === 'partitions',
  run: ({ store }) => setUi(store, { stageView: 'partitions' }),
};
