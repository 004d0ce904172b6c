import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { markDrained, planDrainAll, planDrainNode } from '../../../../src/schemes/citus/drain.ts';
import type { MovePlan } from '../../../../src/schemes/citus/movePlan.ts';
import { formatG } from '../../../../src/schemes/citus/notices.ts';
import { planMoves } from '../../../../src/schemes/citus/planMoves.ts';
import { applyMoves, movesByTable, planRebalance } from '../../../../src/schemes/citus/rebalance.ts';
import { byDiskSize, byShardCount } from '../../../../src/schemes/citus/strategy.ts';
import { groupOn, workers } from '../../../fixtures/citusGroups.ts';
import { groupsOf, nodesOf, readCitusVectors, strategyOf } from '../../../fixtures/citusVectors.ts';

/** `102 w1>w2`, one a move. */
function texts({ moves }: Pick<MovePlan, 'moves'>): string[] {
  return moves.map(({ shardId, source, target }) => `${shardId} ${source.name}>${target.name}`);
}

function planCase(id: string, maxLoggedIgnoredMoves = 5): MovePlan {
  const given = readCitusVectors().rebalanceCases.find((each) => each.id === id)!;
  return planMoves(nodesOf(given), groupsOf(given), strategyOf(given), { ...given.options, maxLoggedIgnoredMoves });
}

describe('notices are those of Citus', () => {
  test('a shard that may be nowhere', () => {
    expect(planCase('unit-06').notices).toEqual([
      { level: 'WARNING', message: 'Not allowed to move shard 4 anywhere from hostname2:5432' },
    ]);
  });

  test('the limit of moves', () => {
    expect(planCase('unit-18').notices.map(({ message }) => message)).toEqual([
      "Stopped searching before we were out of moves. Please rerun the rebalancer after it's finished for a more optimal placement.",
    ]);
  });

  test('one ignored move', () => {
    const { notices, ignored } = planCase('unit-35');
    expect(notices).toEqual([
      {
        level: 'NOTICE',
        message:
          'Ignoring move of shard 1 from a:5432 to b:5432, because the move only brings a small improvement relative to the shard its size',
        detail: 'The balance improvement of 0.5 is lower than the improvement_threshold of 0.6',
      },
      {
        level: 'NOTICE',
        message: 'Ignored 1 moves, all of which are shown in notices above',
        hint: 'If you do want these moves to happen, try changing improvement_threshold to a lower value than what it is now (0.6).',
      },
    ]);
    expect(ignored.map(({ shardId, improvement }) => [shardId, improvement])).toEqual([[1, 0.5]]);
  });

  test.each([
    ['unit-31', 5, 'Ignored 6 moves, 5 of which are shown in notices above'],
    ['unit-32', 1, 'Ignored 6 moves, 1 of which are shown in notices above'],
    ['unit-33', 10, 'Ignored 6 moves, all of which are shown in notices above'],
    ['unit-34', -1, 'Ignored 6 moves, all of which are shown in notices above'],
  ])('%s: of six ignored moves at most %i are told', (id, limit, total) => {
    const { notices } = planCase(id, limit);
    expect(notices.at(-1)?.message).toBe(total);
    expect(notices).toHaveLength((limit === 1 || limit === 5 ? limit : 6) + 1);
    expect(notices[0]?.detail).toBe(
      'The balance improvement of 0.025641 is lower than the improvement_threshold of 0.1',
    );
  });

  test('a threshold below what the strategy allows is raised', () => {
    const sizes = byDiskSize(() => 1_000_000_000);
    const low = planRebalance(workers(2), [groupOn([1, 2], 1)], sizes, { threshold: 0.005 });
    expect(low.notices).toEqual([
      {
        level: 'WARNING',
        message:
          'the given threshold is lower than the minimum threshold allowed by the rebalance strategy, using the minimum allowed threshold instead',
        detail: 'Using threshold of 0.01',
      },
    ]);
    expect(planRebalance(workers(2), [groupOn([1, 2], 1)], sizes, { threshold: 0.01 }).notices).toEqual([]);
  });

  test.each([
    [0.1, '0.1'],
    [Math.fround(0.1), '0.1'],
    [0, '0'],
    [1 / 3, '0.333333'],
    [0.000012345678, '1.23457e-05'],
    [0.0001, '0.0001'],
    [999999.5, '1e+06'],
    [123456, '123456'],
    [2.5e-101, '2.5e-101'],
  ])('%d is printed as %s', (value, text) => {
    expect(formatG(value)).toBe(text);
  });
});

