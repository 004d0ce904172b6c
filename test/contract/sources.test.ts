import { describe, expect, test } from 'vitest';
import type { Column } from '../../src/hash/column.ts';
import { getKeyType } from '../../src/hash/getKeyType.ts';
import { keyTypes } from '../../src/hash/keyTypes/keyTypes.ts';
import { DEFAULT_SERVER } from '../../src/hash/server.ts';
import { createKeyReader } from '../../src/keys/keyBlocks.ts';
import { type KeySpec, MAX_ROWS } from '../../src/keys/keySpec.ts';
import { createKeyTexts } from '../../src/keys/keyText.ts';
import type { KeySource } from '../../src/keys/source.ts';
import { sources } from '../../src/keys/sources.ts';
import { validateKeySpec } from '../../src/keys/validateKeySpec.ts';

const ROWS = 3000;

interface Case {
  readonly source: KeySource;
  readonly type: string;
}

const cases: Case[] = (sources as readonly KeySource[]).flatMap((source) =>
  (source.types ?? keyTypes.map(({ id }) => id)).map((type): Case => ({ source, type })),
);

function specOf({ source, type }: Case, seed = 7): KeySpec {
  return { columns: [{ name: 'k', type, source: source.defaults(type) }], rows: ROWS, seed };
}

/** The values of a column as strings that are equal exactly when the stored words or bytes are. */
function rawValues(column: Column, count: number): string[] {
  return Array.from({ length: count }, (_, i) => {
    if (column.storage === 'word') return String(column.words[i]);
    if (column.storage === 'long') return `${column.hi[i]}:${column.lo[i]}`;
    return Array.from(column.data.subarray(column.offsets[i], column.offsets[i + 1])).join(' ');
  });
}

function readAll(spec: KeySpec, blockRows: number): string[] {
  const reader = createKeyReader(spec, blockRows);
  const values: string[] = [];
  for (let row = 0; row < spec.rows; row += blockRows) {
    const count = Math.min(blockRows, spec.rows - row);
    reader.read(row, count);
    values.push(...rawValues(reader.columns[0]!, count));
  }
  return values;
}

describe.each(cases.map((entry) => [entry.source.kind, entry.type, entry] as const))('%s for %s', (_, __, entry) => {
  const spec = specOf(entry);
  const storage = getKeyType(entry.type).storage;

  test('has valid defaults', () => {
    expect(validateKeySpec(spec)).toBeNull();
  });

  test('fills the storage of its type', () => {
    expect(createKeyReader(spec).columns[0]!.storage).toBe(storage);
  });

  test('gives the same keys for every block size and on every run', () => {
    const whole = readAll(spec, ROWS);
    expect(readAll(spec, ROWS)).toEqual(whole);
    expect(readAll(spec, 1)).toEqual(whole);
    expect(readAll(spec, 997)).toEqual(whole);
  });

  test('gives single rows in any order as it does in blocks', () => {
    const whole = readAll(spec, ROWS);
    const rows = Float64Array.of(2999, 0, 1, 1500, 1499, 0);
    const reader = createKeyReader(spec, 8);
    reader.readRows(rows, 1, 5);
    expect(rawValues(reader.columns[0]!, 5)).toEqual(Array.from(rows.subarray(1), (row) => whole[row]));
  });

  test('gives values that PostgreSQL text input reads back to the same words', () => {
    const reader = createKeyReader(spec, ROWS);
    reader.read(0, ROWS);
    const raw = rawValues(reader.columns[0]!, ROWS);
    const texts = createKeyTexts(spec);
    for (let row = 0; row < ROWS; row += 37) {
      const parsed = getKeyType(entry.type).parse(texts(row)[0]!, DEFAULT_SERVER);
      expect(parsed.ok, `row ${row}: ${texts(row)[0]}`).toBe(true);
      if (!parsed.ok) continue;
      const value = parsed.value;
      const words =
        value.storage === 'word'
          ? String(value.word | 0)
          : value.storage === 'long'
            ? `${value.hi}:${value.lo}`
            : Array.from(value.bytes).join(' ');
      expect(words, `row ${row}: ${texts(row)[0]}`).toBe(raw[row]);
    }
  });

  test('makes keys of the last rows of the largest table, or refuses them with a value and a limit', () => {
    const large = { ...spec, rows: MAX_ROWS };
    const refusal = validateKeySpec(large);
    if (refusal !== null) {
      expect(refusal.params).toMatchObject({ value: expect.any(Number), max: expect.any(Number) });
      return;
    }
    const parsed = getKeyType(entry.type).parse(createKeyTexts(large)(MAX_ROWS - 1)[0]!, DEFAULT_SERVER);
    expect(parsed.ok).toBe(true);
  });
});

describe.each((sources as readonly KeySource[]).map((source) => [source.kind, source] as const))('%s', (_, source) => {
  const type = source.types?.[0] ?? 'text';
  const check = (name: string, value: unknown) =>
    source.validate({ ...source.defaults(type), [name]: value } as never, type, 10, DEFAULT_SERVER);

  test('refuses each field outside its limits, naming value and limit', () => {
    for (const { kind, name, min, max } of source.fields) {
      const below = kind === 'text' ? null : check(name, min - (kind === 'integer' ? 2 : 0.5));
      const above = check(name, kind === 'text' ? 'x'.repeat(max + 1) : max + 2);
      if (kind !== 'text') expect(below, `${name} below ${min}`).toMatchObject({ params: { field: name, min, max } });
      expect(above, `${name} above ${max}`).toMatchObject({ params: { field: name, min, max } });
      expect(check(name, Number.NaN), `${name} NaN`).toMatchObject({ params: { field: name } });
      expect(check(name, null), `${name} null`).toMatchObject({ params: { field: name } });
      if (kind === 'integer') expect(check(name, 1.5)?.id).toBe('sourceFieldNotInteger');
    }
  });

  test('describes the fields of its defaults', () => {
    const { kind, ...values } = source.defaults(type);
    expect(kind).toBe(source.kind);
    expect(source.fields.map((field) => field.name).sort()).toEqual(Object.keys(values).sort());
  });

  test('changes with the seed exactly when it is random', () => {
    const isRandom = ['random', 'uuidv4', 'uuidv7', 'zipf'].includes(source.kind);
    const [one, two] = [1, 2].map((seed) => readAll(specOf({ source, type }, seed), ROWS).join());
    expect(one !== two).toBe(isRandom);
  });
});
