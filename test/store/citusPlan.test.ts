import { describe, expect, it } from 'vitest';
import { shortHash } from '../../src/hash/textEntry.ts';
import { createKeyTexts } from '../../src/keys/keyText.ts';
import { findShard, uniformRanges } from '../../src/schemes/citus/ranges.ts';
import type { SchemeSpec } from '../../src/schemes/fields.ts';
import type { NodeSpec } from '../../src/schemes/nodes.ts';
import type { SchemeConfig } from '../../src/schemes/scheme.ts';
import { citusHashesOf, countInRanges, MAX_HASHED_ROWS } from '../../src/store/citusHashes.ts';
import { type CitusPlan, citusPlanOf, isReadilyPlanned } from '../../src/store/citusPlan.ts';
import { firstTenant, planIsolation, planSplit } from '../../src/store/citusShards.ts';
import { citusQuestion, citusScript, firstNoHost } from '../../src/store/citusSql.ts';
import { defaultScenario, newCompared, newNode, type Scenario } from '../../src/store/scenario.ts';
import { readCitusVectors } from '../fixtures/citusVectors.ts';
import { nodesOf, resized } from '../fixtures/nodes.ts';
import { createTestApp } from '../fixtures/services.ts';

function citusSpec(config: SchemeConfig): SchemeSpec {
  return { scheme: 'citus', config: { ...newCompared('citus').config, ...config } };
}

function scenario(nodes: readonly NodeSpec[], config: SchemeConfig = {}, patch: Partial<Scenario> = {}): Scenario {
  return { ...defaultScenario, nodes, compare: [citusSpec(config)], ...patch };
}

function planOf(document: Scenario): CitusPlan {
  const plan = citusPlanOf(document);
  if (plan?.ok !== true) throw new Error(JSON.stringify(plan));
  return plan.value;
}

function unwrap<T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown },
): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

const { derivedRebalanceCases } = readCitusVectors();

describe('the plan of Citus for a document', () => {
  it.each(derivedRebalanceCases.map((given) => [given.title, given] as const))('has the moves of %s', (_, given) => {
    const used = new Set(given.placements.map(({ node }) => node));
    const nodes = given.nodes.map(({ name }) => newNode(name, used.has(name) ? 'up' : 'joining'));
    const { moves } = planOf(scenario(nodes, { shardCount: given.placements.length }));
    expect(moves).toHaveLength(given.expectedMoveCount!);
    expect(moves.map(({ shardId, source, target }) => ({ shardid: shardId, source, target }))).toEqual(
      given.expectedMoves,
    );
    expect(moves.every(({ why, cost }) => why === 'level' && cost === 1)).toBe(true);
  });

  it('counts the shards of each node before and after, with nothing where a node is not there', () => {
    const { nodes, moves } = planOf(scenario(nodesOf('a', 'b', '-c', '+d')));
    expect(nodes.map(({ name, before, after, utilization }) => [name, before, after, utilization])).toEqual([
      ['a', 11, 11, 11],
      ['b', 11, 11, 11],
      ['c', 10, null, null],
      ['d', null, 10, 10],
    ]);
    expect(moves).toHaveLength(10);
    expect(moves.every(({ why, source, target }) => why === 'drain' && source === 'c' && target === 'd')).toBe(true);
  });

  it('is made once for each document, and not at all where Citus is not compared', () => {
    const document = scenario(resized(4, 6));
    expect(citusPlanOf(document)).toBe(citusPlanOf(document));
    expect(citusPlanOf({ ...document })).not.toBe(citusPlanOf(document));
    expect(citusPlanOf({ ...document, compare: [newCompared('jump')] })).toBeNull();
  });

  it('waits to be asked for where there are very many shards', () => {
    expect(isReadilyPlanned(citusSpec({ shardCount: 8192 }))).toBe(true);
    expect(isReadilyPlanned(citusSpec({ shardCount: 8193 }))).toBe(false);
  });

  it('refuses two names of one address', () => {
    const plan = citusPlanOf(scenario(nodesOf('a', 'a:5432')));
    expect(plan).toMatchObject({ ok: false, error: { id: 'citusAddressTwice' } });
  });

  it('gives weights to the strategy by capacity alone', () => {
    const nodes = nodesOf('a', 'b*3');
    const counts = (config: SchemeConfig) => planOf(scenario(nodes, config)).nodes.map(({ before }) => before);
    expect(counts({ rebalanceStrategy: 'by_capacity' })).toEqual([8, 24]);
    expect(counts({ rebalanceStrategy: 'by_shard_count' })).toEqual([16, 16]);
  });
});

