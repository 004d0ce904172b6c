import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { resolveKeyType } from '../../src/hash/resolveKeyType.ts';

let db: PGlite;
beforeAll(async () => {
  db = await PGlite.create();
}, 120_000);
afterAll(() => db.close());

/** The error of a table whose hash key has this type, or null. */
async function onServer(type: string): Promise<unknown> {
  try {
    await db.exec(`BEGIN; CREATE TABLE t (k ${type}) PARTITION BY HASH (k); CREATE TABLE t_0 PARTITION OF t FOR VALUES WITH (MODULUS 1, REMAINDER 0)`);
    return null;
  } catch (error) {
    const { code, message, hint } = error as Record<string, string | undefined>;
    return { code, message, ...(hint !== undefined && { hint }) };
  } finally {
    await db.exec('ROLLBACK');
  }
}

test('every type of the catalog is a key type here, or is refused as the server refuses it', async () => {
  const { rows } = await db.query<{ name: string }>(
    `SELECT CASE typname WHEN 'bpchar' THEN 'bpchar' ELSE format_type(oid, NULL) END AS name FROM pg_type AS t
     WHERE typtype IN ('b', 'r', 'm') AND typnamespace = 'pg_catalog'::regnamespace
       -- Nobody keeps keys in rows of the catalog's own tables, and a pseudo-type is no column's.
       AND NOT EXISTS (SELECT FROM pg_type e WHERE e.oid = t.typelem AND e.typtype IN ('c', 'p')) ORDER BY oid`,
  );
  expect(rows.length).toBeGreaterThan(150);
  for (const { name } of rows) {
    const ours = resolveKeyType(name);
    // An array of a type without hash functions is accepted, and its first row refused; we refuse it at once.
    if (!ours.ok && ours.error.code === '42883') {
      expect(name).toMatch(/\[\]$/);
      expect(resolveKeyType(name.slice(0, -2)).ok, name).toBe(false);
      continue;
    }
    if (!ours.ok && ours.error.code === '0A000') {
      await expect(db.query(`SELECT 'x'::${name}`), name).rejects.toMatchObject(ours.error);
      continue;
    }
    expect(ours.ok ? null : ours.error, name).toEqual(await onServer(name));
  }
});
