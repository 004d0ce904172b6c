import type { Edit } from './edit.ts';
import { withNodes } from './nodes.ts';

/** Takes a node out of the list, as if it had never been there. To empty one, let it leave: setNode. */
export const removeNode: Edit<{ readonly index: number }> = {
  id: 'removeNode',
  label: (document, { index }) => ({ key: 'edit.removeNode', params: { name: document.nodes[index]?.name ?? '' } }),
  apply: (document, { index }) => withNodes(document, document.nodes.toSpliced(index, 1)),
  history: 'record',
};
