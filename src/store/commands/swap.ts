import { swapLayouts } from '../edits/swapLayouts.ts';
import type { Command } from './command.ts';
import { editCommand } from './editCommand.ts';

/** Plans the way back. */
export const swap: Command = editCommand({
  id: 'swapLayouts',
  menu: 'edit',
  group: 2,
  edit: swapLayouts,
  args: () => ({}),
  label: 'command.swapLayouts',
});
