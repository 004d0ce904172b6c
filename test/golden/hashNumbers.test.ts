import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseKey } from '../../src/hash/parseKey.ts';
import { resolveKeyType } from '../../src/hash/resolveKeyType.ts';
import { remainderOf, rowHash } from '../../src/hash/textEntry.ts';
import { randomWord } from '../../src/lib/prng.ts';
import { unusualNumbers } from '../fixtures/numberTexts.ts';
import { randomText } from '../fixtures/randomKeyText.ts';

const SEED = 51873;
const VALUES = 2000;
const MODULUS = 13;

let db: PGlite;
beforeAll(async () => {
  db = await PGlite.create();
  await db.exec(`
    SET timezone = 'UTC';
    CREATE FUNCTION attempt(input text, type text) RETURNS text LANGUAGE plpgsql AS $$
    DECLARE result text; detail text;
    BEGIN
      EXECUTE format('SELECT %L::%s::text', input, type) INTO result;
      RETURN result;
    EXCEPTION WHEN OTHERS THEN
      GET STACKED DIAGNOSTICS result = PG_EXCEPTION_HINT, detail = PG_EXCEPTION_DETAIL;
      RETURN concat_ws(' | ', sqlstate, sqlerrm, nullif(detail, ''), nullif(result, ''));
    END $$`);
}, 120_000);
afterAll(() => db.close());

/** The text a real server prints for each input, or its error. */
async function onServer(type: string, texts: readonly string[]): Promise<string[]> {
  const { rows } = await db.query<{ x: string }>(
    'SELECT attempt(t, $2) AS x FROM unnest($1::text[]) WITH ORDINALITY AS u (t, n) ORDER BY n',
    [texts, type],
  );
  return rows.map((row) => row.x);
}

function onOurs(type: string, text: string): string {
  const key = parseKey([type], [text]);
  if (key.ok) return key.value[0]!.type.format(key.value[0]!.value!);
  const { code, message, detail, hint } = key.error.error;
  return [code, message, detail, hint].filter((part) => part !== undefined).join(' | ');
}

function pairs(texts: readonly string[], results: readonly string[]): string[] {
  return texts.map((text, i) => `${JSON.stringify(text)} => ${results[i]}`);
}

describe.each(['float4', 'float8', 'numeric', 'time', 'timetz', 'interval'])(`${VALUES} fresh random %s keys (seed ${SEED})`, (type) => {
  const texts = Array.from({ length: VALUES }, (_, i) => randomText(type, SEED, i));

  test('go to the partition a real server chooses', async () => {
    await db.exec(`CREATE TABLE k_${type} (row int, k ${type}) PARTITION BY HASH (k)`);
    for (let r = 0; r < MODULUS; r++) {
      await db.exec(`CREATE TABLE k_${type}_${r} PARTITION OF k_${type} FOR VALUES WITH (MODULUS ${MODULUS}, REMAINDER ${r})`);
    }
    await db.query(`INSERT INTO k_${type} SELECT n, v::${type} FROM unnest($1::text[]) WITH ORDINALITY AS u (v, n)`, [texts]);
    const { rows } = await db.query<{ name: string }>(`SELECT tableoid::regclass::text AS name FROM k_${type} ORDER BY row`);
    const servers = rows.map(({ name }) => name.slice(`k_${type}_`.length));
    const ours = texts.map((text) => String(remainderOf(rowHash([type], [text]), MODULUS)));
    expect(pairs(texts, ours)).toEqual(pairs(texts, servers));
    expect(new Set(ours).size).toBe(MODULUS);
  });

  test('print as a real server prints them', async () => {
    expect(pairs(texts, texts.map((text) => onOurs(type, text)))).toEqual(pairs(texts, await onServer(type, texts)));
  });
});

describe('unusual input', () => {
  test.each(Object.keys(unusualNumbers))('is read or refused as a real server does it: %s', async (type) => {
    const texts = unusualNumbers[type]!;
    // Zone names are told apart by their error; the server looks them up in its files.
    expect(pairs(texts, texts.map((text) => onOurs(type, text)))).toEqual(pairs(texts, await onServer(type, texts)));
  });
});

