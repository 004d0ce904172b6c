import type { Db } from '../../../src/postgres/db.ts';
import { openPglite } from '../../../src/postgres/pgliteDb.ts';

let shared: Promise<Db> | null = null;

/** An empty database: one server for all test files of a worker, emptied each time, because starting one takes seconds. */
export async function freshDb(): Promise<Db> {
  shared ??= openPglite();
  const db = await shared;
  await db.exec('ROLLBACK');
  await db.exec('DISCARD ALL');
  const schemas = await db.query<{ name: string }>(
    "SELECT quote_ident(nspname) AS name FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'",
  );
  for (const { name } of schemas) await db.exec(`DROP SCHEMA ${name} CASCADE`);
  await db.exec('CREATE SCHEMA public');
  return db;
}
