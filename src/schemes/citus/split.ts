import type { PgError } from '../../hash/pgError.ts';
import { err, ok, type Result } from '../../lib/result.ts';
import { type CitusTable, type ColocationGroup, locateShard } from './colocation.ts';
import { MAX_SHARD_COUNT, type ShardRange } from './ranges.ts';

export interface ShardSplit {
  /** Place of the shard that was split, among the shards of its table. */
  readonly index: number;
  readonly children: readonly ShardRange[];
  /** The colocated group after the split: children stand where their parent stood, in every table. */
  readonly group: ColocationGroup;
  /** Ids of the children of each table, in the order of the group's tables. */
  readonly childIds: readonly (readonly number[])[];
  /** What the id sequence gives next. */
  readonly nextShardId: number;
}

/** The shard to be split, as the checks and messages need it. */
export interface SplitTarget extends ShardRange {
  readonly shardId: number;
  /** Copies of each shard of the table. */
  readonly replication: number;
}

/**
 * Splits a shard and all shards colocated with it. Every child is copied, also one that stays on its node; ids are given
 * table by table.
 *
 *   [min ......... p0][p0 + 1 ......... p1][p1 + 1 ......... max]
 *
 * Source: Citus 14, shard_split.c SplitShard.
 * @param points the greatest hash value of each child but the last
 * @param nodeIds a node for each child
 * @param knownNodes ids in pg_dist_node
 * @throws RangeError for a shard that the group does not have
 */
export function splitShard(
  group: ColocationGroup,
  shardId: number,
  points: readonly number[],
  nodeIds: readonly number[],
  nextShardId: number,
  knownNodes: ReadonlySet<number>,
): Result<ShardSplit, PgError> {
  const place = locateShard(group, shardId);
  if (place === null) throw new RangeError(`no shard ${shardId} in the group`);
  const parent = group.ranges[place.index]!;
  const replication = group.nodeIds[place.index]!.length;
  const wrong = checkSplit({ shardId, ...parent, replication }, points, nodeIds, knownNodes);
  if (wrong !== null) return err(wrong);
  const children = childRanges(parent, points);
  const childIds = group.tables.map((_, table) =>
    children.map((__, child) => nextShardId + table * children.length + child),
  );
  return ok({
    index: place.index,
    children,
    group: {
      ranges: group.ranges.toSpliced(place.index, 1, ...children),
      nodeIds: group.nodeIds.toSpliced(place.index, 1, ...nodeIds.map((id) => [id])),
      tables: group.tables.map((table, index) => replaceShard(table, place.index, childIds[index]!)),
    },
    childIds,
    nextShardId: nextShardId + group.tables.length * children.length,
  });
}

function replaceShard({ name, shardIds }: CitusTable, index: number, children: readonly number[]): CitusTable {
  return { name, shardIds: shardIds.toSpliced(index, 1, ...children) };
}

function childRanges({ min, max }: ShardRange, points: readonly number[]): ShardRange[] {
  return [...points, max].map((last, index) => ({ min: index === 0 ? min : points[index - 1]! + 1, max: last }));
}

/** Null, or Citus' refusal; in Citus' order (ErrorIfCannotSplitShardExtended, GetWorkerNodesFromWorkerIds). */
export function checkSplit(
  target: SplitTarget,
  points: readonly number[],
  nodeIds: readonly number[],
  knownNodes: ReadonlySet<number>,
): PgError | null {
  const { replication, min, max, shardId } = target;
  if (replication > 1) {
    const message = `Operation split not supported for shard as replication factor '${replication}' is greater than 1.`;
    return { code: '0A000', message };
  }
  const count = points.length + 1;
  if (nodeIds.length !== count) {
    return syntaxError(
      'Number of worker node ids should be one greater split points. ' +
        `NodeId count is '${nodeIds.length}' and SplitPoint count is '${points.length}'.`,
    );
  }
  if (count > MAX_SHARD_COUNT) {
    const limit = `max shard count '${MAX_SHARD_COUNT}' limit`;
    return { code: 'XX000', message: `Resulting shard count '${count}' with split is greater than ${limit}.` };
  }
  if (min === max) {
    return syntaxError(`Cannot split shard id "${shardId}" as min/max range are equal: ('${min}', '${max}').`);
  }
  return checkPoints(target, points) ?? checkNodes(nodeIds, knownNodes);
}

function checkPoints({ min, max, shardId }: SplitTarget, points: readonly number[]): PgError | null {
  for (const [index, point] of points.entries()) {
    if (point < min || point > max) {
      return syntaxError(`Split point ${point} is outside the min/max range(${min}, ${max}) for shard id ${shardId}.`);
    }
    if (point === max) {
      return syntaxError(
        `Invalid split point ${max}, as split points should be inclusive. Please use ${max - 1} instead.`,
      );
    }
    const before = index === 0 ? null : points[index - 1]!;
    if (before !== null && point <= before) {
      return syntaxError(
        `Invalid Split Points '${before}' followed by '${point}'. All split points should be strictly increasing.`,
      );
    }
  }
  return null;
}

function checkNodes(nodeIds: readonly number[], knownNodes: ReadonlySet<number>): PgError | null {
  const unknown = nodeIds.find((id) => id < 1 || !knownNodes.has(id));
  return unknown === undefined ? null : { code: '25001', message: `Invalid Node Id '${unknown >>> 0}'.` };
}

function syntaxError(message: string): PgError {
  return { code: '42601', message };
}
