import { describe, expect, test } from 'vitest';
import { followChange } from '../../../../src/schemes/citus/followChange.ts';
import { byShardCount } from '../../../../src/schemes/citus/strategy.ts';
import { defaultConfig } from '../../../../src/schemes/config.ts';
import { citus } from '../../../../src/schemes/members/citus.ts';
import { equalMembers, type Member } from '../../../../src/schemes/nodes.ts';
import { schemeKeys } from '../../../fixtures/schemeKeys.ts';

const KEYS = 1_000_000;
const config = defaultConfig(citus.fields);

function members(names: readonly string[], weights: readonly number[] = []): Member[] {
  return names.map((name, index) => ({ name, weight: weights[index] ?? 1 }));
}

/** Shards of each node after the change. */
function shardsAfter(before: readonly Member[], after: readonly Member[], strategy: string, shardCount = 32): number[] {
  const pair = citus.prepare({ ...config, rebalanceStrategy: strategy, shardCount }, { before, after }, KEYS);
  const held = after.map(() => 0);
  const { starts, owners } = pair.after.circle!.arcs;
  for (const [i, owner] of owners.entries()) held[owner]! += ((starts[i + 1] ?? 1) - starts[i]!) * shardCount;
  return held;
}

describe('the scheme', () => {
  const keys = schemeKeys(KEYS, 7);

  test.each([
    ['32 shards, 4 -> 5', 32, 4, 5, 6 / 32],
    ['32 shards, 2 -> 3', 32, 2, 3, 10 / 32],
    ['32 shards, 4 -> 3', 32, 4, 3, 8 / 32],
    ['8 shards, 2 -> 4', 8, 2, 4, 4 / 8],
    ['7 shards, 2 -> 3', 7, 2, 3, null],
    ['64 000 shards, 10 -> 11', 64_000, 10, 11, null],
  ] as const)('moves a million keys within 4 deviations of theory: %s', (_title, shardCount, from, to, expected) => {
    const change = { before: equalMembers(from), after: equalMembers(to) };
    const { before, after, theory } = citus.prepare({ ...config, shardCount }, change, KEYS);
    const old = new Uint16Array(KEYS);
    const now = new Uint16Array(KEYS);
    before.route(keys, KEYS, old);
    after.route(keys, KEYS, now);
    const moved = old.reduce((sum, owner, i) => sum + (owner === now[i] ? 0 : 1), 0);
    if (expected !== null) expect(theory).toEqual({ kind: 'exact', fraction: expected });
    const deviation = Math.sqrt((theory.fraction * (1 - theory.fraction)) / KEYS);
    expect(Math.abs(moved / KEYS - theory.fraction)).toBeLessThanOrEqual(4 * deviation);
  });

  test('deals shards out in the order of node names, not of the list', () => {
    const before = members(['worker-2', 'worker-10']);
    const { before: router } = citus.prepare(config, { before, after: before }, KEYS);
    expect([...router.circle!.arcs.owners].slice(0, 4)).toEqual([1, 0, 1, 0]);
  });

  test('empties nodes that leave onto those that join', () => {
    const { nodes, plan, after } = followChange(
      { before: members(['a', 'b']), after: members(['b', 'c']) },
      8,
      () => byShardCount,
    );
    expect(nodes.map(({ id, name, shouldHaveShards }) => [id, name, shouldHaveShards])).toEqual([
      [1, 'a', false],
      [2, 'b', true],
      [3, 'c', true],
    ]);
    expect(plan.moves.map(({ source, target }) => source.name + target.name)).toEqual(['ac', 'ac', 'ac', 'ac']);
    expect(after.nodeIds.flat().toSorted((x, y) => x - y)).toEqual([2, 2, 2, 2, 3, 3, 3, 3]);
  });

  test('heeds weights as capacities of a strategy of one’s own only', () => {
    const before = members(['a', 'b'], [1, 2]);
    const after = members(['a', 'b', 'c'], [1, 2, 5]);
    expect(shardsAfter(before, after, 'by_capacity')).toEqual([4, 8, 20]);
    expect(shardsAfter(before, after, 'by_shard_count').toSorted()).toEqual([10, 11, 11]);
    expect(citus.traits({ ...config, rebalanceStrategy: 'by_capacity' }).weights).toBe(true);
    expect(citus.traits(config).weights).toBe(false);
    const still = citus.prepare({ ...config, rebalanceStrategy: 'by_capacity' }, { before, after: before }, KEYS);
    expect(still.theory.fraction).toBe(0);
  });

  test('by_disk_size moves less than by_shard_count, because a tenth more or less is near enough', () => {
    const [before, after] = [equalMembers(10), equalMembers(11)];
    const moved = (rebalanceStrategy: string) =>
      citus.prepare({ ...config, rebalanceStrategy, shardCount: 1000 }, { before, after }, KEYS).theory.fraction;
    expect(moved('by_disk_size')).toBeLessThan(moved('by_shard_count'));
    expect(moved('by_disk_size')).toBeGreaterThan(0.07);
  });

  test('with fewer shards than nodes leaves nodes empty', () => {
    const held = shardsAfter(equalMembers(2), equalMembers(4), 'by_shard_count', 3);
    // Ranges of three shards are not of one width.
    expect(held.map(Math.round).toSorted()).toEqual([0, 1, 1, 1]);
  });

  test('refuses two names of one address', () => {
    const two = members(['db', 'db:5432']);
    const expected = { id: 'citusAddressTwice', params: { value: 'db:5432', address: 'db:5432' } };
    expect(citus.check(config, { before: two, after: two })).toEqual(expected);
    expect(citus.check(config, { before: two.slice(0, 1), after: two.slice(1) })).toEqual(expected);
    expect(citus.check(config, { before: two.slice(0, 1), after: members(['db', 'db:5433']) })).toBeNull();
  });
});
