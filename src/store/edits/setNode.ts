import { ok } from '../../lib/result.ts';
import type { NodeSpec } from '../../schemes/nodes.ts';
import type { Edit } from './edit.ts';
import { withNodes } from './nodes.ts';

/** Changes one node; what was placed on it stays there under a new name, as long as it is there. */
export const setNode: Edit<{ readonly index: number; readonly patch: Partial<NodeSpec> }> = {
  id: 'setNode',
  label: (document, { index }) => ({ key: 'edit.setNode', params: { name: document.nodes[index]?.name ?? '' } }),
  apply: (document, { index, patch }) => {
    const node = document.nodes[index];
    if (node === undefined) return ok(document);
    const next = { ...node, ...patch };
    const placed = document.placed.map((entry) => (entry.node === node.name ? { ...entry, node: next.name } : entry));
    return withNodes({ ...document, placed }, document.nodes.with(index, next));
  },
  history: 'merge',
};
