import type { ShardMove } from '../schemes/citus/movePlan.ts';
import type { CitusAddress, CitusNode } from '../schemes/citus/placement.ts';
import { commentText, dollarQuote, qualifiedName, quoteLiteral } from './quote.ts';

// Calls of Citus' functions, one statement each, with the argument lists of Citus 14. They run on the coordinator.

/** How rows travel; `auto` is logical replication, and an error for tables without a replica identity. */
export type TransferMode = 'auto' | 'force_logical' | 'block_writes';

export interface CitusTableName {
  readonly schema: string | null;
  readonly name: string;
}

export function addNode(node: CitusAddress): string {
  return call('citus_add_node', address(node));
}

/** A node must hold no shard when it is removed. */
export function removeNode(node: CitusAddress): string {
  return call('citus_remove_node', address(node));
}

/** From then on the rebalancer empties the node, or may use it again. */
export function setShouldHaveShards(node: CitusAddress, value: boolean): string {
  return call('citus_set_node_property', [...address(node), "'shouldhaveshards'", String(value)]);
}

/** Empties a node as planDrainNode() foresees it. */
export function drainNode(node: CitusAddress, mode: TransferMode, strategy: string | null = null): string {
  return call('citus_drain_node', [
    ...address(node),
    `shard_transfer_mode := ${quoteLiteral(mode)}`,
    ...named('rebalance_strategy', strategy),
  ]);
}

/** Moves a shard with all that are colocated with it. */
export function moveShard({ shardId, source, target }: ShardMove, mode: TransferMode): string {
  return call('citus_move_shard_placement', [
    String(shardId),
    ...address(source),
    ...address(target),
    `shard_transfer_mode := ${quoteLiteral(mode)}`,
  ]);
}

/** @param nodes one for each child; their ids are read from the catalog */
export function splitShardByPoints(
  shardId: number,
  points: readonly number[],
  nodes: readonly CitusAddress[],
  mode: TransferMode,
): string {
  const texts = points.map((point) => quoteLiteral(String(point)));
  return call('citus_split_shard_by_split_points', [
    String(shardId),
    `ARRAY[${texts.join(', ')}]`,
    `ARRAY[\n    ${nodes.map(nodeIdOf).join(',\n    ')}\n  ]`,
    quoteLiteral(mode),
  ]);
}

/** @param tenant the value as text: Citus reads it as a value of the distribution column's type */
export function isolateTenantToShard(
  table: CitusTableName,
  tenant: string,
  cascade: boolean,
  mode: TransferMode,
): string {
  return call('isolate_tenant_to_new_shard', [
    tableLiteral(table),
    quoteLiteral(tenant),
    ...(cascade ? ["'CASCADE'"] : []),
    `shard_transfer_mode := ${quoteLiteral(mode)}`,
  ]);
}

/** @param colocateWith another distributed table, or null for a group of its own */
export function distributeTable(
  table: CitusTableName,
  column: string,
  shardCount: number,
  colocateWith: CitusTableName | null = null,
): string {
  const partner = colocateWith === null ? quoteLiteral('none') : tableLiteral(colocateWith);
  // Only a group of its own can have a shard count of its own.
  const count = colocateWith === null ? [`shard_count := ${shardCount}`] : [];
  return call('create_distributed_table', [
    tableLiteral(table),
    quoteLiteral(column),
    `colocate_with := ${partner}`,
    ...count,
  ]);
}

/** What the rebalancer would do now. */
export function showRebalancePlan(strategy: string): string {
  const source = `get_rebalance_table_shards_plan(rebalance_strategy := ${quoteLiteral(strategy)})`;
  return `SELECT * FROM ${source};`;
}

/** Rebalances in the background; citus_rebalance_status() tells how far it is. */
export function startRebalance(strategy: string, drainOnly: boolean, mode: TransferMode): string {
  return call('citus_rebalance_start', [
    `rebalance_strategy := ${quoteLiteral(strategy)}`,
    `drain_only := ${drainOnly}`,
    `shard_transfer_mode := ${quoteLiteral(mode)}`,
  ]);
}

/** A strategy that counts shards and takes the capacities of nodes from a list; a node not listed counts 1. */
export function addCapacityStrategy(
  name: string,
  capacities: readonly (readonly [CitusAddress, number])[],
): readonly string[] {
  const rows = capacities.map(([node, capacity]) => `    (${[...address(node), String(capacity)].join(', ')})`);
  const query = [
    '',
    '  SELECT coalesce(max(listed.capacity), 1)::real',
    '  FROM pg_dist_node JOIN (VALUES',
    rows.join(',\n'),
    '  ) AS listed (name, port, capacity) ON (nodename, nodeport) = (listed.name, listed.port)',
    '  WHERE nodeid = $1',
    '',
  ].join('\n');
  const capacity = qualifiedName('public', `${name}_capacity`);
  const functions = ['citus_shard_cost_1', capacity, 'citus_shard_allowed_on_node_true'].map(quoteLiteral);
  return [
    `CREATE FUNCTION ${capacity}(node_id integer) RETURNS real LANGUAGE sql STABLE AS ${dollarQuote(query)};`,
    call('citus_add_rebalance_strategy', [quoteLiteral(name), ...functions, '0']),
  ];
}

export interface CitusScriptParts {
  readonly joining: readonly CitusAddress[];
  readonly leaving: readonly CitusNode[];
  readonly moves: readonly ShardMove[];
  readonly mode: TransferMode;
}

/** The whole change of nodes as a script: nodes join, the moves of the plan in its order, nodes leave. */
export function changeNodesScript({ joining, leaving, moves, mode }: CitusScriptParts): string {
  const groups: readonly (readonly [string, readonly string[]])[] = [
    ['nodes that join', joining.map(addNode)],
    ['no new shard for nodes that leave', leaving.map((node) => setShouldHaveShards(node, false))],
    ['each move takes the colocated shards along', moves.map((move) => moveShard(move, mode))],
    ['nodes that leave are empty now', leaving.map(removeNode)],
  ];
  const filled = groups.filter(([, statements]) => statements.length > 0);
  return filled
    .map(([comment, statements]) => `${[`-- ${commentText(comment)}`, ...statements].join('\n')}\n`)
    .join('\n');
}

function call(name: string, args: readonly string[]): string {
  return `SELECT ${name}(${args.join(', ')});`;
}

function address({ name, port }: CitusAddress): readonly [string, string] {
  return [quoteLiteral(name), String(port)];
}

function named(name: string, value: string | null): readonly string[] {
  return value === null ? [] : [`${name} := ${quoteLiteral(value)}`];
}

function tableLiteral({ schema, name }: CitusTableName): string {
  return quoteLiteral(qualifiedName(schema, name));
}

function nodeIdOf(node: CitusAddress): string {
  const [name, port] = address(node);
  return `(SELECT nodeid FROM pg_dist_node WHERE nodename = ${name} AND nodeport = ${port})`;
}
