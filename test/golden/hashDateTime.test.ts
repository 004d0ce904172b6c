import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseKey } from '../../src/hash/parseKey.ts';
import { randomWord } from '../../src/lib/prng.ts';

const SEED = 42;
const TEXTS = 1500;

const PIECES =
  `2001-02-03 2001 02 3 12 31 99 19990108 990108 jan feb May september sat mon bc ad am pm T Z z EST edt dst +08 -3 +05:30 +0530 10:11
  10:11:12 10:11:12.345 1:2 24:00 040506 0405 04 .5 12.5 1999.123 J j2451187 jd epoch infinity -infinity at on , / - . 1/8/1999 1-8 8-jan
  jan-8-1999 8-Jan-99 allballs y d h mm foo 2001.5 5874897 00 000 366 100 1.2 2451187.25 2001-02-03T10:11:12 T101112 123456 1234567 utc gmt _
  ( : + 2001-366 2001-02- jan.8.2001 8/Jan/2001 99-Jan-08 1.2.3 01.02.2003`.split(/\s+/);
const SEPARATORS = [' ', ' ', ' ', '', '  ', '-', '/', '.', ',', 'T', 't'];

/** One to five pieces of dates and times in any order: mostly nonsense, as an input function has to tell. */
function randomDateTime(index: number): string {
  const pick = (list: readonly string[], stream: number) => list[randomWord(SEED, index, stream) % list.length]!;
  let text = pick(PIECES, 0);
  for (let k = 1; k <= randomWord(SEED, index, 99) % 5; k++) text += pick(SEPARATORS, 2 * k) + pick(PIECES, 2 * k + 1);
  return text;
}

let db: PGlite;
beforeAll(async () => {
  db = await PGlite.create();
  await db.exec(`
    SET timezone = 'UTC';
    CREATE FUNCTION attempt(input text, type text) RETURNS text LANGUAGE plpgsql AS $$
    DECLARE result text;
    BEGIN
      EXECUTE format('SELECT %L::%s::text', input, type) INTO result;
      RETURN result;
    EXCEPTION WHEN OTHERS THEN
      GET STACKED DIAGNOSTICS result = PG_EXCEPTION_HINT;
      RETURN sqlstate || ' ' || sqlerrm || ' ' || result;
    END $$`);
}, 120_000);
afterAll(() => db.close());

function attempt(input: string, type: string): string {
  const key = parseKey([type], [input]);
  if (!key.ok) return `${key.error.error.code} ${key.error.error.message} ${key.error.error.hint ?? ''}`;
  const { type: keyType, value } = key.value[0]!;
  return keyType.format(value!);
}

// Zone names, which the server looks up in its files, are told apart by their error 22023.
test.each(['date', 'timestamp', 'timestamptz'])(
  `random pieces of dates and times give the value or the error of a real server as %s (seed ${SEED})`,
  async (type) => {
    const texts = Array.from({ length: TEXTS }, (_, i) => randomDateTime(i)).filter((text) => !attempt(text, type).startsWith('22023'));
    expect(texts.length).toBeGreaterThan(TEXTS * 0.9);
    const { rows } = await db.query<{ x: string }>(
      'SELECT attempt(t, $2) AS x FROM unnest($1::text[]) WITH ORDINALITY AS u (t, n) ORDER BY n',
      [texts, type],
    );
    const pairs = (results: readonly string[]) => texts.map((text, i) => `${text} => ${results[i]}`);
    expect(pairs(texts.map((text) => attempt(text, type)))).toEqual(pairs(rows.map((row) => row.x)));
  },
);
