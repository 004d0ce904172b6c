import { describe, expect, test } from 'vitest';
import { type KeyTypeId, keyTypes } from '../../../src/hash/keyTypes/keyTypes.ts';
import { columnSeed } from '../../../src/keys/keyBlocks.ts';
import { type KeySpec, MAX_ROWS, type SourceSpec } from '../../../src/keys/keySpec.ts';
import { createKeyTexts, keyTexts } from '../../../src/keys/keyText.ts';
import { sourcesFor } from '../../../src/keys/sources.ts';
import { mix32 } from '../../../src/lib/prng.ts';

/** UUIDs of rows of the largest table there can be. */
function longTexts(rows: readonly number[]): string[] {
  const source = { kind: 'uuidv4' } as const;
  const spec: KeySpec = { columns: [{ name: 'k', type: 'uuid', source }], rows: MAX_ROWS, seed: 1 };
  return rows.map((row) => createKeyTexts(spec)(row)[0]!);
}

function texts(type: KeyTypeId, source: SourceSpec, rows: readonly number[], seed = 1): string[] {
  const spec: KeySpec = { columns: [{ name: 'k', type, source }], rows: 100_000_000, seed };
  const read = createKeyTexts(spec);
  return rows.map((row) => read(row)[0]!);
}

describe('serial', () => {
  test('counts from start by stride', () => {
    expect(texts('int4', { kind: 'serial', start: 10, stride: -3 }, [0, 1, 5])).toEqual(['10', '7', '-5']);
    expect(texts('int2', { kind: 'serial', start: -32768, stride: 1 }, [0, 65535])).toEqual(['-32768', '32767']);
  });

  test('keeps every digit of 53-bit integers, of either sign, in bigint and in text', () => {
    const up: SourceSpec = { kind: 'serial', start: Number.MAX_SAFE_INTEGER - 2, stride: 1 };
    const down: SourceSpec = { kind: 'serial', start: -4294967295, stride: -1 };
    for (const type of ['int8', 'text'] as const) {
      expect(texts(type, up, [0, 2])).toEqual(['9007199254740989', '9007199254740991']);
      expect(texts(type, down, [0, 1, 2])).toEqual(['-4294967295', '-4294967296', '-4294967297']);
    }
  });

  test('reaches the upper half of oid', () => {
    expect(texts('oid', { kind: 'serial', start: 2147483647, stride: 1 }, [0, 1, 2147483648])).toEqual([
      '2147483647',
      '2147483648',
      '4294967295',
    ]);
  });

  test('counts days for date', () => {
    expect(texts('date', { kind: 'serial', start: 8766, stride: 1 }, [0, 31])).toEqual(['2024-01-01', '2024-02-01']);
  });
});

describe('text', () => {
  test('joins prefix and padded number', () => {
    const source: SourceSpec = { kind: 'text', prefix: 'user_', start: 9, pad: 3 };
    expect(texts('text', source, [0, 1, 999])).toEqual(['user_009', 'user_010', 'user_1008']);
  });

  test('writes 20 digits of padding and an empty prefix', () => {
    expect(texts('text', { kind: 'text', prefix: '', start: 9007199254740990, pad: 20 }, [1])).toEqual([
      '00009007199254740991',
    ]);
    expect(texts('varchar', { kind: 'text', prefix: '', start: 0, pad: 0 }, [0])).toEqual(['0']);
  });

  test('encodes other scripts as UTF-8', () => {
    expect(texts('text', { kind: 'text', prefix: 'ключ-键-🔑-', start: 1, pad: 0 }, [41])).toEqual(['ключ-键-🔑-42']);
    expect(texts('bytea', { kind: 'text', prefix: 'é', start: 1, pad: 0 }, [0])).toEqual(['\\xc3a931']);
  });
});

