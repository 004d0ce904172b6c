import type { Edit } from './edit.ts';
import { withNodes } from './nodes.ts';

/** The change of nodes is done: joining ones are there, leaving ones are gone. */
export const settleNodes: Edit<Record<never, never>> = {
  id: 'settleNodes',
  label: () => ({ key: 'edit.settleNodes' }),
  apply: (document) => {
    const stay = document.nodes.filter(({ state }) => state !== 'leaving');
    return withNodes(
      document,
      stay.map((node) => ({ ...node, state: 'up' as const })),
    );
  },
  history: 'record',
};
