import type { CitusNode } from './placement.ts';

/**
 * A row of pg_dist_rebalance_strategy. The functions' values and the thresholds are float4; a node that should have no
 * shards has no capacity and may hold none, whatever the strategy says.
 */
export interface RebalanceStrategy {
  readonly name: string;
  cost(shardId: number): number;
  capacity(node: CitusNode): number;
  allowed(shardId: number, node: CitusNode): boolean;
  /** By how much of the average a node may be above or below it. */
  readonly threshold: number;
  /** Least threshold that a caller may ask for. */
  readonly minimumThreshold: number;
  /** Moves that gain less, in proportion to what they add to a node, are ignored. */
  readonly improvementThreshold: number;
}

const anywhere = () => true;
const one = () => 1;

export const byShardCount: RebalanceStrategy = {
  name: 'by_shard_count',
  cost: one,
  capacity: one,
  allowed: anywhere,
  threshold: 0,
  minimumThreshold: 0,
  improvementThreshold: 0,
};

/** citus.rebalancer_by_disk_size_base_cost: 100 MiB. */
export const DISK_SIZE_BASE_COST = 104_857_600;

/**
 * @param bytesOf size of a shard with all shards colocated with it, on the first of its nodes
 * @param baseCost in bytes, added to each
 */
export function byDiskSize(bytesOf: (shardId: number) => number, baseCost = DISK_SIZE_BASE_COST): RebalanceStrategy {
  return {
    name: 'by_disk_size',
    cost(shardId) {
      const bytes = bytesOf(shardId) + baseCost;
      return bytes <= 0 ? 1 : bytes;
    },
    capacity: one,
    allowed: anywhere,
    threshold: 0.1,
    minimumThreshold: 0.01,
    improvementThreshold: 0.5,
  };
}

/** A strategy of one's own, as citus_add_rebalance_strategy() makes it: shards count one, nodes have capacities. */
export function byCapacity(capacityOf: (node: CitusNode) => number): RebalanceStrategy {
  return { ...byShardCount, name: 'by_capacity', capacity: capacityOf };
}
