import { mergePairs, splitEach } from '../../topology/scaleLayout.ts';
import { chooseTarget } from '../edits/chooseTarget.ts';
import type { Command } from './command.ts';
import { editCommand } from './editCommand.ts';

/** Wishes for twice as many partitions as there are today. */
export const splitAll: Command = editCommand({
  id: 'splitAll',
  menu: 'edit',
  group: 2,
  edit: chooseTarget,
  args: ({ from }) => ({ spec: splitEach(from) }),
  label: 'command.splitAll',
});

/** Wishes for half as many partitions as there are today. */
export const mergeAll: Command = editCommand({
  id: 'mergeAll',
  menu: 'edit',
  group: 2,
  edit: chooseTarget,
  args: ({ from }) => ({ spec: mergePairs(from) }),
  label: 'command.mergeAll',
});
