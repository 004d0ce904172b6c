import { setUi } from '../createAppStore.ts';
import { always, type Command, text } from './command.ts';

/** Opens the list of all commands, to search; the same keys close it. */
export const showPalette: Command = {
  id: 'showPalette',
  menu: 'help',
  group: 1,
  label: () => text('command.showPalette'),
  keys: ['$mod+K'],
  refusal: always,
  run: ({ store }) => setUi(store, { dialog: store.getState().ui.dialog === 'palette' ? null : 'palette' }),
};
