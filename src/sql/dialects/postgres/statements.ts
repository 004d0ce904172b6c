import type { HashBound, HashPartition } from '../../../topology/layout.ts';
import type { RebuildNames } from '../../planNames.ts';
import { commentText, dollarQuote, qualifiedName, quoteIdent, regclassLiteral } from '../../quote.ts';
import type { TableSpec } from '../../script.ts';

// Single statements as lines. '' is an empty line between groups of statements.

/** What a step's SQL needs beside the step. */
export interface StepContext {
  readonly table: TableSpec;
  readonly rebuild: RebuildNames;
  /** Old partition name -> its name between COMMIT and DROP. */
  readonly retired: ReadonlyMap<string, string>;
}

export type Lines = readonly string[];

export function toText(lines: Lines): string {
  return `${lines.join('\n')}\n`;
}

export function comments(texts: readonly string[]): string[] {
  return texts.map((text) => `-- ${commentText(text)}`);
}

const NAMES_LISTED = 8;

/** Partition names for a comment line: the first eight, then how many more there are. */
export function listNames(partitions: readonly HashPartition[]): string {
  const shown = partitions.slice(0, NAMES_LISTED).map((partition) => partition.name);
  const more = partitions.length - shown.length;
  return shown.join(', ') + (more > 0 ? ` and ${more} more` : '');
}

/** Qualified and quoted name of a table in the schema of the plan's table. */
export function tableName(table: TableSpec, name = table.name): string {
  return qualifiedName(table.schema, name);
}

export function forValues({ modulus, remainder }: HashBound): string {
  return `FOR VALUES WITH (MODULUS ${modulus}, REMAINDER ${remainder})`;
}

export function keyList(table: TableSpec): string {
  return table.keyColumns.map((column) => quoteIdent(column.name)).join(', ');
}

/** The partition key of CREATE TABLE: an operator class stands behind its column. */
export function partitionKey(table: TableSpec): string {
  return table.keyColumns
    .map(
      ({ name, operatorClass }) =>
        quoteIdent(name) + (operatorClass === undefined ? '' : ` ${quoteIdent(operatorClass)}`),
    )
    .join(', ');
}

export function createPartition(table: TableSpec, parent: string, name: string, bound: HashBound): Lines {
  return [`CREATE TABLE ${tableName(table, name)} PARTITION OF ${tableName(table, parent)}`, `  ${forValues(bound)};`];
}

export function detach(table: TableSpec, partition: HashPartition): string {
  return `ALTER TABLE ${tableName(table)} DETACH PARTITION ${tableName(table, partition.name)};`;
}

export function attach(table: TableSpec, partition: HashPartition): Lines {
  const name = tableName(table, partition.name);
  return [`ALTER TABLE ${tableName(table)} ATTACH PARTITION ${name}`, `  ${forValues(partition)};`];
}

/** RENAME TO, or nothing when the table has that name already. */
export function rename(table: TableSpec, from: string, to: string): Lines {
  return from === to ? [] : [`ALTER TABLE ${tableName(table, from)} RENAME TO ${quoteIdent(to)};`];
}

export function insertAll(table: TableSpec, into: string, from: string): string {
  return `INSERT INTO ${tableName(table, into)} SELECT * FROM ${tableName(table, from)};`;
}

/**
 * The condition that a row's hash falls to (modulus, remainder). The parent only selects the key types, so any modulus
 * may be asked, whatever partitions it has (satisfies_hash_partition in src/backend/partitioning/partbounds.c).
 */
export function satisfies(table: TableSpec, { modulus, remainder }: HashBound): string {
  const parent = regclassLiteral(table.schema, table.name);
  return `satisfies_hash_partition(${parent}, ${modulus}, ${remainder}, ${keyList(table)})`;
}

export function countOf(name: string): string {
  return `(SELECT count(*) FROM ${name})`;
}

/** Sums longer than this are written as one flat VALUES list: an expression of nested additions has a depth limit. */
const LONGEST_SUM = 16;

/** Rows in all tables together, as the lines of one expression; later lines are indented under the first. */
export function countSum(names: readonly string[], indent: number): Lines {
  const pad = ' '.repeat(indent);
  if (names.length <= LONGEST_SUM) return names.map((name, i) => (i === 0 ? '' : `${pad}+ `) + countOf(name));
  const rows = names.map((name, i) => `${pad}  (${countOf(name)})${i < names.length - 1 ? ',' : ''}`);
  return ['(SELECT sum(n) FROM (VALUES', ...rows, `${pad}) AS counts (n))`];
}

/**
 * A block that aborts the transaction unless both expressions are equal. Not ASSERT, which plpgsql.check_asserts can
 * switch off.
 */
export function guard(expected: Lines, actual: Lines): Lines {
  const body = [
    '',
    'DECLARE',
    ...declare('  expected_rows bigint := ', expected),
    ...declare('  actual_rows bigint := ', actual),
    'BEGIN',
    '  IF actual_rows IS DISTINCT FROM expected_rows THEN',
    "    RAISE EXCEPTION '% rows expected, % found', expected_rows, actual_rows",
    "      USING ERRCODE = 'assert_failure';",
    '  END IF;',
    'END ',
  ].join('\n');
  return ['-- refuse to commit if a single row is missing', ...`DO ${dollarQuote(body)};`.split('\n')];
}

/** Width of `  expected_rows bigint := `, so that sums line up. */
export const EXPECTED_INDENT = 24;
/** Width of `  actual_rows bigint := `. */
export const ACTUAL_INDENT = 22;

function declare(head: string, expression: Lines): Lines {
  return expression.map((line, i) => (i === 0 ? head : '') + line + (i === expression.length - 1 ? ';' : ''));
}

/** Groups between BEGIN and COMMIT, an empty line between them; empty groups are left out. */
export function transaction(groups: readonly Lines[]): Lines {
  const filled = groups.filter((group) => group.length > 0);
  return ['BEGIN;', ...filled.flatMap((group, i) => (i === 0 ? group : ['', ...group])), 'COMMIT;'];
}
