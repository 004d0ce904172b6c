import { redo, setUi } from '../createAppStore.ts';
import { type Command, text } from './command.ts';

export const redoCommand: Command = {
  id: 'redo',
  menu: 'edit',
  group: 1,
  label: () => text('command.redo'),
  keys: ['$mod+Shift+Z', '$mod+Y'],
  refusal: ({ history }) => (history.future.length === 0 ? text('refusal.nothingToRedo') : null),
  run: ({ store }) => {
    const done = redo(store);
    if (done !== null) setUi(store, { notice: { kind: 'info', key: 'notice.redone', label: done.label } });
  },
};
