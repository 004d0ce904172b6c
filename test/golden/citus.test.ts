import { describe, expect, test } from 'vitest';
import { shortHash } from '../../src/hash/textEntry.ts';
import type { ColocationGroup } from '../../src/schemes/citus/colocation.ts';
import { isolateTenant } from '../../src/schemes/citus/isolate.ts';
import type { MovePlan } from '../../src/schemes/citus/movePlan.ts';
import { findShard, isUniform, uniformRanges } from '../../src/schemes/citus/ranges.ts';
import { placeRoundRobin } from '../../src/schemes/citus/placement.ts';
import { planMoves } from '../../src/schemes/citus/planMoves.ts';
import { planRebalance, poolSmallGroups } from '../../src/schemes/citus/rebalance.ts';
import { splitShard } from '../../src/schemes/citus/split.ts';
import { byDiskSize, byShardCount } from '../../src/schemes/citus/strategy.ts';
import { groupsOf, nodesOf, type Range, type RebalanceCase, readCitusVectors, strategyOf } from '../fixtures/citusVectors.ts';

const vectors = readCitusVectors();

function toRange([min, max]: Range) {
  return { min, max };
}

function plan(given: RebalanceCase): MovePlan {
  const nodes = nodesOf(given);
  const options = { ...given.options, maxLoggedIgnoredMoves: 5 };
  return planMoves(nodes, poolSmallGroups(groupsOf(given), nodes.length), strategyOf(given), options);
}

function moveTexts({ nodes }: RebalanceCase, { moves }: MovePlan) {
  return moves.map(({ shardId, source, target }) => ({
    shardid: shardId,
    source: nodes[source.id - 1]!.name,
    target: nodes[target.id - 1]!.name,
  }));
}

describe('the rebalancer', () => {
  test.each(vectors.rebalanceCases.map((given) => [given.id, given.title, given] as const))(
    'plans %s as Citus: %s',
    (id, _title, given) => {
      const made = plan(given);
      const moves = moveTexts(given, made);
      // The SQL tests of Citus order their output by shard.
      const ordered = id === 'sql-03' ? moves.toSorted((a, b) => a.shardid - b.shardid) : moves;
      expect(ordered).toEqual(given.expectedMoves);
      expect(made.ignoredCount).toBe(given.expectedIgnoredMoves);
      if (given.expectedStoppedEarly !== undefined) expect(made.stoppedEarly).toBe(given.expectedStoppedEarly);
      if (given.expectedWarnings !== undefined) {
        expect(made.notices.filter(({ level }) => level === 'WARNING')).toHaveLength(given.expectedWarnings);
      }
    },
  );

  test.each(vectors.derivedRebalanceCases.map((given) => [given.title, given] as const))('derived: %s', (_title, given) => {
    const made = plan(given);
    expect(moveTexts(given, made)).toEqual(given.expectedMoves);
    expect(made.moves).toHaveLength(given.expectedMoveCount);
    expect(made.ignoredCount).toBe(0);
  });

  test('reads the same from the whole cluster: round-robin placement, by_shard_count, one more node', () => {
    for (const given of vectors.derivedRebalanceCases) {
      const nodes = nodesOf(given);
      const used = new Set(given.placements.map(({ node }) => node));
      const placed = placeRoundRobin(nodes.slice(0, used.size), given.placements.length);
      if (!placed.ok) throw new Error(placed.error.message);
      expect(placed.value).toEqual(groupsOf(given)[0]!.map(({ nodeId }) => [nodeId]));
      const shardIds = given.placements.map(({ shardid }) => shardid);
      const group = { ranges: uniformRanges(shardIds.length), nodeIds: placed.value, tables: [{ name: 't', shardIds }] };
      expect(moveTexts(given, planRebalance(nodes, [group], byShardCount))).toEqual(given.expectedMoves);
    }
  });

  test.each(['sql-02', 'sql-03'])('reads the same with the strategy by_disk_size: %s', (id) => {
    const given = vectors.rebalanceCases.find((each) => each.id === id)!;
    const bytes = new Map(given.placements.map(({ shardid, cost }) => [shardid, cost]));
    const placements = groupsOf(given)[0]!;
    const group = {
      ranges: uniformRanges(placements.length),
      nodeIds: placements.map(({ nodeId }) => [nodeId]),
      tables: [{ name: 't', shardIds: placements.map(({ shardId }) => shardId) }],
    };
    const made = planRebalance(nodesOf(given), [group], byDiskSize((shardId) => bytes.get(shardId)!, 0));
    expect(moveTexts(given, made)).toEqual(given.expectedMoves);
    expect(made.ignoredCount).toBe(given.expectedIgnoredMoves);
  });
});

