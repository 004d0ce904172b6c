import { setUi } from '../createAppStore.ts';
import { always, type Command, text } from './command.ts';

export const showShortcuts: Command = {
  id: 'showShortcuts',
  menu: 'help',
  group: 1,
  label: () => text('command.showShortcuts'),
  keys: ['?', 'Shift+?'],
  refusal: always,
  run: ({ store }) => setUi(store, { dialog: 'shortcuts' }),
};

export const showAbout: Command = {
  id: 'showAbout',
  menu: 'help',
  group: 1,
  label: () => text('command.showAbout'),
  keys: [],
  refusal: always,
  run: ({ store }) => setUi(store, { dialog: 'about' }),
};
