import { groupFraction } from './nodeLedger.ts';
import type { RingModel } from './ringModel.ts';

/** What the step in progress carries from node to node. */
export interface StepMovement {
  /** Rows carried so far, of all that it carries. */
  readonly moved: number;
  readonly total: number;
  /** Nodes that get them, and names of the partitions they go to; none known for a scheme's arcs. */
  readonly nodes: readonly number[];
  readonly partitions: readonly string[];
}

/** Null between steps, and in a step that carries nothing to another node. */
export function stepMovementAt(model: RingModel, t: number): StepMovement | null {
  const { ledger } = model;
  const nodes = new Set<number>();
  let moved = 0;
  let total = 0;
  for (let g = 0; g < ledger.rows.length; g++) {
    const fraction = groupFraction(ledger, g, t);
    if (fraction <= 0 || fraction >= 1 || ledger.from[g] === ledger.to[g]) continue;
    moved += Math.floor(ledger.rows[g]! * fraction + 1e-6);
    total += ledger.rows[g]!;
    nodes.add(ledger.to[g]!);
  }
  if (total === 0) return null;
  const arcs = model.arcsAt(t);
  const filling = (arcs.live ?? []).filter(({ status }, i) => status === 'active' && arcs.filled[i]! < 1);
  return {
    moved,
    total,
    nodes: [...nodes].sort((a, b) => a - b),
    partitions: filling.map(({ box }) => box.name),
  };
}