describe('why no move is planned', () => {
  it('is that all nodes are within the threshold', () => {
    const { balance, moves } = planOf(scenario(resized(4, 4)));
    expect(moves).toEqual([]);
    expect(balance).toMatchObject({ lower: 8, upper: 8, average: 8, least: 8, most: 8, idle: { kind: 'within' } });
  });

  it('is that the threshold of by_disk_size lets nodes differ', () => {
    const document = scenario(resized(12, 12), { shardCount: 125, rebalanceStrategy: 'by_disk_size' });
    const { balance } = planOf(document);
    expect(balance.idle).toEqual({ kind: 'within' });
    expect(balance.most).toBeGreaterThan(balance.least);
    expect(balance.upper / balance.average).toBeCloseTo(1.1, 6);
    expect(balance.lower / balance.average).toBeCloseTo(0.9, 6);
  });

  it('is that no move would even out 3 and 2 shards', () => {
    const { balance } = planOf(scenario(nodesOf('a', 'b', 'c'), { shardCount: 8 }));
    expect(balance).toMatchObject({ least: 2, most: 3, average: Math.fround(8 / 3) });
    expect(balance.idle).toEqual({
      kind: 'useless',
      shardId: 102_015,
      source: 'b',
      target: 'c',
      sourceNow: 3,
      sourceThen: 2,
      targetNow: 2,
      targetThen: 3,
    });
  });

  it('is that every move would gain too little', () => {
    const keys = { ...defaultScenario.keys, rows: 10_000_000 };
    const config = { shardCount: 100, rebalanceStrategy: 'by_disk_size', rowBytes: 1000 };
    const { balance, change } = planOf(scenario(resized(40, 40), config, { keys }));
    expect(balance.idle).toEqual({ kind: 'ignored', count: change.plan.ignoredCount });
    expect(change.plan.ignoredCount).toBeGreaterThan(5);
    expect(change.plan.notices).toHaveLength(6);
    expect(change.plan.notices[0]!.message).toMatch(/^Ignoring move of shard \d+ from n\d+:5432 to n\d+:5432, because/);
  });

  it('is no question where moves are planned', () => {
    expect(planOf(scenario(resized(4, 6))).balance.idle).toBeNull();
  });
});