describe('ranges', () => {
  test.each(vectors.rangeLayouts.map((layout) => [layout.shardCount, layout] as const))(
    'of %i shards are those of Citus',
    (shardCount, { ranges, maxMinusMin }) => {
      const made = uniformRanges(shardCount);
      expect(made).toEqual(ranges.map(toRange));
      expect(isUniform(made)).toBe(true);
      if (maxMinusMin !== undefined) expect(made.map(({ min, max }) => max - min)).toEqual(maxMinusMin);
    },
  );

  test.each(vectors.hashVectors.map(({ type, value, hash }) => [type, value, hash] as const))(
    'are of the hash that Citus computes: %s %s',
    (types, value, hash) => {
      for (const type of types.split('/')) expect(shortHash(type, String(value)), type).toBe(hash);
    },
  );

  test.each(vectors.shardLookup.map(({ shardCount, value, shardIndex }) => [value, shardCount, shardIndex] as const))(
    'hold the key %i of %i shards in shard %i',
    (value, shardCount, shardIndex) => {
      const found = findShard(uniformRanges(shardCount), shortHash('int4', String(value)));
      expect(found).toEqual({ ok: true, value: shardIndex });
    },
  );
});

describe('splits', () => {
  test.each(vectors.splitCases.map((given) => [given.id, given] as const))('%s', (_id, given) => {
    const { parent, splitPoints, children, nodes, childShardIds } = given;
    const nodeIds = nodes.map((name) => (name === 'worker1' ? 16 : 18));
    const group = singleShard(parent.shardid, [parent.min, parent.max]);
    const split = splitShard(group, parent.shardid, splitPoints, nodeIds, childShardIds[0]!, new Set([16, 18]));
    if (!split.ok) throw new Error(split.error.message);
    expect(split.value.children).toEqual(children.map(toRange));
    expect(split.value.childIds).toEqual([childShardIds]);
    expect(split.value.group.nodeIds).toEqual(nodeIds.map((id) => [id]));
  });

  // The sentences of Citus' own test of them, citus_split_shard_by_split_points_negative.
  const messages: Readonly<Record<string, string>> = {
    'node count must be split points + 1':
      "Number of worker node ids should be one greater split points. NodeId count is '2' and SplitPoint count is '2'.",
    'split point outside range':
      'Split point 0 is outside the min/max range(-2147483648, -1073741825) for shard id 49761300.',
    'not strictly increasing': "Invalid Split Points '50' followed by '35'. All split points should be strictly increasing.",
    'split point equals range maximum; use -1073741826':
      'Invalid split point -1073741825, as split points should be inclusive. Please use -1073741826 instead.',
    'min equals max, cannot split':
      `Cannot split shard id "49761300" as min/max range are equal: ('-1905060026', '-1905060026').`,
    '64001 shards > 64000 maximum':
      "Resulting shard count '64001' with split is greater than max shard count '64000' limit.",
    'not supported with replication factor > 1':
      "Operation split not supported for shard as replication factor '2' is greater than 1.",
  };

  test.each(vectors.splitErrors.map((given, index) => [given.error, index, given] as const))(
    'are refused as Citus refuses them: %s (%i)',
    (error, _index, given) => {
      const parent: Range = given.parent === 'any' ? [-2147483648, -1073741825] : given.parent;
      const many = Array.from({ length: 64_000 }, (_, i) => -2147483647 + i);
      const points = typeof given.splitPoints === 'string' ? many : (given.splitPoints ?? [-1073741826]);
      const group = singleShard(49761300, parent, given.replicationFactor ?? 1);
      const nodeIds = Array.from({ length: given.nodeCount ?? 2 }, () => 16);
      const refused = splitShard(group, 49761300, points, nodeIds, 1, new Set([16]));
      const expected = messages[error]!.replace("'35'", `'${points[1]}'`);
      expect(refused.ok ? null : refused.error.message).toBe(expected);
    },
  );
});

function singleShard(shardId: number, [min, max]: Range, replication = 1): ColocationGroup {
  const nodeIds = [Array.from({ length: replication }, (_, copy) => 16 + copy)];
  return { ranges: [{ min, max }], nodeIds, tables: [{ name: 'table_to_split', shardIds: [shardId] }] };
}

test('tenants are isolated one after the other as in multi_tenant_isolation', () => {
  const { steps, finalRanges, finalShardIdsFirstTable } = vectors.isolateCases;
  let next = 1_230_004;
  let group: ColocationGroup = {
    ranges: uniformRanges(2),
    nodeIds: [[1], [2]],
    tables: [
      { name: 'lineitem_streaming', shardIds: [1_230_000, 1_230_001] },
      { name: 'orders_streaming', shardIds: [1_230_002, 1_230_003] },
    ],
  };
  // Which table each call of the test names, and the id it prints.
  const calls = [
    ['lineitem_streaming', 1_230_005],
    ['lineitem_streaming', 1_230_011],
    ['orders_streaming', 1_230_032],
    ['orders_streaming', 1_230_038],
    ['lineitem_streaming', 1_230_040],
    ['orders_streaming', 1_230_047],
  ] as const;
  for (const [index, [table, shardId]] of calls.entries()) {
    const text = String(steps[index]);
    // Two transactions that were rolled back used up six ids each before this one.
    if (text === '102') next += 12;
    const made = isolateTenant(group, { table, text, hash: shortHash('int8', text) }, true, next);
    if (!made.ok) throw new Error(made.error.message);
    expect(made.value.shardId).toBe(shardId);
    group = made.value.split.group;
    next = made.value.split.nextShardId;
  }
  expect(group.ranges).toEqual(finalRanges.map(toRange));
  expect(group.tables[0]!.shardIds).toEqual(finalShardIdsFirstTable);
  expect(group.nodeIds.map(([id]) => id)).toEqual([1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2]);
});
