import { qualifiedName, regclassLiteral } from '../sql/quote.ts';
import type { ExpectedTable } from './expectedTables.ts';
import type { VerifyDifference } from './protocol.ts';
import { differs, type Ending, type Run } from './run.ts';

interface ActualPartition {
  readonly name: string;
  readonly bound: string;
  readonly rows: number;
}

/** Asks the catalog for every partition, counts every row by tableoid, and compares both with the prediction. */
export async function compareTables(run: Run, step: number): Promise<Ending> {
  for (const table of run.expectation.tables()) {
    const actual = await readPartitions(run, table.parent);
    const difference = firstDifference(table, actual, step);
    run.tally.partitionsCompared += difference?.compared ?? table.partitions.length;
    if (difference !== null) return differs(difference.found);
  }
  return null;
}

function readPartitions({ db, input }: Run, parent: string): Promise<readonly ActualPartition[]> {
  const { schema } = input.table;
  return db.query<ActualPartition>(`
    SELECT c.relname AS name, pg_get_expr(c.relpartbound, c.oid) AS bound, coalesce(held.rows, 0)::int AS rows
    FROM pg_inherits i
    JOIN pg_class c ON c.oid = i.inhrelid
    LEFT JOIN (SELECT tableoid AS oid, count(*) AS rows FROM ${qualifiedName(schema, parent)} GROUP BY tableoid) held
      ON held.oid = c.oid
    WHERE i.inhparent = ${regclassLiteral(schema, parent)}`);
}

function firstDifference(
  { partitions }: ExpectedTable,
  actual: readonly ActualPartition[],
  step: number,
): { readonly compared: number; readonly found: VerifyDifference } | null {
  const rest = new Map(actual.map((partition) => [partition.name, partition]));
  for (const [index, { name, modulus, remainder, rows }] of partitions.entries()) {
    const found = rest.get(name);
    rest.delete(name);
    const at = { step, partition: name };
    const compared = index + 1;
    const bound = `FOR VALUES WITH (modulus ${modulus}, remainder ${remainder})`;
    if (found === undefined) return { compared, found: { kind: 'rows', ...at, expected: rows, actual: null } };
    if (found.bound !== bound) {
      return { compared, found: { kind: 'bound', ...at, expected: bound, actual: found.bound } };
    }
    if (found.rows !== rows) return { compared, found: { kind: 'rows', ...at, expected: rows, actual: found.rows } };
  }
  for (const { name, rows } of rest.values()) {
    const found: VerifyDifference = { kind: 'rows', step, partition: name, expected: null, actual: rows };
    return { compared: partitions.length + 1, found };
  }
  return null;
}
