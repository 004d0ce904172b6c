import { newNode } from '../scenario.ts';
import type { Edit } from './edit.ts';
import { freeNodeName, withNodes } from './nodes.ts';

/** One more node, which joins in this change. */
export const addNode: Edit<Record<never, never>> = {
  id: 'addNode',
  label: () => ({ key: 'edit.addNode' }),
  apply: (document) => {
    const nodes = [...document.nodes, newNode(freeNodeName(document.nodes), 'joining')];
    return withNodes(document, nodes);
  },
  history: 'record',
};