describe('a whole cluster', () => {
  test('groups with fewer shards than nodes are balanced together, after the others', () => {
    const groups = [groupOn([1], 1), groupOn([2, 2, 2, 2], 10), groupOn([1], 2), groupOn([1, 1], 3)];
    expect(texts(planRebalance(workers(3), groups, byShardCount))).toEqual([
      '10 w2>w1',
      '11 w2>w3',
      '1 w1>w2',
      '2 w1>w3',
    ]);
  });

  test('nodes that should have no shards do not make a group small', () => {
    const groups = [groupOn([1, 1], 1), groupOn([1, 1], 3)];
    // Two lists of two: each evens out its own two nodes.
    expect(texts(planRebalance(workers(3, [3]), groups, byShardCount))).toEqual(['1 w1>w2', '3 w1>w2']);
    // Pooled, three nodes share four shards.
    expect(texts(planRebalance(workers(3), groups, byShardCount))).toEqual(['1 w1>w2', '2 w1>w3']);
  });

  test('excluded shards stay, and count for nothing', () => {
    const groups = [groupOn([1, 1, 1, 1], 1)];
    const options = { excludedShards: [1, 2] };
    expect(texts(planRebalance(workers(2), groups, byShardCount, options))).toEqual(['3 w1>w2']);
  });

  test('a move takes the shards of all colocated tables along', () => {
    const groups = [groupOn([1, 1], 1, ['a', 'b', 'c'])];
    const { moves } = planRebalance(workers(2), groups, byShardCount);
    expect(movesByTable(moves, groups).map(({ table, shardId, target }) => [table, shardId, target.name])).toEqual([
      ['a', 1, 'w2'],
      ['b', 3, 'w2'],
      ['c', 5, 'w2'],
    ]);
    expect(applyMoves(groups, moves)[0]!.nodeIds).toEqual([[2], [1]]);
  });

  test('copies of a shard never share a node', () => {
    const group = {
      ...groupOn([1, 1, 1], 1),
      nodeIds: [
        [1, 2],
        [1, 2],
        [1, 2],
      ],
    };
    const { moves } = planRebalance(workers(3), [group], byShardCount);
    const [after] = applyMoves([group], moves);
    expect(moves.length).toBe(2);
    for (const ids of after!.nodeIds) expect(new Set(ids).size).toBe(2);
  });

  test('a placement on an unknown node is an error', () => {
    expect(() => planRebalance(workers(1), [groupOn([1, 7], 1)], byShardCount)).toThrow(
      new RangeError('shard 2 is on node 7, which is not in the list'),
    );
  });

  test('by_disk_size ignores what its base cost hides, and a shard of no bytes costs 1', () => {
    const small = byDiskSize((id) => (id === 1 ? 3_000_000 : 1_000_000));
    expect(planRebalance(workers(2), [groupOn([1, 2, 2], 1)], small).moves).toEqual([]);
    expect(byDiskSize(() => 0).cost(1)).toBe(104_857_600);
    expect(byDiskSize(() => 0, 0).cost(1)).toBe(1);
  });
});

