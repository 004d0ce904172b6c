import type { PlanStep } from '../../../planner/plan.ts';
import type { HashPartition, Layout } from '../../../topology/layout.ts';
import { quoteLiteral } from '../../quote.ts';
import type { Lines, StepContext } from './statements.ts';
import { countOf, createPartition, guard, partitionKey, rename, tableName, transaction } from './statements.ts';

/**
 * A rebuild: a second partitioned table is filled and takes the first one's name. The only way when the moduli of the
 * two layouts don't divide each other.
 */
export function prepareNew({ table, rebuild }: StepContext, target: Layout): Lines {
  const create = [
    `CREATE TABLE ${tableName(table, rebuild.newParent)} (`,
    `  LIKE ${tableName(table)}`,
    '  INCLUDING DEFAULTS INCLUDING GENERATED INCLUDING CONSTRAINTS INCLUDING INDEXES',
    `) PARTITION BY HASH (${partitionKey(table)});`,
  ];
  const partitions = target.map((p) => createPartition(table, rebuild.newParent, rebuild.partitionName(p), p));
  return transaction([create, partitions.flat()]);
}

/** Comment lines above a step of a rebuild: what PostgreSQL doesn't do for the reader. */
export function rebuildWarnings({ table }: StepContext, step: PlanStep, isFirstCopy: boolean): readonly string[] {
  if (step.kind === 'prepare') return ['not taken over: identity, foreign keys, triggers, policies, privileges'];
  if (!isFirstCopy) return [];
  return [
    `from here to the swap, writes to ${table.name} must be stopped, or replayed before the swap:`,
    'PostgreSQL does nothing for that',
  ];
}

const COPIED_SETTING = quoteLiteral('shardscope.copied_rows');

/** One old partition's rows into the new table. The guard compares what was inserted with what is there. */
export function copyOld({ table, rebuild }: StepContext, step: PlanStep): Lines {
  return step.from.flatMap((old: HashPartition) => {
    const source = tableName(table, old.name);
    return transaction([
      [
        'WITH copied AS (',
        `  INSERT INTO ${tableName(table, rebuild.newParent)} SELECT * FROM ${source} RETURNING 1`,
        ')',
        `SELECT set_config(${COPIED_SETTING}, count(*)::text, true) FROM copied;`,
      ],
      guard([countOf(source)], [`current_setting(${COPIED_SETTING})::bigint`]),
    ]);
  });
}

/** Both tables change names under ACCESS EXCLUSIVE, after a last comparison of all rows. */
export function swapTables({ table, rebuild }: StepContext): Lines {
  const current = tableName(table);
  const fresh = tableName(table, rebuild.newParent);
  return transaction([
    [`LOCK TABLE ${current}, ${fresh} IN ACCESS EXCLUSIVE MODE;`],
    guard([countOf(current)], [countOf(fresh)]),
    [...rename(table, table.name, rebuild.oldParent), ...rename(table, rebuild.newParent, table.name)],
  ]);
}

/** The old table goes; partitions of the new one whose names it held get them. */
export function dropOld({ table, rebuild }: StepContext, target: Layout): Lines {
  const renames = target.flatMap((partition) => rename(table, rebuild.partitionName(partition), partition.name));
  return transaction([[`DROP TABLE ${tableName(table, rebuild.oldParent)};`], renames]);
}
