import { setUi } from '../createAppStore.ts';
import { always, type Command, text } from './command.ts';

/** Every sampled key as a dot, up to 100,000, or as many as suit the room. */
export const toggleAllDots: Command = {
  id: 'toggleAllDots',
  menu: 'view',
  group: 4,
  label: () => text('command.toggleAllDots'),
  keys: [],
  refusal: always,
  checked: ({ ui }) => ui.allDots,
  run: ({ store }) => setUi(store, { allDots: !store.getState().ui.allDots }),
};
