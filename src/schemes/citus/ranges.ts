import type { PgError } from '../../hash/pgError.ts';
import { err, ok, type Result } from '../../lib/result.ts';

// Citus cuts the 2^32 values of a type's 32-bit hash into ranges, one a shard; both ends belong to the range.
//
//   -2^31        min + inc       min + 2 inc                      2^31 - 1
//     [  shard 0  ][   shard 1  ][    ...    ][   shard N - 1, wider   ]
//
// Source: Citus 14, create_shards.c CreateHashDistributedTableShards, shardinterval_utils.c FindShardInterval.

export const MIN_HASH = -2_147_483_648;
export const MAX_HASH = 2_147_483_647;
export const HASH_COUNT = 4_294_967_296;
/** Limit of citus.shard_count and of the children of one split. */
export const MAX_SHARD_COUNT = 64_000;

/** Hash values from min to max, signed 32-bit integers, both included. */
export interface ShardRange {
  readonly min: number;
  readonly max: number;
}

/** How many hash values each range of an unsplit table holds; the last one holds the remainder as well. */
export function rangeWidth(shardCount: number): number {
  return Math.floor(HASH_COUNT / shardCount);
}

/** @param shardCount 1 to MAX_SHARD_COUNT */
export function uniformRanges(shardCount: number): ShardRange[] {
  const width = rangeWidth(shardCount);
  return Array.from({ length: shardCount }, (_, index) => {
    const min = MIN_HASH + index * width;
    return { min, max: index === shardCount - 1 ? MAX_HASH : min + width - 1 };
  });
}

/** True where every range is where uniformRanges() would put it, so that a shard is found by one division. */
export function isUniform(ranges: readonly ShardRange[]): boolean {
  const width = rangeWidth(ranges.length);
  return ranges.every(({ min, max }, index) => {
    const expected = MIN_HASH + index * width;
    return min === expected && max === (index === ranges.length - 1 ? MAX_HASH : expected + width - 1);
  });
}

/** Index of the hash's shard among `shardCount` uniform ranges. */
export function uniformIndex(hash: number, shardCount: number): number {
  return Math.min(Math.floor((hash - MIN_HASH) / rangeWidth(shardCount)), shardCount - 1);
}

/** Finds the shard of a hash; -1 in a hole. Prepares the look-up that Citus would use for these ranges. */
export function shardFinder(ranges: readonly ShardRange[]): (hash: number) => number {
  if (isUniform(ranges)) return (hash) => uniformIndex(hash, ranges.length);
  return (hash) => searchRanges(ranges, hash);
}

/** Binary search in ranges that ascend and do not overlap; -1 when none holds the hash. */
function searchRanges(ranges: readonly ShardRange[], hash: number): number {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const { min, max } = ranges[middle]!;
    if (hash < min) high = middle;
    else if (hash > max) low = middle + 1;
    else return middle;
  }
  return -1;
}

/** Index of the shard that a row with this hash goes to, or what COPY says when there is none. */
export function findShard(ranges: readonly ShardRange[], hash: number): Result<number, PgError> {
  const index = shardFinder(ranges)(hash);
  return index < 0 ? err({ code: '55000', message: 'could not find shard for partition column value' }) : ok(index);
}

/** The split point that halves a range, its lower half the greater when it is odd; null when it holds one value. */
export function halvingPoint({ min, max }: ShardRange): number | null {
  return min === max ? null : Math.floor((min + max) / 2);
}
