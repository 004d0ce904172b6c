import { qualifiedName, quoteIdent } from '../sql/quote.ts';
import { createCopyWriter } from './copyText.ts';
import { type Ending, type Run, report } from './run.ts';

/** Rows of one COPY: progress a few times a second, and a cancel waits no longer. */
const CHUNK_ROWS = 20_000;

/** Copies the chosen keys into the plan's table through its parent, so that PostgreSQL routes every row. */
export async function insertKeys(run: Run): Promise<Ending> {
  const { db, host, input, keys, tally } = run;
  const table = qualifiedName(input.table.schema, input.table.name);
  const columns = input.table.keyColumns.map((column) => quoteIdent(column.name)).join(', ');
  const write = createCopyWriter(input.keys);
  const total = keys.rows.length;
  const started = host.now();
  for (let first = 0; first < total; first += CHUNK_ROWS) {
    if (await host.isCancelled()) return { verdict: 'cancelled' };
    const rows = keys.rows.subarray(first, first + CHUNK_ROWS);
    await db.copyIn(table, columns, write(rows));
    tally.rowsInserted += rows.length;
    const seconds = (host.now() - started) / 1000;
    const rate = seconds > 0 ? Math.round(tally.rowsInserted / seconds) : undefined;
    report(run, { phase: 'insert', step: -1, done: tally.rowsInserted, total }, rate);
  }
  return null;
}
