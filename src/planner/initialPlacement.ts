import type { NodeSpec } from '../schemes/nodes.ts';
import { distinctModuli, greatestModulus } from '../topology/boundOrder.ts';
import type { Layout } from '../topology/layout.ts';
import { fillRooms, largestRemainders, type Vessel } from './nodeShares.ts';

/**
 * Where the partitions of the old layout lie while nobody has said otherwise: dealt out in turn over the nodes that are
 * there before the change, in proportion to their weights. With equal nodes, the i-th partition is on the node i mod n.
 * Of mixed moduli the coarsest are dealt first and the finer ones fill up.
 * @returns positions in `nodes`, one a partition
 * @throws RangeError when every node is still joining; `checkChange` refuses such a list
 */
export function initialPlacement(layout: Layout, nodes: readonly NodeSpec[]): number[] {
  const there = nodes.flatMap(({ state }, node) => (state === 'joining' ? [] : [node]));
  if (there.length === 0) throw new RangeError('No node is there before the change.');
  const of = greatestModulus(layout);
  const placement: number[] = [];
  const loads = there.map(() => 0);
  let left = layout.reduce((sum, { modulus }) => sum + of / modulus, 0);
  for (const modulus of distinctModuli(layout)) {
    const count = layout.filter((partition) => partition.modulus === modulus).length;
    const vessels = there.map((node, i) => vesselOf(nodes[node]!, loads[i]!));
    const turns = largestRemainders(fillRooms(vessels, left)!, count);
    placement.push(...deal(turns).map((i) => there[i]!));
    turns.forEach((partitions, i) => {
      loads[i]! += (partitions * of) / modulus;
    });
    left -= (count * of) / modulus;
  }
  return placement;
}

function vesselOf({ weight }: NodeSpec, load: number): Vessel {
  return { weight, load, cap: Number.POSITIVE_INFINITY };
}

/** Node i gets turns[i] of all turns, evenly spaced: its k-th at (k + 1/2) / turns[i] of the way. */
function deal(turns: readonly number[]): number[] {
  return turns
    .flatMap((count, node) => Array.from({ length: count }, (_, k) => ({ node, time: (k + 0.5) / count })))
    .sort((a, b) => a.time - b.time || a.node - b.node)
    .map(({ node }) => node);
}
