import { type Problem, problem } from '../lib/problem.ts';
import type { NodeSpec } from '../schemes/nodes.ts';

/**
 * Nodes that would hold more than they have room for: `nodeOverRows` and `nodeOverBytes`, in the order of the nodes.
 * @param rows rows of each node afterwards, by its position
 * @param rowBytes bytes of one row on disk; null when nobody said, and bytes are not checked
 */
export function overCapacity(nodes: readonly NodeSpec[], rows: readonly number[], rowBytes: number | null): Problem[] {
  return nodes.flatMap(({ name, state, capacityRows, capacityBytes }, node) => {
    const held = Math.round(rows[node]!);
    const bytes = held * (rowBytes ?? 0);
    if (state === 'leaving') return [];
    const over: Problem[] = [];
    if (capacityRows !== null && held > capacityRows) {
      over.push(problem('nodeOverRows', { name, value: held, max: capacityRows }));
    }
    if (capacityBytes !== null && bytes > capacityBytes) {
      over.push(problem('nodeOverBytes', { name, value: bytes, max: capacityBytes }));
    }
    return over;
  });
}

/** The rows that a node has room for; Infinity without a limit. */
export function capacityInRows({ capacityRows, capacityBytes }: NodeSpec, rowBytes: number | null): number {
  const byBytes = capacityBytes === null || rowBytes === null ? Number.POSITIVE_INFINITY : capacityBytes / rowBytes;
  return Math.floor(Math.min(capacityRows ?? Number.POSITIVE_INFINITY, byBytes));
}
