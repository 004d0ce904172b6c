import { setUi } from '../createAppStore.ts';
import { always, type Command, text } from './command.ts';

export const showSettings: Command = {
  id: 'settings',
  menu: 'edit',
  group: 9,
  label: () => text('command.settings'),
  keys: ['$mod+,'],
  refusal: always,
  run: ({ store }) => setUi(store, { dialog: 'settings' }),
};
