import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseKey } from '../../src/hash/parseKey.ts';
import { hash32, hashValue, SEED_HI, SEED_LO, type TypedValue } from '../../src/hash/partitionHash.ts';
import { DEFAULT_SERVER, type ServerEncoding, type ServerSpec } from '../../src/hash/server.ts';
import { remainderOf, rowHash } from '../../src/hash/textEntry.ts';

// Recorded from PostgreSQL 15.18 and 18.6, which agreed on every row; vectors/README.md describes the fields.
const MODULI = [2, 3, 4, 5, 8, 10, 16, 32, 64, 100, 1024];

/** Every file of typed rows and how many it has. */
const FILES: Readonly<Record<string, number>> = {
  int2: 300,
  int4: 700,
  int8: 900,
  oid: 200,
  bool: 6,
  char_internal: 129,
  text: 1000,
  varchar: 250,
  bpchar: 350,
  bpchar_10: 150,
  name: 150,
  bytea: 300,
  uuid: 600,
  float4: 400,
  float8: 500,
  numeric: 1000,
  date: 350,
  time: 250,
  timetz: 250,
  interval: 450,
  timestamp: 350,
  timestamptz: 500,
  int4_array: 250,
  int8_array: 120,
  text_array: 250,
  numeric_array: 120,
  uuid_array: 60,
  timestamptz_array: 60,
  int4range: 200,
  int8range: 120,
  numrange: 150,
  daterange: 150,
  tsrange: 100,
  tstzrange: 100,
  int4multirange: 120,
  nummultirange: 80,
  datemultirange: 80,
  record: 150,
  enum: 12,
  pg_lsn: 120,
  tid: 120,
  xid: 100,
  cid: 80,
  xid8: 150,
  oidvector: 80,
  macaddr: 150,
  macaddr8: 150,
  inet: 250,
  cidr: 150,
  aclitem: 40,
  jsonb: 500,
  multi_int8_int8: 500,
  multi_text_int4: 400,
  multi_uuid_timestamptz: 400,
  multi_int4_text_numeric: 250,
  multi_int4x5: 150,
  text_server_encodings: 26,
};

type OneOrMore<T> = T | readonly T[];

interface Row {
  readonly t: OneOrMore<string>;
  readonly in: OneOrMore<string | null>;
  readonly h0: OneOrMore<string | null>;
  readonly hp: OneOrMore<string | null>;
  readonly h32: OneOrMore<number | null>;
  readonly r: readonly number[];
  readonly out?: OneOrMore<string | null>;
  readonly enc?: ServerEncoding;
  /** Of an enum row, whose `in` is the label's oid. */
  readonly label?: string;
}

function readRows(name: string): readonly Row[] {
  const lines = readFileSync(new URL(`vectors/${name}.jsonl`, import.meta.url), 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as Row);
}

function list<T>(value: OneOrMore<T>): readonly T[] {
  return Array.isArray(value) ? value : [value as T];
}

/** The types and texts of a row as one would type them: the files shorten some. */
function keyOf(row: Row): { readonly types: readonly string[]; readonly texts: readonly (string | null)[] } {
  const types = list(row.t);
  const texts = list(row.in);
  if (row.t === 'enum') return { types: [`vt_enum AS ENUM ('${row.label}' = ${texts[0]})`], texts: [row.label!] };
  if (row.t === 'vt_comp') return { types: ['vt_comp AS (a int4, b text, c numeric)'], texts };
  if (row.t === '"char"') return { types, texts: texts.map((byte) => byte && charText(Number(byte) & 255)) };
  return { types, texts };
}

function charText(byte: number): string {
  return byte === 0 ? '' : `\\${byte.toString(8).padStart(3, '0')}`;
}

function serverOf({ enc }: Row): ServerSpec {
  return enc === undefined ? DEFAULT_SERVER : { ...DEFAULT_SERVER, encoding: enc };
}

/** What our own functions give for a row, in the row's own shape. */
function compute(row: Row) {
  const { types, texts } = keyOf(row);
  const server = serverOf(row);
  const key = parseKey(types, texts, server);
  if (!key.ok) throw new Error(`${JSON.stringify(texts)}: ${key.error.error.message}`);
  const hash = rowHash(types, texts, server);
  return {
    in: list(row.in),
    h0: key.value.map((part) => signed(part, 0, 0)),
    hp: key.value.map((part) => signed(part, SEED_HI, SEED_LO)),
    h32: key.value.map(({ type, value }) => value && hash32(type, value)),
    r: MODULI.map((modulus) => remainderOf(hash, modulus)),
  };
}

function signed({ type, value }: TypedValue, seedHi: number, seedLo: number): string | null {
  if (value === null) return null;
  const out = new Uint32Array(2);
  hashValue(type, value, seedHi, seedLo, out);
  return String(BigInt.asIntN(64, (BigInt(out[0]!) << 32n) | BigInt(out[1]!)));
}

describe.each(Object.entries(FILES))('the recorded rows of %s', (name, count) => {
  const rows = readRows(name);

  test(`hash and route as the servers did, all ${count} of them`, () => {
    expect(rows).toHaveLength(count);
    const expected = rows.map((row) => ({
      in: list(row.in),
      h0: list(row.h0),
      hp: list(row.hp),
      h32: list(row.h32),
      r: row.r,
    }));
    expect(rows.map(compute)).toEqual(expected);
  });

  test('print as the servers printed them', () => {
    for (const row of rows) {
      // Rows of several columns hold the texts that went in.
      if (Array.isArray(row.t)) continue;
      const { types, texts } = keyOf(row);
      const key = parseKey(types, texts, serverOf(row));
      if (!key.ok) return expect.fail(`${texts} is not read`);
      const printed = list(row.out ?? (row.t === 'enum' ? row.label! : row.in));
      for (const [column, { type, value }] of key.value.entries()) {
        if (value === null || type.id === '"char"') continue;
        expect(type.format(value, serverOf(row)), String(texts[column])).toBe(asColumn(type.id, String(printed[column])));
      }
    }
  });
});

/** The files hold casts to text; a column is printed without the padding of char(n), and with t and f for bool. */
function asColumn(type: string, text: string): string {
  if (type === 'bpchar') return text.replace(/ +$/, '');
  // inet cast to text always has its prefix length.
  if (type === 'inet') return text.replace(text.includes(':') ? /\/128$/ : /\/32$/, '');
  return type === 'bool' ? text.replace(/^(t)rue$|^(f)alse$/, '$1$2') : text;
}

test('every file of typed rows is read here', () => {
  const files = readdirSync(new URL('vectors/', import.meta.url)).filter((file) => file.endsWith('.jsonl'));
  const others = ['ddl_bounds', 'layout_routing_int8'];
  expect(files.map((file) => file.slice(0, -6)).sort()).toEqual([...Object.keys(FILES), ...others].sort());
});
