import { saveDocument } from '../files.ts';
import { always, type Command, text } from './command.ts';

/** Saves the scenario to a file that the reader chooses; later saves go there. */
export const saveFileAs: Command = {
  id: 'saveFileAs',
  menu: 'file',
  group: 2,
  label: () => text('command.saveFileAs'),
  keys: ['$mod+Shift+S'],
  refusal: always,
  run: (context) => saveDocument(context, null),
};
