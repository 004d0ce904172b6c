import { getKeyType } from '../hash/getKeyType.ts';
import type { PgError } from '../hash/pgError.ts';
import { shortHash } from '../hash/textEntry.ts';
import { distributionColumn, type KeySpec } from '../keys/keySpec.ts';
import { createKeyTexts } from '../keys/keyText.ts';
import type { Result } from '../lib/result.ts';
import { locateShard } from '../schemes/citus/colocation.ts';
import { isolateTenant, isolationPoints } from '../schemes/citus/isolate.ts';
import { type ShardRange, shardFinder } from '../schemes/citus/ranges.ts';
import { type ShardSplit, splitShard } from '../schemes/citus/split.ts';
import { isolateTenantToShard, splitShardByPoints } from '../sql/citusStatements.ts';
import type { CitusPlan } from './citusPlan.ts';
import { written } from './citusSql.ts';
import type { Scenario } from './scenario.ts';

// Splits and isolations start from the cluster as it is before the change of nodes, and change nothing in the document.

/** A part of a shard with the id that it gets and the node it is on. */
export interface ChildShard extends ShardRange {
  readonly shardId: number;
  readonly node: string;
}

export interface SplitAnswer {
  readonly children: readonly ChildShard[];
  readonly statement: string;
}

export interface IsolationAnswer extends SplitAnswer {
  /** The 32-bit hash of the tenant. */
  readonly hash: number;
  /** Where it is now: the shard's place from 0, and its id. */
  readonly index: number;
  readonly parentId: number;
  readonly points: readonly number[];
  /** Id of the child with the tenant's hash alone. */
  readonly shardId: number;
}

/**
 * Splits the shard at place `index` at one point; the upper part goes to a node of the cluster before the change.
 * @returns Citus' refusal, or PostgreSQL's of a node name that no statement can hold
 */
export function planSplit(
  { change, nodes }: CitusPlan,
  index: number,
  point: number,
  upperNodeId: number,
): Result<SplitAnswer, PgError> {
  const { before } = change;
  const shardId = before.tables[0]!.shardIds[index]!;
  const nodeIds = [before.nodeIds[index]![0]!, upperNodeId];
  const known = new Set(nodes.flatMap(({ node, before: held }) => (held === null ? [] : [node.id])));
  const split = splitShard(before, shardId, [point], nodeIds, nextShardId(before.tables[0]!.shardIds), known);
  if (!split.ok) return split;
  const targets = nodeIds.map((id) => nodes[id - 1]!.node);
  return written(() => ({
    children: childrenOf(split.value, change.names),
    statement: splitShardByPoints(shardId, [point], targets, 'auto'),
  }));
}

/** Text of the first key of the scenario, as a tenant to begin with. */
export function firstTenant(keys: KeySpec): string {
  return createKeyTexts({ ...keys, columns: [distributionColumn(keys)] })(0)[0]!;
}

/**
 * Gives a tenant a shard of its own.
 * @param tenant a value of the distribution column as text
 * @returns PostgreSQL's refusal of the text, or Citus' of the isolation
 */
export function planIsolation(
  { change }: CitusPlan,
  { keys, table }: Scenario,
  tenant: string,
): Result<IsolationAnswer, PgError> {
  const { before } = change;
  const [only] = before.tables;
  const hashed = written(() => shortHash(getKeyType(distributionColumn(keys).type).id, tenant, keys.server));
  if (!hashed.ok) return hashed;
  const hash = hashed.value;
  const named = { table: only!.name, text: tenant, hash };
  const made = isolateTenant(before, named, false, nextShardId(only!.shardIds));
  if (!made.ok) return made;
  const { split, shardId } = made.value;
  const index = shardFinder(before.ranges)(hash);
  return written(() => ({
    hash,
    index,
    parentId: only!.shardIds[index]!,
    points: isolationPoints(before.ranges[index]!, hash),
    shardId,
    children: childrenOf(split, change.names),
    statement: isolateTenantToShard(table, tenant, false, 'auto'),
  }));
}

function nextShardId(shardIds: readonly number[]): number {
  return shardIds.at(-1)! + 1;
}

function childrenOf({ children, childIds, group }: ShardSplit, names: readonly string[]): ChildShard[] {
  return children.map(({ min, max }, child) => {
    const shardId = childIds[0]![child]!;
    const place = locateShard(group, shardId)!;
    return { shardId, min, max, node: names[group.nodeIds[place.index]![0]! - 1]! };
  });
}
