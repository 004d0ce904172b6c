import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  addCapacityStrategy,
  changeNodesScript,
  distributeTable,
  drainNode,
  isolateTenantToShard,
  setShouldHaveShards,
  showRebalancePlan,
  splitShardByPoints,
  startRebalance,
} from '../../../src/sql/citusStatements.ts';

// Functions with the argument lists of Citus, which note what they are called with.
const signatures: readonly string[] = [
  "citus_add_node(nodename text, nodeport int, groupid int = -1, noderole text = 'primary', nodecluster name = 'default')",
  'citus_remove_node(nodename text, nodeport int)',
  'citus_set_node_property(nodename text, nodeport int, property text, value boolean)',
  "citus_drain_node(nodename text, nodeport int, shard_transfer_mode citus.shard_transfer_mode = 'auto', rebalance_strategy name = NULL)",
  "citus_move_shard_placement(shard_id bigint, source_node_id int, target_node_id int, transfer_mode citus.shard_transfer_mode = 'auto')",
  "citus_move_shard_placement(shard_id bigint, source_node_name text, source_node_port int, target_node_name text, target_node_port int, shard_transfer_mode citus.shard_transfer_mode = 'auto')",
  "citus_split_shard_by_split_points(shard_id bigint, split_points text[], node_ids integer[], shard_transfer_mode citus.shard_transfer_mode = 'auto')",
  "isolate_tenant_to_new_shard(table_name regclass, tenant_id \"any\", cascade_option text = '', shard_transfer_mode citus.shard_transfer_mode = 'auto')",
  "create_distributed_table(table_name regclass, distribution_column text, distribution_type citus.distribution_type = 'hash', colocate_with text = 'default', shard_count int = NULL)",
  "citus_rebalance_start(rebalance_strategy name = NULL, drain_only boolean = false, shard_transfer_mode citus.shard_transfer_mode = 'auto', parallel_transfer_reference_tables boolean = false, parallel_transfer_colocated_shards boolean = false)",
  "get_rebalance_table_shards_plan(relation regclass = NULL, threshold real = NULL, max_shard_moves int = 1000000, excluded_shard_list bigint[] = '{}', drain_only boolean = false, rebalance_strategy name = NULL, improvement_threshold real = NULL)",
  'citus_add_rebalance_strategy(name name, shard_cost_function regproc, node_capacity_function regproc, shard_allowed_on_node_function regproc, default_threshold real, minimum_threshold real = 0, improvement_threshold real = 0)',
];

/** The function as one that stores its arguments; SQL functions take no "any", so the tenant is text here. */
function stub(signature: string): string {
  const typed = signature.replace('"any"', 'text');
  const name = typed.slice(0, typed.indexOf('('));
  const args = [...typed.slice(typed.indexOf('(') + 1, -1).matchAll(/(?:^|, )\w+ /g)].map((_, i) => `$${i + 1}`);
  return `CREATE FUNCTION ${typed} RETURNS void LANGUAGE sql AS
    $$ INSERT INTO calls (name, args) VALUES ('${name}', jsonb_build_array(${args.join(', ')})) $$;`;
}

let server: PGlite;
beforeAll(async () => {
  server = await PGlite.create();
  await server.exec(`
    CREATE SCHEMA citus;
    CREATE TYPE citus.shard_transfer_mode AS ENUM ('auto', 'force_logical', 'block_writes');
    CREATE TYPE citus.distribution_type AS ENUM ('hash', 'range', 'append');
    CREATE TABLE calls (id serial, name text, args jsonb);
    CREATE TABLE pg_dist_node (nodeid int, nodename text, nodeport int);
    CREATE TABLE public.orders (id bigint); CREATE TABLE public."Order ""lines""" (id bigint);
    CREATE FUNCTION citus_shard_cost_1(bigint) RETURNS real LANGUAGE sql AS 'SELECT 1::real';
    CREATE FUNCTION citus_shard_allowed_on_node_true(bigint, int) RETURNS boolean LANGUAGE sql AS 'SELECT true';
    INSERT INTO pg_dist_node VALUES (4, 'worker-1', 5432), (9, 'o''neil \\ 2', 5433);
    ${signatures.map(stub).join('\n')}`);
}, 240_000);
afterAll(() => server.close());
beforeEach(async () => {
  await server.exec('DELETE FROM calls');
});

/** Runs the statements, and gives the calls that arrived. */
async function callsOf(...statements: readonly string[]): Promise<readonly (readonly unknown[])[]> {
  for (const statement of statements) await server.exec(statement);
  const { rows } = await server.query<{ name: string; args: unknown[] }>('SELECT name, args FROM calls ORDER BY id');
  return rows.map(({ name, args }) => [name, ...args]);
}

