import type { ShardRange } from './ranges.ts';

/** A distributed table; shard i has the range and the nodes of shard i of its group. */
export interface CitusTable {
  readonly name: string;
  readonly shardIds: readonly number[];
}

/** Tables whose shards are cut alike and lie, move, split and are isolated together. */
export interface ColocationGroup {
  /** Ascending. */
  readonly ranges: readonly ShardRange[];
  /** Ids of the nodes of shard i, as many as the replication factor. */
  readonly nodeIds: readonly (readonly number[])[];
  /** In the order that they were distributed; the first one stands for the group in plans. */
  readonly tables: readonly CitusTable[];
}

/** The first shard id of a fresh cluster. */
export const FIRST_SHARD_ID = 102_008;

/** Table and place of a shard; null for an id that no table of the group has. */
export function locateShard(
  { tables }: ColocationGroup,
  shardId: number,
): { readonly table: number; readonly index: number } | null {
  for (const [table, { shardIds }] of tables.entries()) {
    const index = shardIds.indexOf(shardId);
    if (index >= 0) return { table, index };
  }
  return null;
}
