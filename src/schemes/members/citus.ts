import { type Problem, problem } from '../../lib/problem.ts';
import { FIRST_SHARD_ID } from '../citus/colocation.ts';
import { followChange, type StrategyFor } from '../citus/followChange.ts';
import { formatAddress, parseAddress } from '../citus/placement.ts';
import { HASH_COUNT, MIN_HASH, rangeWidth, type ShardRange } from '../citus/ranges.ts';
import { byCapacity, byDiskSize, byShardCount } from '../citus/strategy.ts';
import { numberOf } from '../config.ts';
import { schemeFields } from '../fields.ts';
import type { Member, MemberChange } from '../nodes.ts';
import type { Arcs, KeyBlock, Router, RouterPair, Scheme, SchemeConfig } from '../scheme.ts';

/**
 * Citus: ranges of the 32-bit hash, dealt out to nodes in the order of their names, moved by its rebalancer when nodes
 * join or leave. A node is `host` or `host:port`; weights are capacities under a strategy of one's own, `by_capacity`.
 */
export const citus: Scheme = {
  id: 'citus',
  source: {
    title: 'Citus 14, shard_rebalancer.c',
    url: 'https://github.com/citusdata/citus/blob/main/src/backend/distributed/operations/shard_rebalancer.c',
  },
  fields: schemeFields.citus,
  movement: 'shards',
  sequential: false,
  needs: () => 'short',
  traits: ({ rebalanceStrategy }) => ({
    shrink: 'any',
    weights: rebalanceStrategy === 'by_capacity',
    inPlace: true,
    lookup: 'O(1)',
  }),
  check: (_config, change) => checkAddresses(change),
  prepare: prepareCitus,
};

/** Two names of one address would be one node. */
function checkAddresses({ before, after }: MemberChange): Problem | null {
  const names = new Map<string, string>();
  for (const { name } of [...before, ...after]) {
    const address = formatAddress(parseAddress(name));
    if ((names.get(address) ?? name) !== name) return problem('citusAddressTwice', { value: name, address });
    names.set(address, name);
  }
  return null;
}

function prepareCitus(config: SchemeConfig, change: MemberChange, rows: number): RouterPair {
  const { names, before, after } = followChange(change, numberOf(config, 'shardCount'), strategyFor(config, rows));
  const old = ownersOf(before.nodeIds, names, change.before);
  const now = ownersOf(after.nodeIds, names, change.after);
  const stays = (index: number) => change.before[old[index]!]!.name === change.after[now[index]!]!.name;
  const moved = before.ranges.reduce((sum, range, index) => sum + (stays(index) ? 0 : widthOf(range)), 0);
  return {
    before: makeRouter(before.ranges, old),
    after: makeRouter(after.ranges, now),
    theory: { kind: 'exact', fraction: moved / HASH_COUNT },
  };
}

/** How the configured strategy weighs shards and nodes; `rows` of the whole table are what by_disk_size sees. */
export function strategyFor(config: SchemeConfig, rows: number): StrategyFor {
  const shardCount = numberOf(config, 'shardCount');
  const bytesPerHash = (rows * numberOf(config, 'rowBytes')) / HASH_COUNT;
  switch (config.rebalanceStrategy) {
    case 'by_disk_size': {
      const width = rangeWidth(shardCount);
      const lastId = FIRST_SHARD_ID + shardCount - 1;
      const lastWidth = HASH_COUNT - width * (shardCount - 1);
      return () => byDiskSize((id) => Math.round(bytesPerHash * (id === lastId ? lastWidth : width)));
    }
    case 'by_capacity':
      return byCapacity;
    default:
      return () => byShardCount;
  }
}

/** Member index of each shard; node ids are places in `names`, from 1. */
function ownersOf(
  nodeIds: readonly (readonly number[])[],
  names: readonly string[],
  members: readonly Member[],
): Uint16Array {
  const indexes = new Map(members.map(({ name }, index) => [name, index]));
  return Uint16Array.from(nodeIds, ([id]) => indexes.get(names[id! - 1]!)!);
}

function widthOf({ min, max }: ShardRange): number {
  return max - min + 1;
}

function makeRouter(ranges: readonly ShardRange[], owners: Uint16Array): Router {
  const width = rangeWidth(ranges.length);
  const last = ranges.length - 1;
  return {
    route({ short }: KeyBlock, count: number, out: Uint16Array) {
      for (let i = 0; i < count; i++) {
        out[i] = owners[Math.min(Math.floor((short[i]! - MIN_HASH) / width), last)]!;
      }
    },
    memoryBytes: owners.byteLength,
    lookupSteps: 2,
    circle: {
      arcs: mergeArcs(ranges, owners),
      place({ short }: KeyBlock, count: number, out: Float64Array) {
        for (let i = 0; i < count; i++) out[i] = (short[i]! - MIN_HASH) / HASH_COUNT;
      },
    },
  };
}

/** Ranges on the circle; neighbours with the same owner are one arc. */
function mergeArcs(ranges: readonly ShardRange[], owners: Uint16Array): Arcs {
  const first = ranges.flatMap((_, index) => (index === 0 || owners[index] !== owners[index - 1] ? [index] : []));
  return {
    starts: Float64Array.from(first, (index) => (ranges[index]!.min - MIN_HASH) / HASH_COUNT),
    owners: Uint16Array.from(first, (index) => owners[index]!),
  };
}
