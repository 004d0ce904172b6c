import type { CitusChange } from '../schemes/citus/followChange.ts';
import { NodeFill } from '../schemes/citus/nodeFill.ts';
import { type Bounds, boundsOf } from '../schemes/citus/shardListBalancer.ts';
import type { RebalanceStrategy } from '../schemes/citus/strategy.ts';

const { fround } = Math;

/** How full nodes are once the plan is done, in float4 as Citus counts: cost of their shards over their capacity. */
export interface CitusBalance extends Bounds {
  readonly average: number;
  /** Of each node of the change, in its order; Infinity where there is no capacity. */
  readonly utilizations: readonly number[];
  /** Of the emptiest and the fullest node that should have shards. */
  readonly least: number;
  readonly most: number;
  /** Null where moves are planned. */
  readonly idle: Idle | null;
}

/**
 * Why no move is planned: all nodes are within the bounds; moves would gain too little; or a move from the fullest node
 * to the emptiest would leave them no more even.
 */
export type Idle =
  | { readonly kind: 'within' }
  | { readonly kind: 'ignored'; readonly count: number }
  | ({ readonly kind: 'useless' } & UselessMove);

/** The move that would change least: that of the cheapest shard. */
export interface UselessMove {
  readonly shardId: number;
  readonly source: string;
  readonly target: string;
  readonly sourceNow: number;
  readonly sourceThen: number;
  readonly targetNow: number;
  readonly targetThen: number;
}

export function measureBalance(change: CitusChange, strategy: RebalanceStrategy): CitusBalance {
  const { nodes, after } = change;
  const fills = nodes.map((node) => new NodeFill(node, node.shouldHaveShards ? fround(strategy.capacity(node)) : 0));
  let totalCost = 0;
  for (const [index, shardId] of after.tables[0]!.shardIds.entries()) {
    const shard = { shardId, cost: fround(strategy.cost(shardId)) };
    fills[after.nodeIds[index]![0]! - 1]!.add(shard);
    totalCost = fround(totalCost + shard.cost);
  }
  const average = fround(totalCost / fills.reduce((sum, { capacity }) => fround(sum + capacity), 0));
  const bounds = boundsOf(average, fround(strategy.threshold));
  const used = fills.filter(({ node }) => node.shouldHaveShards).sort((a, b) => a.utilization - b.utilization);
  const [emptiest, fullest] = [used[0]!, used.at(-1)!];
  const utilizations = fills.map(({ utilization }) => utilization);
  const [least, most] = [emptiest.utilization, fullest.utilization];
  const isWithin = least >= bounds.lower && most <= bounds.upper;
  const idle = change.plan.moves.length > 0 ? null : whyIdle(change, isWithin, emptiest, fullest);
  return { ...bounds, average, utilizations, least, most, idle };
}

function whyIdle({ plan, names }: CitusChange, isWithin: boolean, emptiest: NodeFill, fullest: NodeFill): Idle {
  if (isWithin) return { kind: 'within' };
  if (plan.ignoredCount > 0) return { kind: 'ignored', count: plan.ignoredCount };
  const { shardId, cost } = fullest.shards.at(-1)!;
  return {
    kind: 'useless',
    shardId,
    source: names[fullest.node.id - 1]!,
    target: names[emptiest.node.id - 1]!,
    sourceNow: fullest.utilization,
    sourceThen: fullest.utilizationWith(-cost),
    targetNow: emptiest.utilization,
    targetThen: emptiest.utilizationWith(cost),
  };
}
