import { ok } from '../../lib/result.ts';
import type { NodeSpec } from '../../schemes/nodes.ts';
import type { Edit } from './edit.ts';

/** Changes one node; what was placed on it stays there under a new name. */
export const setNode: Edit<{ readonly index: number; readonly patch: Partial<NodeSpec> }> = {
  id: 'setNode',
  label: (document, { index }) => ({ key: 'edit.setNode', params: { name: document.nodes[index]?.name ?? '' } }),
  apply: (document, { index, patch }) => {
    const node = document.nodes[index];
    if (node === undefined) return ok(document);
    const next = { ...node, ...patch };
    const placed = document.placed.map((entry) => (entry.node === node.name ? { ...entry, node: next.name } : entry));
    return ok({ ...document, nodes: document.nodes.with(index, next), placed });
  },
  history: 'merge',
};
