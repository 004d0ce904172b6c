import { problem } from '../../lib/problem.ts';
import { err } from '../../lib/result.ts';
import { MAX_NODES } from '../../schemes/nodes.ts';
import type { Edit } from './edit.ts';
import { resizeNodes, withNodes } from './nodes.ts';

/** Grows or shrinks the cluster to so many nodes after the change. */
export const setNodeCount: Edit<{ readonly count: number }> = {
  id: 'setNodeCount',
  label: (_document, { count }) => ({ key: 'edit.setNodeCount', params: { count } }),
  apply: (document, { count }) => {
    if (!Number.isInteger(count) || count < 1 || count > MAX_NODES) {
      return err(problem('nodeCount', { value: count, min: 1, max: MAX_NODES }));
    }
    return withNodes(document, resizeNodes(document.nodes, count));
  },
  history: 'merge',
};
