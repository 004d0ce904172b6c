import type { MemberChange } from '../nodes.ts';
import { type ColocationGroup, FIRST_SHARD_ID } from './colocation.ts';
import { markDrained } from './drain.ts';
import type { MovePlan } from './movePlan.ts';
import { type CitusNode, parseAddress, placeRoundRobin } from './placement.ts';
import { uniformRanges } from './ranges.ts';
import { applyMoves, planRebalance } from './rebalance.ts';
import type { RebalanceStrategy } from './strategy.ts';

/** A Citus cluster with one distributed table, before and after a change of nodes. */
export interface CitusChange {
  /** Every node there is during the change, in the order that they were added; those that leave should have no shards. */
  readonly nodes: readonly CitusNode[];
  /** Member names: names[i] is that of nodes[i]. */
  readonly names: readonly string[];
  readonly before: ColocationGroup;
  readonly after: ColocationGroup;
  /** What the rebalancer does once new nodes are added and leaving ones are marked. */
  readonly plan: MovePlan;
}

/** Makes the strategy of one side, whose nodes have these weights. */
export type StrategyFor = (weightOf: (node: CitusNode) => number) => RebalanceStrategy;

/**
 * Creates a table with a shard i for range i on the nodes before the change, lets the rebalancer run there, which moves
 * something only where capacities differ, then adds the new nodes, marks the leaving ones and lets it run again.
 */
export function followChange(change: MemberChange, shardCount: number, strategyFor: StrategyFor): CitusChange {
  const before = new Map(change.before.map(({ name, weight }) => [name, weight]));
  const after = new Map(change.after.map(({ name, weight }) => [name, weight]));
  const names = [...new Set([...before.keys(), ...after.keys()])];
  const all = names.map((name, index) => ({ id: index + 1, ...parseAddress(name), shouldHaveShards: true }));
  const old = all.slice(0, before.size);
  const leaving = old.filter(({ id }) => !after.has(names[id - 1]!)).map(({ id }) => id);
  const nodes = markDrained(all, new Set(leaving));

  const created = createGroup(old, shardCount);
  const settle = planRebalance(
    old,
    [created],
    strategyFor(({ id }) => before.get(names[id - 1]!)!),
  );
  const settled = move(created, settle);
  const plan = planRebalance(
    nodes,
    [settled],
    strategyFor(({ id }) => after.get(names[id - 1]!)!),
  );
  return { nodes, names, before: settled, after: move(settled, plan), plan };
}

function createGroup(nodes: readonly CitusNode[], shardCount: number): ColocationGroup {
  const placed = placeRoundRobin(nodes, shardCount);
  if (!placed.ok) throw new RangeError(placed.error.message);
  const shardIds = Array.from({ length: shardCount }, (_, index) => FIRST_SHARD_ID + index);
  return { ranges: uniformRanges(shardCount), nodeIds: placed.value, tables: [{ name: 'table', shardIds }] };
}

function move(group: ColocationGroup, { moves }: MovePlan): ColocationGroup {
  return applyMoves([group], moves)[0]!;
}