describe('UUIDs', () => {
  const v4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

  test('have version 4 and its variant', () => {
    for (const text of texts('uuid', { kind: 'uuidv4' }, [0, 1, 2, 50_000_000])) expect(text).toMatch(v4);
  });

  test('are the same as uuid and as text', () => {
    const rows = [0, 7, 99_999_999];
    expect(texts('text', { kind: 'uuidv4' }, rows)).toEqual(texts('uuid', { kind: 'uuidv4' }, rows));
  });

  test('do not repeat within 200000 rows', () => {
    const rows = Array.from({ length: 200_000 }, (_, row) => row);
    expect(new Set(texts('uuid', { kind: 'uuidv4' }, rows)).size).toBe(200_000);
  });

  test('do not repeat in rows that are 2^32 apart and share their first word', () => {
    const seed = columnSeed(1, 0);
    const mixed = (high: number): number => mix32(seed ^ Math.imul(high, 0x9e3779b9));
    for (let high = 1; high < 233; high++) {
      const row = high * 2 ** 32 + ((5 ^ mixed(0) ^ mixed(high)) >>> 0);
      const [first, far] = longTexts([5, row]);
      expect(far!.slice(0, 8), `row ${row}`).toBe(first!.slice(0, 8));
      expect(far).not.toBe(first);
    }
  });

  test('of version 7 carry the millisecond and rise with it', () => {
    const source: SourceSpec = { kind: 'uuidv7', startMs: 1_735_689_600_000, stepMs: 0.5 };
    const made = texts('uuid', source, [0, 1, 2, 3, 4]);
    const milliseconds = made.map(
      (text) => Number.parseInt(text.replace('-', '').slice(0, 12), 16) - 1_735_689_600_000,
    );
    expect(milliseconds).toEqual([0, 0, 1, 1, 2]);
    for (const text of made) expect(text).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab]/);
    const steps = texts('uuid', { ...source, stepMs: 1 }, [0, 1, 2, 3, 4, 65_536]);
    expect([...steps].sort()).toEqual(steps);
  });
});

describe('random', () => {
  test('gives both booleans about equally often', () => {
    const rows = Array.from({ length: 10_000 }, (_, row) => row);
    const trues = texts('bool', { kind: 'random' }, rows).filter((text) => text === 't').length;
    expect(Math.abs(trues - 5000)).toBeLessThan(250);
  });

  test.each([
    ['int2', 15],
    ['int4', 31],
    ['int8', 63],
  ] as const)('covers both signs and the leading bit of %s', (type, bits) => {
    const rows = Array.from({ length: 2000 }, (_, row) => row);
    const values = texts(type, { kind: 'random' }, rows).map(Number);
    expect(Math.max(...values)).toBeGreaterThan(2 ** (bits - 1));
    expect(Math.max(...values)).toBeLessThanOrEqual(2 ** bits);
    expect(Math.min(...values)).toBeLessThan(-(2 ** (bits - 1)));
    expect(Math.min(...values)).toBeGreaterThanOrEqual(-(2 ** bits));
  });
});

describe('timestamps', () => {
  test('advance by the step, to the microsecond', () => {
    const source: SourceSpec = { kind: 'timestamps', startMs: 946_684_800_000, stepMs: 1500.001 };
    expect(texts('timestamp', source, [0, 1, 1000])).toEqual([
      '2000-01-01 00:00:00',
      '2000-01-01 00:00:01.500001',
      '2000-01-01 00:25:00.001',
    ]);
  });

  test('are exact where microseconds pass 2^53', () => {
    const source: SourceSpec = { kind: 'timestamps', startMs: 8_000_000_000_000_000, stepMs: 0.001 };
    expect(texts('timestamptz', source, [1, 99_999_999])).toEqual([
      '255479-11-28 14:13:20.000001+00',
      '255479-11-28 14:14:59.999999+00',
    ]);
  });

  test('give dates before the epoch their own day', () => {
    const source: SourceSpec = { kind: 'timestamps', startMs: -1, stepMs: 1 };
    expect(texts('date', source, [0, 1])).toEqual(['1969-12-31', '1970-01-01']);
    expect(texts('timestamp', source, [0, 1])).toEqual(['1969-12-31 23:59:59.999', '1970-01-01 00:00:00']);
  });
});

describe('several columns', () => {
  test('with the same source hold different values', () => {
    const column = { type: 'int8', source: { kind: 'random' } } as const;
    const spec: KeySpec = {
      columns: [
        { name: 'a', ...column },
        { name: 'b', ...column },
      ],
      rows: 10,
      seed: 1,
    };
    const [a, b] = keyTexts(spec, 3);
    expect(a).not.toBe(b);
  });

  test('hold a tenant and an id in column order', () => {
    const spec: KeySpec = {
      columns: [
        { name: 'tenant', type: 'int4', source: { kind: 'zipf', tenants: 1, s: 1 } },
        { name: 'id', type: 'int8', source: { kind: 'serial', start: 1, stride: 1 } },
      ],
      rows: 10,
      seed: 1,
    };
    expect(keyTexts(spec, 9)).toEqual(['1', '10']);
  });
});

test('every type has a source', () => {
  for (const { id } of keyTypes) expect(sourcesFor(id).length, id).toBeGreaterThan(0);
  expect(sourcesFor('uuid').map((source) => source.kind)).toEqual(['uuidv4', 'uuidv7', 'pattern']);
});
