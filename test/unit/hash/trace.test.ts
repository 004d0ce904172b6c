import { describe, expect, test } from 'vitest';
import type { TypeName } from '../../../src/hash/parseKey.ts';
import { rowHash } from '../../../src/hash/textEntry.ts';
import { traceRowHash, type Words } from '../../../src/hash/trace.ts';

function join({ hi, lo }: Words): bigint {
  return (BigInt(hi) << 32n) | BigInt(lo);
}

function traced(types: readonly TypeName[], values: readonly (string | null)[]) {
  const trace = traceRowHash(types, values);
  return trace.ok ? trace.value : expect.fail(trace.error.error.message);
}

describe('the trace of a row hash', () => {
  test('ends in the row hash, each column going on where the one before stopped', () => {
    const types = ['int8', 'text', 'uuid'];
    const values = ['-7', 'Ж', '550e8400-e29b-41d4-a716-446655440000'];
    const { columns, rowHash: final } = traced(types, values);
    expect(join(final)).toBe(rowHash(types, values));
    expect(columns.map((column) => join(column.before))).toEqual([
      0n,
      ...columns.slice(0, -1).map((column) => join(column.after)),
    ]);
    expect(columns.at(-1)?.after).toEqual(final);
  });

  test('shows the recorded extended hash of the integer 1 with the partition seed', () => {
    const hash = join(traced(['int4'], ['0']).columns[0]!.hashed!.hash);
    expect(BigInt.asIntN(64, hash)).toBe(-4403592609991167795n);
  });

  test.each<[string, string, number[]]>([
    ['int4', '258', [2, 1, 0, 0]],
    ['int2', '-1', [255, 255, 255, 255]],
    ['int8', '4294967297', [0, 0, 0, 0]],
    ['int8', '-1', [255, 255, 255, 255]],
    ['date', '2000-01-02', [1, 0, 0, 0]],
    ['timestamp', '2000-01-01 00:00:00.000003', [3, 0, 0, 0]],
    ['text', 'é', [0xc3, 0xa9]],
    ['char(5)', 'a b  ', [97, 32, 98]],
    ['bytea', '\\x00ff', [0, 255]],
  ])('shows the bytes that are hashed: %s %s', (type, text, bytes) => {
    expect([...traced([type], [text]).columns[0]!.hashed!.calls[0]!.bytes]).toEqual(bytes);
  });

  test('shows the operator class, with its rule, bytes and 32-bit hash', () => {
    const [plain, blanks] = traced(['text', { type: 'text', operatorClass: 'bpchar_ops' }], ['a ', 'a ']).columns;
    expect(plain).toMatchObject({ operatorClass: { name: 'text_ops' }, type: { rule: 'text' }, canonical: 'a ' });
    expect(blanks).toMatchObject({
      operatorClass: { name: 'bpchar_ops', family: 'bpchar_ops', hashFunction: 'hashbpcharextended' },
      type: { id: 'text', rule: 'bpchar' },
      canonical: 'a ',
      hashed: { hash32: traced(['bpchar'], ['a']).columns[0]!.hashed!.hash32 },
    });
    expect([plain, blanks].map((column) => [...column!.hashed!.calls[0]!.bytes])).toEqual([[97, 32], [97]]);
  });

  test('shows a call for each element of an oidvector under array_ops, one for all under its own class', () => {
    const types = ['oidvector', { type: 'oidvector', operatorClass: 'array_ops' }];
    const calls = traced(types, ['1 2 3', '1 2 3']).columns.map((column) => column.hashed!.calls.length);
    expect(calls).toEqual([1, 3]);
  });

  test('shows the words a 64-bit integer is folded from', () => {
    const hashed = traced(['int8', 'int4'], ['-4294967295', '1']).columns.map((column) => column.hashed);
    expect(hashed[0]!.folded).toEqual({ hi: 0xffffffff, lo: 1 });
    expect(hashed[1]).not.toHaveProperty('folded');
  });

  test('shows a NULL as skipped', () => {
    const { columns } = traced(['int4', 'int4'], ['5', null]);
    expect(columns[1]).not.toHaveProperty('hashed');
    expect(columns[1]).toMatchObject({ canonical: null, before: columns[0]!.after, after: columns[0]!.after });
  });

  test('prints values the way PostgreSQL does', () => {
    const { columns } = traced(['timestamptz(0)', 'bytea', 'bool'], ['Jan 8 1999 04:05:06.7 PST', 'abc', 'yes']);
    expect(columns.map((column) => column.canonical)).toEqual(['1999-01-08 12:05:07+00', '\\x616263', 't']);
    expect(columns[0]).toMatchObject({ typmod: 0, type: { id: 'timestamptz' } });
  });

  test('names the column whose operator class does not take its type', () => {
    const trace = traceRowHash(['text', { type: 'uuid', operatorClass: 'text_ops' }], ['a', null]);
    expect(trace).toEqual({
      ok: false,
      error: {
        column: 1,
        error: { code: '42804', message: 'operator class "text_ops" does not accept data type uuid' },
      },
    });
  });

  test('names the column that is wrong', () => {
    const trace = traceRowHash(['int4', 'date'], ['1', '2024-02-30']);
    expect(trace).toEqual({
      ok: false,
      error: { column: 1, error: { code: '22008', message: 'date/time field value out of range: "2024-02-30"' } },
    });
  });
});
