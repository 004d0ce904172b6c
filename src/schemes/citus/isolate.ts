import type { PgError } from '../../hash/pgError.ts';
import { quoteIfNeeded } from '../../hash/pgKeywords.ts';
import { err, ok, type Result } from '../../lib/result.ts';
import type { ColocationGroup } from './colocation.ts';
import { type ShardRange, shardFinder } from './ranges.ts';
import { type ShardSplit, splitShard } from './split.ts';

export interface Isolation {
  /** Id of the shard whose range is the tenant's hash alone; keys of the same hash stay with it. */
  readonly shardId: number;
  readonly split: ShardSplit;
}

export interface Tenant {
  /** Name of the table that the call names. */
  readonly table: string;
  /** The value as text; Citus quotes it in a hint. */
  readonly text: string;
  /** The 32-bit hash of the value. */
  readonly hash: number;
}

/**
 * Gives the shard's part with the tenant's hash a range of its own, on the node where it is: all colocated shards are
 * split alike. Source: Citus 14, isolate_shards.c isolate_tenant_to_new_shard.
 * @param cascade true where the third argument is 'CASCADE'
 * @throws RangeError for a table that the group does not have
 */
export function isolateTenant(
  group: ColocationGroup,
  { table, text, hash }: Tenant,
  cascade: boolean,
  nextShardId: number,
): Result<Isolation, PgError> {
  const tableIndex = group.tables.findIndex(({ name }) => name === table);
  if (tableIndex < 0) throw new RangeError(`no table "${table}" in the group`);
  if (!cascade && group.tables.length > 1) return err(needsCascade(table, text));
  const index = shardFinder(group.ranges)(hash);
  // Citus raises this one without a code of its own.
  if (index < 0) return err({ code: 'XX000', message: 'tenant does not have a shard' });
  const wrong = checkIsolation(group, index, table);
  if (wrong !== null) return err(wrong);
  const points = isolationPoints(group.ranges[index]!, hash);
  const [nodeId] = group.nodeIds[index]!;
  const nodeIds = Array.from({ length: points.length + 1 }, () => nodeId!);
  const shardId = group.tables[tableIndex]!.shardIds[index]!;
  const split = splitShard(group, shardId, points, nodeIds, nextShardId, new Set(nodeIds));
  if (!split.ok) return split;
  const child = split.value.children.findIndex(({ min, max }) => min === hash && max === hash);
  return ok({ shardId: split.value.childIds[tableIndex]![child]!, split: split.value });
}

/** Where a range is split so that the hash has one of its own: at most three children. */
export function isolationPoints({ min, max }: ShardRange, hash: number): readonly number[] {
  if (hash === min) return [hash];
  return hash === max ? [hash - 1] : [hash - 1, hash];
}

function checkIsolation({ ranges, nodeIds }: ColocationGroup, index: number, table: string): PgError | null {
  const { min, max } = ranges[index]!;
  if (min === max) {
    const message = `table ${quoteIfNeeded(table)} has already been isolated for the given value`;
    return { code: '55000', message };
  }
  return nodeIds[index]!.length > 1
    ? { code: '0A000', message: 'cannot isolate tenants when using shard replication' }
    : null;
}

/** The names in the hint are as Citus prints them: not quoted. */
function needsCascade(table: string, text: string): PgError {
  return {
    code: '0A000',
    message: `cannot isolate tenant because "${table}" has colocated tables`,
    hint:
      'Use CASCADE option to isolate tenants for the colocated tables too. ' +
      `Example usage: isolate_tenant_to_new_shard('${table}', '${text}', 'CASCADE')`,
  };
}
