import { addColumn } from '../edits/addColumn.ts';
import type { Command } from './command.ts';
import { editCommand } from './editCommand.ts';

export const addKeyColumn: Command = editCommand({
  id: 'addColumn',
  menu: 'edit',
  group: 3,
  edit: addColumn,
  args: () => ({}),
});
