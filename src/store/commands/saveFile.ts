import { saveDocument } from '../files.ts';
import { always, type Command, text } from './command.ts';

/** Saves the scenario as readable JSON: to its file when it has one that can be written, otherwise where the reader says. */
export const saveFile: Command = {
  id: 'saveFile',
  menu: 'file',
  group: 2,
  label: () => text('command.saveFile'),
  keys: ['$mod+S'],
  refusal: always,
  run: (context) => saveDocument(context, context.store.getState().origin?.handle ?? null),
};
