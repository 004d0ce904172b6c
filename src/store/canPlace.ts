import type { LayoutSide } from '../scene/stripModel.ts';
import type { Derived } from './derive.ts';

/** A partition by its position in the old or the new layout. */
export interface PlacedBox {
  readonly side: LayoutSide;
  readonly index: number;
}

/**
 * Whether a partition can be put on a node, by its position in `cluster.nodes`: it must be there on that side of the change,
 * and not the one that the partition lies on anyway.
 */
export function canPlace({ cluster }: Pick<Derived, 'cluster'>, { side, index }: PlacedBox, node: number): boolean {
  const own = cluster[side === 'from' ? 'before' : 'after'][index];
  const state = cluster.nodes[node]?.state;
  return (
    own !== undefined && state !== undefined && node !== own && state !== (side === 'from' ? 'joining' : 'leaving')
  );
}