describe('the statements', () => {
  it('let nodes join, move shards in the order of the plan, and let nodes leave', () => {
    const plan = planOf(scenario(nodesOf('a', '-b', '+c'), { shardCount: 2 }));
    expect(unwrap(citusScript(plan))).toBe(`-- nodes that join
SELECT citus_add_node('c', 5432);

-- no new shard for nodes that leave
SELECT citus_set_node_property('b', 5432, 'shouldhaveshards', false);

-- each move takes the colocated shards along
SELECT citus_move_shard_placement(102009, 'b', 5432, 'c', 5432, shard_transfer_mode := 'auto');

-- nodes that leave are empty now
SELECT citus_remove_node('b', 5432);
`);
  });

  it('are none where nothing changes', () => {
    expect(citusScript(planOf(scenario(resized(2, 2))))).toEqual({ ok: true, value: '' });
  });

  it('quote names, and are refused where PostgreSQL can’t receive one', () => {
    expect(unwrap(citusScript(planOf(scenario(nodesOf('a', "+o'c"))))).split('\n')[1]).toBe(
      "SELECT citus_add_node('o''c', 5432);",
    );
    expect(citusScript(planOf(scenario(nodesOf('a', '+b\0'))))).toMatchObject({ ok: false, error: { code: '22021' } });
  });

  it('ask for the plan of the same strategy, which is made first where it is one’s own', () => {
    const ask = (rebalanceStrategy: string) =>
      unwrap(citusQuestion(planOf(scenario(nodesOf('a', 'b*3'), { rebalanceStrategy }))));
    expect(ask('by_disk_size')).toBe(
      "SELECT * FROM get_rebalance_table_shards_plan(rebalance_strategy := 'by_disk_size');",
    );
    expect(ask('by_capacity')).toContain("('a', 5432, 1),\n    ('b', 5432, 3)");
    expect(ask('by_capacity')).toMatch(
      /citus_add_rebalance_strategy\('by_capacity', .*\n.*get_rebalance_table_shards_plan/,
    );
  });

  it('name the first node whose name no host can have', () => {
    expect(firstNoHost(planOf(defaultScenario))).toBe('node 1');
    expect(firstNoHost(planOf(scenario(nodesOf('worker-1', 'db.example.org', '10.0.0.1:5433'))))).toBeNull();
    expect(firstNoHost(planOf(scenario(nodesOf('worker-1', 'worker_2'))))).toBe('worker_2');
  });
});

describe('rows of shards', () => {
  it('are those of every key by the 32-bit hash of its first column', () => {
    const keys = { ...defaultScenario.keys, rows: 20_000 };
    const ranges = uniformRanges(32);
    const expected = ranges.map(() => 0);
    const textsOf = createKeyTexts(keys);
    for (let row = 0; row < keys.rows; row++) {
      const found = findShard(ranges, shortHash('int8', textsOf(row)[0]!));
      if (found.ok) expected[found.value]!++;
    }
    expect(countInRanges(citusHashesOf(keys)!, ranges)).toEqual(expected);
  });

  it('move as many as the comparison counts', async () => {
    const document = scenario(nodesOf('a', 'b', '-c', '+d', '+e'), { shardCount: 50 });
    const { before, after } = planOf(document).change;
    const rows = countInRanges(citusHashesOf(document.keys)!, before.ranges);
    const moved = rows.filter((_, index) => before.nodeIds[index]![0] !== after.nodeIds[index]![0]);
    const app = createTestApp(document);
    const done = await new Promise((resolve) => {
      app.store.subscribe(({ comparison }) => comparison.done !== null && resolve(comparison.done));
    });
    expect(done).toMatchObject({
      reply: { schemes: [{ ok: true, value: { moved: moved.reduce((sum, count) => sum + count, 0) } }] },
    });
  });

  it('are not counted while the reader waits where there are many', () => {
    expect(citusHashesOf({ ...defaultScenario.keys, rows: MAX_HASHED_ROWS + 1 })).toBeNull();
  });
});

describe('a split', () => {
  const plan = planOf(scenario(nodesOf('a', '-b', '+c'), { shardCount: 4 }));

  it('makes two ranges, the upper one on the node that is asked for', () => {
    const answer = unwrap(planSplit(plan, 0, -1_610_612_737, 2));
    expect(answer.children).toEqual([
      { shardId: 102_012, min: -2_147_483_648, max: -1_610_612_737, node: 'a' },
      { shardId: 102_013, min: -1_610_612_736, max: -1_073_741_825, node: 'b' },
    ]);
    expect(answer.statement).toBe(`SELECT citus_split_shard_by_split_points(102008, ARRAY['-1610612737'], ARRAY[
    (SELECT nodeid FROM pg_dist_node WHERE nodename = 'a' AND nodeport = 5432),
    (SELECT nodeid FROM pg_dist_node WHERE nodename = 'b' AND nodeport = 5432)
  ], 'auto');`);
  });

  it.each([
    [0, 'Split point 0 is outside the min/max range(-2147483648, -1073741825) for shard id 102008.'],
    [
      -1_073_741_825,
      'Invalid split point -1073741825, as split points should be inclusive. Please use -1073741826 instead.',
    ],
  ])('at %i is refused in the words of Citus', (point, message) => {
    expect(planSplit(plan, 0, point, 1)).toEqual({ ok: false, error: { code: '42601', message } });
  });

  it('knows no node that only joins with the change', () => {
    expect(planSplit(plan, 0, -1_610_612_737, 3)).toMatchObject({ error: { message: "Invalid Node Id '3'." } });
  });
});

describe('an isolation', () => {
  const document = scenario(resized(2, 3), { shardCount: 4 });
  const plan = planOf(document);

  it('gives the hash of the tenant a shard of its own where it is', () => {
    // hashint8(1) = -1905060026, in the first quarter.
    expect(unwrap(planIsolation(plan, document, '1'))).toEqual({
      hash: -1_905_060_026,
      index: 0,
      parentId: 102_008,
      points: [-1_905_060_027, -1_905_060_026],
      shardId: 102_013,
      children: [
        { shardId: 102_012, min: -2_147_483_648, max: -1_905_060_027, node: 'n1' },
        { shardId: 102_013, min: -1_905_060_026, max: -1_905_060_026, node: 'n1' },
        { shardId: 102_014, min: -1_905_060_025, max: -1_073_741_825, node: 'n1' },
      ],
      statement: "SELECT isolate_tenant_to_new_shard('orders', '1', shard_transfer_mode := 'auto');",
    });
  });

  it('needs one split point where the hash is at an end of its range', () => {
    // Their hashes are the least and the greatest there are.
    expect(unwrap(planIsolation(plan, document, '-1995148554')).points).toEqual([-2_147_483_648]);
    expect(unwrap(planIsolation(plan, document, '-1686493264')).points).toEqual([2_147_483_646]);
  });

  it('refuses a text in the words of PostgreSQL', () => {
    expect(planIsolation(plan, document, 'x')).toMatchObject({
      error: { code: '22P02', message: 'invalid input syntax for type bigint: "x"' },
    });
  });

  it('takes the default operator class of the type, as Citus does', () => {
    const column = {
      name: 'code',
      type: 'text',
      operatorClass: 'bpchar_ops',
      source: { kind: 'text', prefix: 'k ', start: 1, pad: 0 },
    } as const;
    const texts = { ...document, keys: { ...document.keys, columns: [column] } };
    expect(unwrap(planIsolation(planOf(texts), texts, 'ab ')).hash).toBe(shortHash('text', 'ab '));
    expect(citusHashesOf(texts.keys)![0]).toBe(shortHash('text', firstTenant(texts.keys)));
  });

  it('begins with the first key', () => {
    expect(firstTenant(document.keys)).toBe('1');
  });
});
