import { setUi, undo } from '../createAppStore.ts';
import { type Command, text } from './command.ts';

export const undoCommand: Command = {
  id: 'undo',
  menu: 'edit',
  group: 1,
  label: () => text('command.undo'),
  keys: ['$mod+Z'],
  refusal: ({ history }) => (history.past.length === 0 ? text('refusal.nothingToUndo') : null),
  run: ({ store }) => {
    const done = undo(store);
    if (done !== null) setUi(store, { notice: { kind: 'info', key: 'notice.undone', label: done.label } });
  },
};
