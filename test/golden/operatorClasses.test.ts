import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { KeyType } from '../../src/hash/keyType.ts';
import { keyTypes } from '../../src/hash/keyTypes/keyTypes.ts';
import { withOperatorClass } from '../../src/hash/operatorClass.ts';
import { resolveKeyType } from '../../src/hash/resolveKeyType.ts';
import { remainderOf, rowHash } from '../../src/hash/textEntry.ts';
import { columnType } from '../../src/sql/columnType.ts';
import { randomText } from '../fixtures/randomKeyText.ts';

const SEED = 18331;
const MODULUS = 32;
const VALUES = 300;

let db: PGlite;
beforeAll(async () => {
  db = await PGlite.create();
  await db.exec(`
    SET timezone = 'UTC';
    CREATE TYPE color AS ENUM ('red');
    CREATE TYPE point3 AS (a int4);
    CREATE FUNCTION refusal(type text, class text) RETURNS text LANGUAGE plpgsql AS $$
    BEGIN
      EXECUTE format('CREATE TABLE tried (k %s) PARTITION BY HASH (k %I)', type, class);
      CREATE TABLE tried_0 PARTITION OF tried FOR VALUES WITH (MODULUS 1, REMAINDER 0);
      INSERT INTO tried VALUES (NULL);
      DROP TABLE tried;
      RETURN NULL;
    EXCEPTION WHEN OTHERS THEN
      RETURN SQLSTATE || ' ' || SQLERRM;
    END $$;`);
}, 120_000);
afterAll(() => db.close());

function made(name: string): KeyType {
  const resolved = resolveKeyType(name);
  return resolved.ok ? resolved.value.type : expect.fail(resolved.error.message);
}

const registered: readonly KeyType[] = keyTypes;
const types: readonly KeyType[] = [
  ...registered,
  ...['text[]', 'regclass[]', "color AS ENUM ('red' = 20001)", 'point3 AS (a int4)'].map(made),
];

test('each type takes the operator classes that a server lets it take, and refuses the others in its words', async () => {
  const { rows } = await db.query<{ type: string; class: string; refusal: string | null }>(
    `SELECT type, class, refusal(type, class) FROM unnest($1::text[]) AS type, (
       SELECT opcname AS class FROM pg_opclass WHERE opcmethod = (SELECT oid FROM pg_am WHERE amname = 'hash')
       UNION ALL VALUES ('no_such_ops')) AS classes`,
    [types.map(({ sqlName }) => columnType(sqlName))],
  );
  expect(rows).toHaveLength(42 * types.length);
  const ours = rows.map((row) => {
    const type = types.find(({ sqlName }) => columnType(sqlName) === row.type)!;
    const classed = withOperatorClass(type, row.class);
    return { ...row, refusal: classed.ok ? null : `${classed.error.code} ${classed.error.message}` };
  });
  expect(ours).toEqual(rows);
});

/** What the character types keep, hash or cut at the end of a text, beside their random texts. */
const ENDINGS = ['', ' ', '   ', '\t', ' \n', '\u00a0', '\u3000 ', 'é ', ' 鍵', '🔑  ', ' x '];

function textsOf({ id, rule }: KeyType): string[] {
  const texts = Array.from({ length: VALUES }, (_, i) => randomText(id, SEED, i));
  if (rule !== 'text' && rule !== 'bpchar') return texts;
  return [...ENDINGS, ...texts.map((text, i) => text + ENDINGS[i % ENDINGS.length]!)];
}

/** The remainders of texts that a server has routed to a table partitioned under an operator class. */
async function routed({ id, sqlName }: KeyType, operatorClass: string, texts: readonly string[]): Promise<number[]> {
  const type = columnType(sqlName);
  await db.exec(`DROP TABLE IF EXISTS t; CREATE TABLE t (row int, k ${type}) PARTITION BY HASH (k ${operatorClass})`);
  for (let r = 0; r < MODULUS; r++) {
    await db.exec(`CREATE TABLE t_${r} PARTITION OF t FOR VALUES WITH (MODULUS ${MODULUS}, REMAINDER ${r})`);
  }
  // From text, regclass takes names only.
  const cast = id.startsWith('reg') ? 'oid::' : '';
  await db.query(`INSERT INTO t SELECT n, v::${cast}${type} FROM unnest($1::text[]) WITH ORDINALITY AS u (v, n)`, [texts]);
  const { rows } = await db.query<{ remainder: number }>(
    "SELECT substr(tableoid::regclass::text, 3)::int AS remainder FROM t ORDER BY row",
  );
  return rows.map(({ remainder }) => remainder);
}

const pairs = registered.flatMap((type) => type.operatorClasses.map((known) => [type.id, known.name, type, known] as const));

describe(`fresh random keys (seed ${SEED})`, () => {
  test.each(pairs)('of %s under %s go to the partition a real server chooses', async (id, name, type, { hashed }) => {
    const texts = textsOf(type);
    const remainders = await routed(type, name, texts);
    expect(texts.map((text) => remainderOf(rowHash([{ type: id, operatorClass: name }], [text]), MODULUS))).toEqual(remainders);
    const byDefault = texts.map((text) => remainderOf(rowHash([id], [text]), MODULUS));
    if (hashed === undefined) expect(byDefault).toEqual(remainders);
    else expect(byDefault).not.toEqual(remainders);
  });
});
