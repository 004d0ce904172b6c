import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type KeyTypeId, keyTypes } from '../../src/hash/keyTypes/keyTypes.ts';
import { parseKey } from '../../src/hash/parseKey.ts';
import { resolveKeyType } from '../../src/hash/resolveKeyType.ts';
import { remainderOf, rowHash } from '../../src/hash/textEntry.ts';
import { nested } from '../../src/schemes/members/nested.ts';
import { equalMembers } from '../../src/schemes/nodes.ts';
import { columnType } from '../../src/sql/columnType.ts';
import { randomText } from '../fixtures/randomKeyText.ts';
import { madeTexts } from '../fixtures/randomTexts/madeTexts.ts';
import { badTexts, goodDateTimes } from '../fixtures/keyTexts.ts';
import { schemeKeys } from '../fixtures/schemeKeys.ts';

const SEED = 20261;
const MODULI = [7, 16];
const VALUES = 2000;

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

/** The text that `SELECT k FROM t` prints, which is not k::text for some types. */
async function printedBy(table: string): Promise<string[]> {
  const copied = await db.query<never>(`COPY (SELECT k FROM ${table} ORDER BY row) TO '/dev/blob' (FORMAT csv, FORCE_QUOTE *)`);
  const text = await (copied as { blob?: Blob }).blob!.text();
  return text.slice(1, -2).split('"\n"').map((field) => field.replaceAll('""', '"'));
}

describe.each([...idsOf, ...Object.keys(madeTexts)])(`fresh random %s keys (seed ${SEED})`, (id) => {
  const texts = Array.from({ length: VALUES }, (_, i) => randomText(id, SEED, i));
  const { type } = resolved(id);
  // From text, regclass takes names only.
  const cast = id.startsWith('reg') ? 'oid::' : '';

  test.each(MODULI)('go to the partition a real server chooses, modulus %i', async (modulus) => {
    await createPartitioned('t', `k ${columnType(type.sqlName)}`, 'k', modulus);
    await db.query(`INSERT INTO t SELECT n, v::${cast}${columnType(type.sqlName)} FROM unnest($1::text[]) WITH ORDINALITY AS u (v, n)`, [texts]);
    const ours = texts.map((text) => remainderOf(rowHash([id], [text]), modulus));
    expect(await routedBy('t')).toEqual(ours);
    expect(new Set(ours).size).toBeGreaterThan(1 - Number(id === 'bool'));
  });

  test('are printed as the server prints them', async () => {
    const ours = texts.map((text) => onOurs(id, text));
    // A column pads bpchar with the blanks that never count.
    const printed = (await printedBy('t')).map((text) => (id === 'bpchar' ? text.replace(/ +$/, '') : text));
    expect(printed).toEqual(ours);
  });
});

function resolved(name: string) {
  const found = resolveKeyType(name);
  return found.ok ? found.value : expect.fail(found.error.message);
}

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

/** Partitions by hash of k, each with hash sub-partitions of the same key. */
async function createNested(table: string, first: number, leaves: number) {
  const bound = (modulus: number, remainder: number) => `FOR VALUES WITH (MODULUS ${modulus}, REMAINDER ${remainder})`;
  const statements = [`DROP TABLE IF EXISTS ${table}`, `CREATE TABLE ${table} (k int8) PARTITION BY HASH (k)`];
  for (let part = 0; part < first; part++) {
    const below = Math.ceil((leaves - part) / first);
    statements.push(`CREATE TABLE ${table}_${part} PARTITION OF ${table} ${bound(first, part)} PARTITION BY HASH (k)`);
    for (let sub = 0; sub < below; sub++) statements.push(`CREATE TABLE ${table}_${part}_${sub} PARTITION OF ${table}_${part} ${bound(below, sub)}`);
  }
  await db.exec(statements.join(';'));
}

describe('sub-partitions of the same key', () => {
  // 10 leaves of 4 partitions are 3, 3, 2 and 2.
  test.each([
    [4, 16, 4],
    [4, 20, 20],
    [6, 24, 12],
    [4, 10, 8],
  ])('below %i partitions, %i in all: a real server fills %i, each row where the scheme has it', async (first, leaves, filled) => {
    await createNested('t', first, leaves);
    await db.exec(`INSERT INTO t SELECT generate_series(1, ${VALUES})`);
    const { rows } = await db.query<{ leaf: string }>('SELECT tableoid::regclass::text AS leaf FROM t ORDER BY k');
    const keys = schemeKeys(VALUES);
    for (let i = 0; i < VALUES; i++) {
      const hash = rowHash(['int8'], [String(i + 1)]);
      keys.hi[i] = Number(hash >> 32n);
      keys.lo[i] = Number(hash & 0xffffffffn);
    }
    const members = equalMembers(leaves);
    const out = new Uint16Array(VALUES);
    nested.prepare({ firstModulus: first }, { before: members, after: members }, VALUES).after.route(keys, VALUES, out);
    const ours = Array.from(out, (leaf) => `t_${leaf % first}_${Math.floor(leaf / first)}`);
    expect(ours).toEqual(rows.map(({ leaf }) => leaf));
    expect(new Set(ours).size).toBe(filled);
  });
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
  // A type takes the classes of types that it is binary-coercible to: IsBinaryCoercible() of parse_coerce.c.
  const result = await db.query<{ id: string; name: string; classes: unknown }>(`
    SELECT t.typname AS id, format_type(t.oid, NULL) AS name, (
      SELECT json_agg(json_build_object('name', c.opcname, 'family', f.opfname, 'hashFunction', p.proname) ORDER BY c.opcname)
      FROM pg_opclass c
      JOIN pg_am a ON a.oid = c.opcmethod AND a.amname = 'hash'
      JOIN pg_opfamily f ON f.oid = c.opcfamily
      JOIN pg_amproc m ON m.amprocfamily = f.oid AND m.amproclefttype = c.opcintype AND m.amprocrighttype = c.opcintype AND m.amprocnum = 2
      JOIN pg_proc p ON p.oid = m.amproc
      WHERE c.opcintype = t.oid
        OR EXISTS (SELECT FROM pg_cast WHERE castsource = t.oid AND casttarget = c.opcintype AND castmethod = 'b' AND castcontext = 'i')
        OR c.opcintype = CASE WHEN t.typsubscript = 'array_subscript_handler'::regproc THEN 'anyarray'
          WHEN t.typtype = 'r' THEN 'anyrange' WHEN t.typtype = 'm' THEN 'anymultirange' END::regtype
    ) AS classes
    FROM pg_type t WHERE t.typname = ANY ($1) ORDER BY 1`, [idsOf.map((id) => id.replaceAll('"', ''))]);
  const ours = keyTypes
    .map((type) => ({
      id: type.id.replaceAll('"', ''),
      name: type.sqlName,
      classes: type.operatorClasses
        .map(({ name, family, hashFunction }) => ({ name, family, hashFunction }))
        .sort((a, b) => (a.name < b.name ? -1 : 1)),
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  expect(result.rows).toEqual(ours);
});

test('the first operator class of each type is the one PostgreSQL chooses', async () => {
  for (const type of keyTypes) {
    await db.exec(`DROP TABLE IF EXISTS t; CREATE TABLE t (k ${columnType(type.sqlName)}) PARTITION BY HASH (k)`);
    const { rows } = await db.query(
      `SELECT c.opcname AS name FROM pg_partitioned_table t JOIN pg_opclass c ON c.oid = t.partclass[0] WHERE partrelid = 't'::regclass`,
    );
    expect(rows, type.id).toEqual([{ name: type.operatorClasses[0].name }]);
  }
});
