import type { NodeSpec } from '../schemes/nodes.ts';

/** Where the partitions of a plan lie. Numbers are positions in `nodes`, which has the nodes of before and after. */
export interface ClusterPlan {
  readonly nodes: readonly NodeSpec[];
  /** Node of each partition of the old layout, by its position there. */
  readonly before: readonly number[];
  /** Node of each partition of the new layout. */
  readonly after: readonly number[];
}

/** Exact rows by node, over all keys; entries as in ClusterPlan.nodes. */
export interface ClusterCounts {
  readonly before: readonly number[];
  readonly after: readonly number[];
  /**
   * Rows that are on another node afterwards. Rows that change their table but not their node are not among them. Null
   * when the change has more flows than are listed one by one.
   */
  readonly moved: number | null;
  /** Non-zero cells, sorted by `from`, then `to`; those with from = to stay. Null as `moved` is. */
  readonly flows: readonly NodeFlow[] | null;
}

/** Counts whose flows are listed: what pictures of movement need. */
export interface ClusterFlows extends ClusterCounts {
  readonly moved: number;
  readonly flows: readonly NodeFlow[];
}

export function hasFlows(counts: ClusterCounts): counts is ClusterFlows {
  return counts.flows !== null;
}

export interface NodeFlow {
  readonly from: number;
  readonly to: number;
  readonly rows: number;
}
