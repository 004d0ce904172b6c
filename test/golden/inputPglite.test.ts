import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DEFAULT_SERVER } from '../../src/hash/server.ts';
import { resolveKeyType } from '../../src/hash/resolveKeyType.ts';
import { createdTypes } from '../../src/sql/createdTypes.ts';
import { columnType } from '../../src/sql/columnType.ts';
import { madeInputTexts } from '../fixtures/madeInputTexts.ts';
import { rareScalarInputs } from '../fixtures/rareScalarInputs.ts';
import { scalarInputTexts } from '../fixtures/scalarInputTexts.ts';

let db: PGlite;
beforeAll(async () => {
  db = await PGlite.create();
  await db.exec("SET timezone = 'UTC'; CREATE TYPE point3 AS (a int4, \"B c\" text, n numeric)");
}, 120_000);
afterAll(() => db.close());

/** What a column of the type prints for a text, or the server's error. */
async function onServer(type: string, text: string): Promise<unknown> {
  await db.exec(`DROP TABLE IF EXISTS t; CREATE TABLE t (k ${type})`);
  try {
    await db.exec(`INSERT INTO t VALUES (E'${text.replaceAll('\\', '\\\\').replaceAll("'", "''")}')`);
    const copied = (await db.query("COPY t TO '/dev/blob' (FORMAT csv, FORCE_QUOTE *)")) as { blob?: Blob };
    return (await copied.blob!.text()).slice(1, -2).replaceAll('""', '"');
  } catch (error) {
    const { code, message, detail, hint } = error as Record<string, string | undefined>;
    return { code, message, ...(detail !== undefined && { detail }), ...(hint !== undefined && { hint }) };
  }
}

describe.each([...Object.entries({ ...scalarInputTexts, ...madeInputTexts }), ...rareScalarInputs])('%s', (name, texts) => {
  const found = resolveKeyType(name);
  const { type } = found.ok ? found.value : expect.fail(found.error.message);

  test.each(texts)('is read as a real server reads it: %j', async (text) => {
    const value = type.parse(text, DEFAULT_SERVER);
    const ours = value.ok ? type.format(value.value) : value.error;
    expect(ours).toEqual(await onServer(columnType(type.sqlName), text));
  });
});

test('the composite type above is the one its text creates', () => {
  const found = resolveKeyType('point3 AS (a int4, "B c" text, n numeric)');
  expect(found.ok && createdTypes(found.value.type)).toEqual([
    {
      kind: 'composite',
      name: 'point3',
      columns: [
        { name: 'a', sqlType: 'integer' },
        { name: 'B c', sqlType: 'text' },
        { name: 'n', sqlType: 'numeric' },
      ],
    },
  ]);
});
