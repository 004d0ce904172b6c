import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseKey } from '../../src/hash/parseKey.ts';
import { hash32, hashValue, SEED_HI, SEED_LO, type TypedValue } from '../../src/hash/partitionHash.ts';
import { remainderOf, rowHash } from '../../src/hash/textEntry.ts';

// Recorded from PostgreSQL 15.18 and 18.6, which agreed on every row; vectors/README.md describes the fields.
const MODULI = [2, 3, 4, 5, 8, 10, 16, 32, 64, 100, 1024];

const SINGLE: Readonly<Record<string, number>> = {
  int2: 300,
  int4: 700,
  int8: 900,
  oid: 200,
  bool: 6,
  text: 1000,
  varchar: 250,
  bpchar: 350,
  bpchar_10: 150,
  bytea: 300,
  uuid: 600,
  date: 350,
  timestamp: 350,
  timestamptz: 500,
  float4: 400,
  float8: 500,
  numeric: 1000,
  time: 250,
  timetz: 250,
  interval: 450,
};
const SEVERAL: Readonly<Record<string, number>> = {
  multi_int8_int8: 500,
  multi_text_int4: 400,
  multi_uuid_timestamptz: 400,
  multi_int4x5: 150,
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
}

function readRows(name: string): readonly Row[] {
  const lines = readFileSync(new URL(`vectors/${name}.jsonl`, import.meta.url), 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as Row);
}

function list<T>(value: OneOrMore<T>): readonly T[] {
  return Array.isArray(value) ? value : [value as T];
}

/** What our own functions give for a row, in the row's own shape. */
function compute(row: Row) {
  const types = list(row.t);
  const texts = list(row.in);
  const key = parseKey(types, texts);
  if (!key.ok) throw new Error(`${JSON.stringify(texts)}: ${key.error.error.message}`);
  const hash = rowHash(types, texts);
  return {
    in: texts,
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

describe.each(Object.entries({ ...SINGLE, ...SEVERAL }))('the recorded rows of %s', (name, count) => {
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
});

describe.each(Object.keys(SINGLE))('the recorded values of %s', (name) => {
  test('print as the servers printed them', () => {
    for (const row of readRows(name)) {
      if (typeof row.in !== 'string') continue;
      const key = parseKey(list(row.t), [row.in]);
      const { type, value } = key.ok ? key.value[0]! : expect.fail(`${row.in} is not read`);
      const printed = String(row.out ?? row.in);
      // The rows of bpchar are padded to the declared length, those of bool are cast to text, which spells the words out.
      const expected = type.id === 'bpchar' ? printed.replace(/ +$/, '') : printed.replace(/^(t)rue$|^(f)alse$/, type.id === 'bool' ? '$1$2' : '$&');
      expect(type.format(value!), row.in).toBe(expected);
    }
  });
});