const PIECES =
  `2001-02-03 99 04 5 1.5 -3 +7 -1-2 1-2 day days mon years y m h us ms sec weeks c mil ago at on @ 10:11 10:11:12 -10:11 +1:2:3.5 1:2.5 infinity
  -infinity P1Y2M PT3H T z EST edt dst +08 -3 +05:30 am pm 040506 0405 04.5 040506.25 allballs J j2451187 2451187.25 bc jan 8-jan-1999 1/8/1999 . , / _ ( : +
  foo 24:00:00 1999.123 0x10 1e5 - 00 2147483648 9223372036854775807 0.0000005`.split(/\s+/);
const SEPARATORS = [' ', ' ', ' ', ' ', '', '-', '.', 'T'];

/** One to five pieces of times and intervals in any order: mostly nonsense. */
function randomPieces(index: number): string {
  const pick = (list: readonly string[], stream: number) => list[randomWord(SEED, index, stream) % list.length]!;
  let text = pick(PIECES, 0);
  for (let k = 1; k <= randomWord(SEED, index, 99) % 5; k++) text += pick(SEPARATORS, 2 * k) + pick(PIECES, 2 * k + 1);
  return text;
}

test.each(['time', 'timetz', 'interval'])(`random pieces give the value or the error of a real server as %s (seed ${SEED})`, async (type) => {
  const all = Array.from({ length: VALUES }, (_, i) => randomPieces(i));
  const texts = all.filter((text) => !onOurs(type, text).startsWith('22023'));
  expect(texts.length).toBeGreaterThan(VALUES * 0.8);
  expect(pairs(texts, texts.map((text) => onOurs(type, text)))).toEqual(pairs(texts, await onServer(type, texts)));
});

test.each([
  'numeric(0)', 'numeric(1001)', 'numeric(3,2000)', 'numeric(3,-2000)', 'numeric(3,2,1)', 'decimal(-1)', 'float(0)', 'float(54)', 'float4(3)', 'float8(3)', 'real(3)',
  'double precision(3)', 'time(-1)', 'interval(-1)', 'time(-1) with time zone', 'timestamp(-1)',
])('the type modifier of %s is refused as a real server refuses it', async (type) => {
  const error = (await db.exec(`CREATE TABLE bad (k ${type}) PARTITION BY HASH (k)`).catch((reason: unknown) => reason)) as { code: string; message: string };
  const ours = resolveKeyType(type);
  expect(ours.ok ? ours.value : ours.error).toEqual({ code: error.code, message: error.message });
});

test.each([
  'numeric(3,-2)', 'dec(5)', 'DECIMAL ( 10 , 2 )', 'dec', 'numeric(1000,1000)', 'float(1)', 'float(24)', 'float(25)', 'float(53)', 'float', 'real', 'time(3)', 'time(3) with time zone',
  'timetz(0)', 'interval(2)', 'time without time zone', 'interval',
])('%s is the type that a real server makes of it', async (name) => {
  await db.exec(`DROP TABLE IF EXISTS named; CREATE TABLE named (k ${name})`);
  const { rows } = await db.query<{ id: string; typmod: number }>(
    `SELECT t.typname AS id, a.atttypmod AS typmod FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid WHERE a.attrelid = 'named'::regclass AND a.attnum = 1`,
  );
  const found = resolveKeyType(name);
  const { type, typmod } = found.ok ? found.value : expect.fail(found.error.message);
  // numeric's is offset by the length of a header; interval's has the fields above the precision.
  const catalog = { id: rows[0]!.id, typmod: rows[0]!.typmod };
  const shown = catalog.id === 'numeric' ? catalog.typmod - 4 : catalog.typmod & 0xffff;
  expect({ id: type.id, typmod }).toEqual({ id: catalog.id, typmod: catalog.typmod < 0 ? undefined : shown });
});
