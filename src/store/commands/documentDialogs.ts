import { setUi } from '../createAppStore.ts';
import { always, type Command, text } from './command.ts';

export const newFromExample: Command = {
  id: 'newFromExample',
  menu: 'file',
  group: 1,
  label: () => text('command.newFromExample'),
  keys: [],
  refusal: always,
  run: ({ store }) => setUi(store, { dialog: 'gallery' }),
};

export const openRecent: Command = {
  id: 'openRecent',
  menu: 'file',
  group: 1,
  label: () => text('command.openRecent'),
  keys: [],
  refusal: always,
  run: ({ store }) => setUi(store, { dialog: 'recent' }),
};

export const versionHistory: Command = {
  id: 'versionHistory',
  menu: 'file',
  group: 2,
  label: () => text('command.versionHistory'),
  keys: [],
  refusal: always,
  run: ({ store }) => setUi(store, { dialog: 'versions' }),
};

export const undoHistory: Command = {
  id: 'undoHistory',
  menu: 'edit',
  group: 1,
  label: () => text('command.undoHistory'),
  keys: [],
  refusal: always,
  run: ({ store }) => setUi(store, { dialog: 'history' }),
};
