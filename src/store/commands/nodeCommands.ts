import { addNode } from '../edits/addNode.ts';
import { removeNode } from '../edits/removeNode.ts';
import { settleNodes } from '../edits/settleNodes.ts';
import { type Command, text } from './command.ts';
import { editCommand } from './editCommand.ts';

export const addANode: Command = editCommand({
  id: 'addNode',
  menu: 'edit',
  group: 3,
  edit: addNode,
  args: () => ({}),
});

export const removeLastNode: Command = editCommand({
  id: 'removeNode',
  menu: 'edit',
  group: 3,
  edit: removeNode,
  args: ({ nodes }) => ({ index: nodes.length - 1 }),
});

const settle = editCommand({ id: 'settleNodes', menu: 'edit', group: 3, edit: settleNodes, args: () => ({}) });

/** The edit itself is at peace with nodes that are settled already. */
export const settleAllNodes: Command = {
  ...settle,
  refusal: (state) =>
    state.document.nodes.every((node) => node.state === 'up') ? text('refusal.nodesSettled') : settle.refusal(state),
};
