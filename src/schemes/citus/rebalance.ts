import type { ColocationGroup } from './colocation.ts';
import { defaultMoveOptions, type MoveOptions, type MovePlan, type Placement, type ShardMove } from './movePlan.ts';
import { thresholdRaised } from './notices.ts';
import type { CitusNode } from './placement.ts';
import { planMoves } from './planMoves.ts';
import type { RebalanceStrategy } from './strategy.ts';

/** What callers of the rebalancer may say; the strategy says the rest. */
export interface RebalanceOptions extends Partial<MoveOptions> {
  /** Shards that stay where they are, and count for nothing. */
  readonly excludedShards?: readonly number[];
  /** Plans with the placements of this node alone, as citus_drain_node() does. */
  readonly onlyNode?: number;
}

/**
 * What get_rebalance_table_shards_plan() plans for these groups: for each its first table stands in, groups with fewer
 * placements than there are nodes for them are balanced together, after the others.
 * Source: Citus 14, shard_rebalancer.c GetRebalanceSteps.
 */
export function planRebalance(
  nodes: readonly CitusNode[],
  groups: readonly ColocationGroup[],
  strategy: RebalanceStrategy,
  options: RebalanceOptions = {},
): MovePlan {
  const { excludedShards = [], onlyNode, ...limits } = options;
  const excluded = new Set(excludedShards);
  const placements = groups.map((group) =>
    placementsOf(group).filter(
      ({ shardId, nodeId }) => !excluded.has(shardId) && (onlyNode === undefined || nodeId === onlyNode),
    ),
  );
  const lists = poolSmallGroups(placements, nodes.filter(({ shouldHaveShards }) => shouldHaveShards).length);
  const { threshold, minimumThreshold, improvementThreshold } = strategy;
  const wanted = { ...defaultMoveOptions, threshold, improvementThreshold, ...limits };
  if (Math.fround(wanted.threshold) >= Math.fround(minimumThreshold)) return planMoves(nodes, lists, strategy, wanted);
  const plan = planMoves(nodes, lists, strategy, { ...wanted, threshold: minimumThreshold });
  return { ...plan, notices: [thresholdRaised(minimumThreshold), ...plan.notices] };
}

/** Placements of a group's first table. */
export function placementsOf({ tables, nodeIds }: ColocationGroup): Placement[] {
  const shardIds = tables[0]?.shardIds ?? [];
  return shardIds.flatMap((shardId, index) => nodeIds[index]!.map((nodeId) => ({ shardId, nodeId })));
}

/** Lists with fewer placements than nodes become one, at the end: alone they would leave a node empty for good. */
export function poolSmallGroups(
  lists: readonly (readonly Placement[])[],
  nodeCount: number,
): readonly (readonly Placement[])[] {
  const pool = lists.filter((list) => list.length < nodeCount).flat();
  const large = lists.filter((list) => list.length >= nodeCount);
  return pool.length === 0 ? large : [...large, pool];
}

/** A row of get_rebalance_table_shards_plan(), without its size. */
export interface TableMove extends ShardMove {
  readonly table: string;
}

/** Each move once for every table of its group: colocated shards move in one operation. */
export function movesByTable(moves: readonly ShardMove[], groups: readonly ColocationGroup[]): TableMove[] {
  const places = new Map(
    groups.flatMap((group) => (group.tables[0]?.shardIds ?? []).map((id, index) => [id, { group, index }] as const)),
  );
  return moves.flatMap((move) => {
    const { group, index } = places.get(move.shardId)!;
    return group.tables.map(({ name, shardIds }) => ({ ...move, table: name, shardId: shardIds[index]! }));
  });
}

/** The groups once the moves are made. */
export function applyMoves(groups: readonly ColocationGroup[], moves: readonly ShardMove[]): ColocationGroup[] {
  const nodeIds = new Map(
    groups.flatMap(({ tables, nodeIds: ids }) => (tables[0]?.shardIds ?? []).map((id, index) => [id, ids[index]!])),
  );
  for (const { shardId, source, target } of moves) {
    const old = nodeIds.get(shardId)!;
    nodeIds.set(
      shardId,
      old.map((id) => (id === source.id ? target.id : id)),
    );
  }
  return groups.map((group) => ({
    ...group,
    nodeIds: group.nodeIds.map((ids, index) => nodeIds.get(group.tables[0]?.shardIds[index] ?? -1) ?? ids),
  }));
}