const first = { id: 4, name: 'worker-1', port: 5432, shouldHaveShards: true };
const second = { id: 9, name: "o'neil \\ 2", port: 5433, shouldHaveShards: false };

describe('calls of Citus', () => {
  test('a change of nodes adds, empties and removes nodes around the moves', async () => {
    const moves = [
      { shardId: 102_009, source: second, target: first },
      { shardId: 102_008, source: second, target: first },
    ];
    const script = changeNodesScript({ joining: [first], leaving: [second], moves, mode: 'block_writes' });
    expect(await callsOf(script)).toEqual([
      ['citus_add_node', 'worker-1', 5432, -1, 'primary', 'default'],
      ['citus_set_node_property', "o'neil \\ 2", 5433, 'shouldhaveshards', false],
      ['citus_move_shard_placement', 102_009, "o'neil \\ 2", 5433, 'worker-1', 5432, 'block_writes'],
      ['citus_move_shard_placement', 102_008, "o'neil \\ 2", 5433, 'worker-1', 5432, 'block_writes'],
      ['citus_remove_node', "o'neil \\ 2", 5433],
    ]);
  });

  test('a change of nodes without moves says nothing of moves', () => {
    const script = changeNodesScript({ joining: [first], leaving: [], moves: [], mode: 'auto' });
    expect(script).toBe("-- nodes that join\nSELECT citus_add_node('worker-1', 5432);\n");
  });

  test('a split finds the ids of its nodes in the catalog', async () => {
    const split = splitShardByPoints(102_008, [-1_073_741_824, -5], [first, second, first], 'auto');
    expect(await callsOf(split)).toEqual([
      ['citus_split_shard_by_split_points', 102_008, ['-1073741824', '-5'], [4, 9, 4], 'auto'],
    ]);
  });

  test('a tenant is isolated from a table with any name', async () => {
    const table = { schema: 'public', name: 'Order "lines"' };
    const calls = await callsOf(
      isolateTenantToShard(table, "it's", true, 'force_logical'),
      isolateTenantToShard({ schema: null, name: 'orders' }, '5', false, 'auto'),
    );
    expect(calls).toEqual([
      ['isolate_tenant_to_new_shard', '"Order ""lines"""', "it's", 'CASCADE', 'force_logical'],
      ['isolate_tenant_to_new_shard', 'orders', '5', '', 'auto'],
    ]);
  });

  test('tables are distributed alone or beside another', async () => {
    const orders = { schema: 'public', name: 'orders' };
    const lines = { schema: 'public', name: 'Order "lines"' };
    const calls = await callsOf(distributeTable(orders, 'id', 64), distributeTable(lines, 'id', 64, orders));
    expect(calls).toEqual([
      ['create_distributed_table', 'orders', 'id', 'hash', 'none', 64],
      ['create_distributed_table', '"Order ""lines"""', 'id', 'hash', 'public.orders', null],
    ]);
  });

  test('nodes are drained, marked and rebalanced', async () => {
    const calls = await callsOf(
      drainNode(second, 'block_writes', 'by_shard_count'),
      drainNode(first, 'auto'),
      setShouldHaveShards(first, true),
      startRebalance('by_disk_size', true, 'auto'),
      showRebalancePlan('by_shard_count'),
    );
    expect(calls).toEqual([
      ['citus_drain_node', "o'neil \\ 2", 5433, 'block_writes', 'by_shard_count'],
      ['citus_drain_node', 'worker-1', 5432, 'auto', null],
      ['citus_set_node_property', 'worker-1', 5432, 'shouldhaveshards', true],
      ['citus_rebalance_start', 'by_disk_size', true, 'auto', false, false],
      ['get_rebalance_table_shards_plan', null, null, 1_000_000, [], false, 'by_shard_count', null],
    ]);
  });

  test('a strategy of one’s own gives nodes the capacities of a list, and 1 to the others', async () => {
    const calls = await callsOf(...addCapacityStrategy("by 'weight'", [[second, 2.5]]));
    expect(calls).toEqual([
      [
        'citus_add_rebalance_strategy',
        "by 'weight'",
        'citus_shard_cost_1',
        '"by \'weight\'_capacity"',
        'citus_shard_allowed_on_node_true',
        0,
        0,
        0,
      ],
    ]);
    const { rows } = await server.query(
      `SELECT public."by 'weight'_capacity"(4) AS other, public."by 'weight'_capacity"(9) AS listed`,
    );
    expect(rows).toEqual([{ other: 1, listed: 2.5 }]);
  });
});
