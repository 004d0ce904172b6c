import { openText } from '../files.ts';
import { always, type Command, text } from './command.ts';

/** Opens a scenario file. A file that can't be read says why and leaves the current scenario alone. */
export const openFile: Command = {
  id: 'openFile',
  menu: 'file',
  group: 1,
  label: () => text('command.openFile'),
  keys: ['$mod+O'],
  refusal: always,
  run: async (context) => {
    const file = await context.services.files.open();
    if (file !== null) await openText(context, file);
  },
};
