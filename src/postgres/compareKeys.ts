import { createKeyTexts } from '../keys/keyText.ts';
import { freeName, takenNames } from '../sql/planNames.ts';
import { qualifiedName, quoteIdent } from '../sql/quote.ts';
import { copyValue } from './copyText.ts';
import { evenlySpaced } from './insertedKeys.ts';
import { VERIFY_PROBES } from './protocol.ts';
import { differs, type Ending, type Run } from './run.ts';

/** Single keys, each different from the others. */
export interface Probes {
  /** Position in the inserted keys, and the key's column texts. */
  readonly keys: readonly { readonly at: number; readonly texts: readonly string[] }[];
  /** Quoted name of the temporary table that holds them, and of its column with the position in `keys`. */
  readonly table: string;
  readonly number: string;
}

/** Chooses the probes, evenly spaced over the inserted keys, and stores them in a temporary table of the key's types. */
export async function storeProbes({ db, input, keys }: Run): Promise<Probes> {
  const textsOf = createKeyTexts(input.keys);
  const distinct = new Map<string, Probes['keys'][number]>();
  for (const at of evenlySpaced(keys.rows.length, input.probes ?? VERIFY_PROBES)) {
    const texts = textsOf(keys.rows[at]!);
    distinct.set(JSON.stringify(texts), { at, texts });
  }
  const list = [...distinct.values()];
  const columns = input.table.keyColumns.map((column) => quoteIdent(column.name)).join(', ');
  const number = quoteIdent(freeName('probe', 'number', new Set(input.table.keyColumns.map((column) => column.name))));
  const table = quoteIdent(freeName('shardscope', 'probes', takenNames(input.plan, input.table)));
  const parent = qualifiedName(input.table.schema, input.table.name);
  await db.exec(`CREATE TEMP TABLE ${table} AS SELECT ${columns}, 0 AS ${number} FROM ${parent} WITH NO DATA`);
  const lines = list.map(({ texts }, index) => `${[...texts.map(copyValue), index].join('\t')}\n`);
  await db.copyIn(table, `${columns}, ${number}`, lines.join(''));
  return { keys: list, table, number };
}

/** Asks in which table each probe lies (tableoid) and compares it with our own routing. */
export async function compareKeys(run: Run, probes: Probes, step: number): Promise<Ending> {
  const { db, input, expectation, tally } = run;
  const same = input.table.keyColumns.map(({ name }) => `t.${quoteIdent(name)} = p.${quoteIdent(name)}`).join(' AND ');
  const found = await db.query<{ index: number; name: string | null }>(`
    SELECT DISTINCT p.${probes.number} AS index, c.relname AS name
    FROM ${probes.table} p
    LEFT JOIN ${qualifiedName(input.table.schema, input.table.name)} t ON ${same}
    LEFT JOIN pg_class c ON c.oid = t.tableoid
    ORDER BY 1, 2`);
  // A key that lies in two tables gives two rows, one of which differs.
  for (const { index, name } of found) {
    const { at, texts } = probes.keys[index]!;
    const expected = expectation.partitionOf(at);
    if (name !== expected) {
      tally.keysCompared += index + 1;
      return differs({ kind: 'key', step, key: texts.join(', '), expected, actual: name });
    }
  }
  tally.keysCompared += probes.keys.length;
  return null;
}
