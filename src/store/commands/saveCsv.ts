import { saveTable } from '../export/saveTable.ts';
import { type Command, text } from './command.ts';
import { notCounted } from './steps.ts';

/** The table that says the same as the view on screen. */
export const saveCsv: Command = {
  id: 'saveCsv',
  menu: 'file',
  group: 4,
  label: () => text('command.saveCsv'),
  keys: [],
  refusal: notCounted,
  run: (context) => saveTable(context, 'main'),
};