describe('draining', () => {
  // w1 holds four shards, w2 six, w3 none.
  const groups = [groupOn([1, 1, 1, 1, 2, 2, 2, 2, 2, 2], 1)];

  test('citus_drain_node deals out what the node holds, blind to what the others have', () => {
    expect(texts(planDrainNode(workers(3), groups, 1, byShardCount))).toEqual([
      '1 w1>w2',
      '2 w1>w3',
      '3 w1>w2',
      '4 w1>w3',
    ]);
  });

  test('drain_only fills the emptiest node first, and moves nothing else', () => {
    expect(texts(planDrainAll(workers(3, [1]), groups, byShardCount))).toEqual([
      '1 w1>w3',
      '2 w1>w3',
      '3 w1>w3',
      '4 w1>w3',
    ]);
  });

  test('of a group with copies everywhere nothing can be drained', () => {
    const everywhere = { ...groupOn([1], 1), nodeIds: [[1, 2]] };
    const plan = planDrainAll(workers(2, [2]), [everywhere], byShardCount);
    expect(plan.moves).toEqual([]);
    expect(plan.notices.map(({ message }) => message)).toEqual(['Not allowed to move shard 1 anywhere from w2:5432']);
  });
});

describe('any cluster', () => {
  const NODES = 6;
  const cluster = fc.record({
    nodeIds: fc.array(fc.integer({ min: 1, max: NODES }), { minLength: 1, maxLength: 24 }),
    costs: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 24, maxLength: 24 }),
    capacities: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: NODES, maxLength: NODES }),
    drained: fc.uniqueArray(fc.integer({ min: 1, max: NODES }), { maxLength: NODES - 1 }),
    threshold: fc.constantFrom(0, 0.1, 0.3),
    improvementThreshold: fc.constantFrom(0, 0.5),
  });
  const runs = { seed: 20_170_228, numRuns: 400 };

  test('is left within its thresholds, or with no move that is worth it; planned again, nothing moves', () => {
    let seenMoves = 0;
    fc.assert(
      fc.property(cluster, ({ nodeIds, costs, capacities, drained, threshold, improvementThreshold }) => {
        const nodes = markDrained(workers(NODES), new Set(drained));
        const strategy = {
          ...byShardCount,
          cost: (id: number) => costs[id - 1]!,
          capacity: ({ id }: { readonly id: number }) => capacities[id - 1]!,
          threshold,
          improvementThreshold,
        };
        const groups = [groupOn(nodeIds, 1)];
        const plan = planRebalance(nodes, groups, strategy);
        const after = applyMoves(groups, plan.moves);
        seenMoves += plan.moves.length;

        for (const { target } of plan.moves) expect(target.shouldHaveShards).toBe(true);
        for (const [id] of after[0]!.nodeIds) expect(drained).not.toContain(id);
        expect(planRebalance(nodes, after, strategy).moves).toEqual([]);

        // An oracle in plain numbers, from the description of the search.
        const fill = (id: number, extra = 0) =>
          (after[0]!.nodeIds.reduce((sum, [at], shard) => sum + (at === id ? costs[shard]! : 0), 0) + extra) /
          capacities[id - 1]!;
        const open = nodes.filter(({ shouldHaveShards }) => shouldHaveShards).map(({ id }) => id);
        const total = open.reduce((sum, id) => sum + fill(id) * capacities[id - 1]!, 0);
        const average = total / open.reduce((sum, id) => sum + capacities[id - 1]!, 0);
        const [lower, upper] = [(1 - threshold) * average, (1 + threshold) * average];
        const tiny = 1e-5;
        for (const [shard, [at]] of after[0]!.nodeIds.entries()) {
          for (const to of open) {
            const [source, target] = [fill(at!), fill(to)];
            if (to === at || source <= lower + tiny || target >= upper - tiny) continue;
            if (target >= lower - tiny && source <= upper + tiny) continue;
            // A move that leaves both nodes closer together than they were, by the full weight of the shard.
            expect(fill(to, costs[shard]!), `shard ${shard + 1} from ${at} to ${to}`).toBeGreaterThan(
              fill(at!, -costs[shard]!) - tiny,
            );
          }
        }
      }),
      runs,
    );
    expect(seenMoves).toBeGreaterThan(1000);
  });

  test('that was placed round robin is balanced already', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 64 }), fc.integer({ min: 1, max: 20 }), (shards, count) => {
        const dealt = Array.from({ length: shards }, (_, shard) => (shard % count) + 1);
        expect(planRebalance(workers(count), [groupOn(dealt, 1)], byShardCount).moves).toEqual([]);
      }),
      runs,
    );
  });
});
