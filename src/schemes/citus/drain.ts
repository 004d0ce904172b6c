import type { ColocationGroup } from './colocation.ts';
import type { MovePlan } from './movePlan.ts';
import type { CitusNode } from './placement.ts';
import { planRebalance } from './rebalance.ts';
import type { RebalanceStrategy } from './strategy.ts';

/** The nodes after citus_set_node_property(..., 'shouldhaveshards', false). */
export function markDrained(nodes: readonly CitusNode[], nodeIds: ReadonlySet<number>): CitusNode[] {
  return nodes.map((node) => (nodeIds.has(node.id) ? { ...node, shouldHaveShards: false } : node));
}

/**
 * Plans citus_drain_node(). It sees the placements of the drained node alone: the others get equal shares of what it
 * held, however full they are, and other copies of a shard are not seen either. planDrainAll() looks at all of them.
 * Source: Citus 14, shard_rebalancer.c citus_drain_node.
 */
export function planDrainNode(
  nodes: readonly CitusNode[],
  groups: readonly ColocationGroup[],
  nodeId: number,
  strategy: RebalanceStrategy,
): MovePlan {
  const drained = markDrained(nodes, new Set([nodeId]));
  return planRebalance(drained, groups, strategy, { drainOnly: true, onlyNode: nodeId });
}

/** Plans rebalance_table_shards(drain_only := true): empties the nodes that should have no shards into the emptiest. */
export function planDrainAll(
  nodes: readonly CitusNode[],
  groups: readonly ColocationGroup[],
  strategy: RebalanceStrategy,
): MovePlan {
  return planRebalance(nodes, groups, strategy, { drainOnly: true });
}
