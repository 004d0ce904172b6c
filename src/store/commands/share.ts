import { setUi } from '../createAppStore.ts';
import { always, type Command, text } from './command.ts';

/** Opens the window with every way out of the app. */
export const share: Command = {
  id: 'share',
  menu: 'file',
  group: 3,
  label: () => text('command.shareDialog'),
  keys: [],
  refusal: always,
  run: ({ store }) => setUi(store, { dialog: 'share' }),
};
