import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type KeyTypeId, keyTypes } from '../../src/hash/keyTypes/keyTypes.ts';
import { parseKey } from '../../src/hash/parseKey.ts';
import { resolveKeyType } from '../../src/hash/resolveKeyType.ts';
import { remainderOf, rowHash } from '../../src/hash/textEntry.ts';
import { randomText } from '../fixtures/randomKeyText.ts';
import { badTexts, goodDateTimes } from '../fixtures/keyTexts.ts';

const SEED = 20261;
const MODULI = [7, 16];
const VALUES = 300;

let db: PGlite;
beforeAll(async () => {
  db = await PGlite.create();
  await db.exec("SET timezone = 'UTC'");
}, 120_000);
afterAll(() => db.close());

async function createPartitioned(table: string, columns: string, key: string, modulus: number) {
  await db.exec(`DROP TABLE IF EXISTS ${table}; CREATE TABLE ${table} (row int, ${columns}) PARTITION BY HASH (${key})`);
  for (let r = 0; r < modulus; r++) {
    await db.exec(`CREATE TABLE ${table}_${r} PARTITION OF ${table} FOR VALUES WITH (MODULUS ${modulus}, REMAINDER ${r})`);
  }
}

/** The remainder each row was routed to, by row number. */
async function routedBy(table: string): Promise<number[]> {
  const result = await db.query<{ name: string }>(`SELECT tableoid::regclass::text AS name FROM ${table} ORDER BY row`);
  return result.rows.map(({ name }) => Number(name.slice(table.length + 1)));
}

const idsOf: readonly KeyTypeId[] = keyTypes.map((type) => type.id);

describe.each(idsOf)(`fresh random %s keys (seed ${SEED})`, (id) => {
  test.each(MODULI)('go to the partition a real server chooses, modulus %i', async (modulus) => {
    const texts = Array.from({ length: VALUES }, (_, i) => randomText(id, SEED, i));
    await createPartitioned('t', `k ${id}`, 'k', modulus);
    await db.query(`INSERT INTO t SELECT n, v::${id} FROM unnest($1::text[]) WITH ORDINALITY AS u (v, n)`, [texts]);
    const ours = texts.map((text) => remainderOf(rowHash([id], [text]), modulus));
    expect(await routedBy('t')).toEqual(ours);
    expect(new Set(ours).size).toBeGreaterThan(1 - Number(id === 'bool'));
  });
});

test(`two-column keys with NULLs go to the partition a real server chooses (seed ${SEED})`, async () => {
  const rows = Array.from({ length: VALUES }, (_, i) => {
    const nulls = i % 7;
    return [nulls === 1 || nulls === 3 ? null : randomText('uuid', SEED, i), nulls > 1 && nulls < 4 ? null : randomText('int8', SEED, i)];
  });
  await createPartitioned('t', 'a uuid, b int8', 'a, b', 7);
  await db.query(
    `INSERT INTO t SELECT n, a::uuid, b::int8 FROM unnest($1::text[], $2::text[]) WITH ORDINALITY AS u (a, b, n)`,
    [rows.map((row) => row[0]), rows.map((row) => row[1])],
  );
  expect(await routedBy('t')).toEqual(rows.map((row) => remainderOf(rowHash(['uuid', 'bigint'], row as [string | null]), 7)));
});

/** The text the server prints for an input, or its error. */
async function onServer(type: string, text: string): Promise<unknown> {
  try {
    const result = await db.query<{ x: string }>(`SELECT ${quote(text)}::${type}::text AS x`);
    return result.rows[0]!.x;
  } catch (error) {
    const { code, message, hint } = error as { code: string; message: string; hint?: string };
    return { code, message, ...(hint !== undefined && { hint }) };
  }
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

function onOurs(type: string, text: string): unknown {
  const key = parseKey([type], [text]);
  if (!key.ok) return key.error.error;
  const part = key.value[0]!;
  return part.type.format(part.value!);
}

describe('what is not a value', () => {
  test.each(badTexts)('gives the error of a real server: %s %j', async (type, text) => {
    const error = await onServer(type, text);
    expect(error).toHaveProperty('code');
    expect(onOurs(type, text)).toEqual(error);
  });

  // Only a type name can be refused in bpchar(10) and the like: an explicit cast cuts silently, a column does not.
  test.each([
    ['char(10)', 'abcdefghijk'],
    ['varchar(3)', 'abcd'],
    ['varchar(3)', '你好世界'],
  ])('is too long for a column: %s %j', async (type, text) => {
    await db.exec(`DROP TABLE IF EXISTS t; CREATE TABLE t (k ${type})`);
    const error = await db.query('INSERT INTO t VALUES ($1)', [text]).catch((reason: unknown) => reason);
    expect(error).toMatchObject(onOurs(type, text) as object);
  });
});

describe('date and time input', () => {
  test.each(goodDateTimes)('is read as a real server reads it: %j', async (text) => {
    for (const type of ['date', 'timestamp', 'timestamptz']) expect(onOurs(type, text), type).toEqual(await onServer(type, text));
  });
});

describe('a type that cannot be a hash key', () => {
  test.each([
    'money', 'json', 'xml', 'point', 'box', 'bit', 'varbit', 'tsvector', 'polygon', 'jsonpath', 'pg_snapshot', 'foo', 'FOO', '"Foo b"', 'int4(3)',
    'char(0)', 'varchar(0)', 'varchar(20000000)', 'uuid(3)',
  ])('is refused as a real server refuses it: %s', async (type) => {
    const error = (await db.exec(`CREATE TABLE bad (k ${type}) PARTITION BY HASH (k)`).catch((reason: unknown) => reason)) as {
      code: string; message: string; hint?: string;
    };
    const ours = resolveKeyType(type);
    expect(ours.ok ? ours.value : ours.error).toEqual({
      code: error.code,
      message: error.message,
      ...(error.hint !== undefined && { hint: error.hint }),
    });
  });
});

test('operator classes, families and functions are those of the catalog', async () => {
  const result = await db.query(`
    SELECT t.typname AS id, c.opcname AS class, f.opfname AS family, p.proname AS function, format_type(t.oid, NULL) AS name
    FROM pg_type t
    JOIN pg_opclass c ON c.opcintype = CASE WHEN t.typname = 'varchar' THEN 'text'::regtype ELSE t.oid::regtype END AND c.opcdefault
    JOIN pg_am a ON a.oid = c.opcmethod AND a.amname = 'hash'
    JOIN pg_opfamily f ON f.oid = c.opcfamily
    JOIN pg_amproc m ON m.amprocfamily = f.oid AND m.amproclefttype = c.opcintype AND m.amprocnum = 2
    JOIN pg_proc p ON p.oid = m.amproc
    WHERE t.typname = ANY ($1) ORDER BY 1`, [idsOf]);
  const ours = [...keyTypes]
    .map((type) => ({ id: type.id, class: type.operatorClasses[0].name, family: type.operatorClasses[0].family, function: type.operatorClasses[0].hashFunction, name: type.sqlName }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  expect(result.rows).toEqual(ours);
});
