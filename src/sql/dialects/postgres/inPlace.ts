import type { PlanStep } from '../../../planner/plan.ts';
import type { HashPartition } from '../../../topology/layout.ts';
import { quoteLiteral } from '../../quote.ts';
import type { TableSpec } from '../../script.ts';
import type { Lines, StepContext } from './statements.ts';
import {
  ACTUAL_INDENT,
  attach,
  countSum,
  createPartition,
  detach,
  EXPECTED_INDENT,
  guard,
  insertAll,
  rename,
  satisfies,
  tableName,
  transaction,
} from './statements.ts';

/**
 * The manual's recipe for split, merge and regroup: detach the old partitions, create the new ones, insert every row
 * through the parent. All parts must be detached before a wider bound is created, or it would overlap.
 */
export function copyRows({ table, retired }: StepContext, step: PlanStep): Lines {
  const retire = step.from.flatMap(({ name }) => rename(table, name, retiredName(retired, name)));
  const old = step.from.map(({ name }) => retiredName(retired, name));
  // An old name that a new partition takes over has to be free before that partition is created.
  const clash = step.to.some((to) => step.from.some((from) => from.name === to.name));
  const source = clash ? old : step.from.map(({ name }) => name);
  return [
    ...transaction([
      [...step.from.map((partition) => detach(table, partition)), ...(clash ? retire : [])],
      step.to.flatMap((partition) => createPartition(table, table.name, partition.name, partition)),
      source.map((name) => insertAll(table, table.name, name)),
      guard(
        countSum(qualified(table, source), EXPECTED_INDENT),
        countSum(qualified(table, names(step.to)), ACTUAL_INDENT),
      ),
      clash ? [] : [RETIRE_REASON, ...retire],
    ]),
    '',
    ...dropAll(table, old),
  ];
}

/**
 * Split that keeps the heir (the new partition with the old remainder) in the old table: only rows of the other new
 * partitions are written. Rows that leave go in through the parent, which has no partition for the heir meanwhile; none
 * of them belongs there.
 * @returns null when the target has no heir
 */
export function keepHalfSplit({ table }: StepContext, step: PlanStep): Lines | null {
  const old = step.from[0];
  const heir = step.to.find((partition) => partition.remainder === old?.remainder);
  if (old === undefined || heir === undefined) return null;
  const kept = tableName(table, heir.name);
  return transaction([
    [detach(table, old), ...rename(table, old.name, heir.name)],
    rememberCount(kept),
    step.to.filter((to) => to !== heir).flatMap((to) => createPartition(table, table.name, to.name, to)),
    [
      'WITH gone AS (',
      `  DELETE FROM ${kept}`,
      `  WHERE NOT ${satisfies(table, heir)}`,
      '  RETURNING *',
      ')',
      `INSERT INTO ${tableName(table)} SELECT * FROM gone;`,
    ],
    attach(table, heir),
    guard([REMEMBERED_COUNT], countSum(qualified(table, names(step.to)), ACTUAL_INDENT)),
  ]);
}

/**
 * Merge that keeps the heir's table (the old partition with the new remainder) and writes only the rows of the others.
 * @returns null when no old partition is the heir
 */
export function keepHalfMerge({ table, retired }: StepContext, step: PlanStep): Lines | null {
  const wide = step.to[0];
  const heir = step.from.find((partition) => partition.remainder === wide?.remainder);
  if (wide === undefined || heir === undefined) return null;
  const others = step.from.filter((from) => from !== heir).map(({ name }) => name);
  const old = others.map((name) => retiredName(retired, name));
  return [
    ...transaction([
      [
        ...step.from.map((partition) => detach(table, partition)),
        ...others.flatMap((name) => rename(table, name, retiredName(retired, name))),
        ...rename(table, heir.name, wide.name),
      ],
      rememberCount(tableName(table, wide.name), ...qualified(table, old)),
      attach(table, wide),
      old.map((name) => insertAll(table, table.name, name)),
      guard([REMEMBERED_COUNT], countSum([tableName(table, wide.name)], ACTUAL_INDENT)),
    ]),
    '',
    ...dropAll(table, old),
  ];
}

/** Fills gaps: partitions for remainders that had none, so there are no rows to move. */
export function createMissing({ table }: StepContext, step: PlanStep): Lines {
  return transaction([step.to.flatMap((to) => createPartition(table, table.name, to.name, to))]);
}

const RETIRE_REASON = "-- this name exists only once committed, so the DROP can't hit a partition in use";
const COUNT_SETTING = quoteLiteral('shardscope.expected_rows');
const REMEMBERED_COUNT = `current_setting(${COUNT_SETTING})::bigint`;

/** Keeps the number of rows for the guard in a setting that ends with the transaction. */
function rememberCount(...tables: readonly [string, ...string[]]): Lines {
  const reason = '-- count before rows move; the setting ends with this transaction';
  if (tables.length === 1) {
    return [reason, `SELECT set_config(${COUNT_SETTING}, count(*)::text, true) FROM ${tables[0]};`];
  }
  const [first = '', ...rest] = countSum(tables, 2);
  return [reason, `SELECT set_config(${COUNT_SETTING}, (`, `  ${first}`, ...rest, ')::text, true);'];
}

function dropAll(table: TableSpec, old: readonly string[]): Lines {
  return old.map((name) => `DROP TABLE ${tableName(table, name)};`);
}

function retiredName(retired: ReadonlyMap<string, string>, name: string): string {
  const found = retired.get(name);
  if (found === undefined) throw new Error(`partition ${JSON.stringify(name)} is not in the plan's old layout`);
  return found;
}

function names(partitions: readonly HashPartition[]): string[] {
  return partitions.map((partition) => partition.name);
}

function qualified(table: TableSpec, list: readonly string[]): string[] {
  return list.map((name) => tableName(table, name));
}
