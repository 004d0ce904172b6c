import { expect, test } from 'vitest';
import type { KeyTypeId } from '../../../src/hash/keyTypes/keyTypes.ts';
import type { KeyColumnSpec, KeySpec, SourceSpec } from '../../../src/keys/keySpec.ts';
import { validateKeySpec } from '../../../src/keys/validateKeySpec.ts';

const serial: SourceSpec = { kind: 'serial', start: 1, stride: 1 };
const id: KeyColumnSpec = { name: 'id', type: 'int8', source: serial };

function check(change: Partial<KeySpec>) {
  return validateKeySpec({ columns: [id], rows: 100, seed: 1, ...change });
}

function checkSource(type: KeyTypeId, source: SourceSpec, rows = 100) {
  return check({ columns: [{ name: 'k', type, source }], rows });
}

test('accepts the greatest table', () => {
  const columns = ['a', 'b', 'c', 'd'].map((name) => ({ ...id, name }));
  expect(check({ columns, rows: 1_000_000_000_000, seed: 4_294_967_295 })).toBeNull();
});

test.each([0, -1, 1.5, 1_000_000_000_001, Number.NaN, Number.POSITIVE_INFINITY])('refuses %d rows', (rows) => {
  expect(check({ rows })).toEqual({ id: 'keyRows', params: { value: rows, min: 1, max: 1_000_000_000_000 } });
});

test.each([-1, 0.5, 4_294_967_296, Number.NaN])('refuses seed %d', (seed) => {
  expect(check({ seed })).toEqual({ id: 'keySeed', params: { value: seed, min: 0, max: 4_294_967_295 } });
});

test('refuses no columns, too many columns and one name twice', () => {
  expect(check({ columns: [] })).toEqual({ id: 'keyColumns', params: { value: 0, min: 1, max: 4 } });
  const five = ['a', 'b', 'c', 'd', 'e'].map((name) => ({ ...id, name }));
  expect(check({ columns: five })).toEqual({ id: 'keyColumns', params: { value: 5, min: 1, max: 4 } });
  expect(check({ columns: [id, id] })).toEqual({ id: 'keyColumnTwice', params: { value: 'id' } });
});

test('refuses a source that cannot feed the type', () => {
  expect(checkSource('uuid', serial)).toEqual({ id: 'sourceNotForType', params: { source: 'serial', type: 'uuid' } });
});

test('refuses a serial that leaves its type, naming the last value', () => {
  const source: SourceSpec = { kind: 'serial', start: 1, stride: 1000 };
  expect(checkSource('int2', source, 33)).toBeNull();
  expect(checkSource('int2', source, 34)).toEqual({
    id: 'serialOutOfRange',
    params: { value: 33_001, min: -32_768, max: 32_767, type: 'smallint' },
  });
  expect(checkSource('oid', { kind: 'serial', start: -1, stride: 1 })?.params).toMatchObject({ value: -1, min: 0 });
  expect(checkSource('int8', { ...source, start: Number.MAX_SAFE_INTEGER - 5, stride: 1 })?.id).toBe(
    'serialOutOfRange',
  );
  expect(checkSource('int8', { ...serial, stride: 0 })?.id).toBe('serialStrideZero');
});

test('refuses prefixes that PostgreSQL text cannot hold', () => {
  const text = (prefix: string): SourceSpec => ({ kind: 'text', prefix, start: 1, pad: 0 });
  expect(checkSource('text', text('a\0b'))).toEqual({ id: 'textPrefixZero', params: { value: 2 } });
  expect(checkSource('text', text('a\ud83d'))?.id).toBe('textPrefixSurrogate');
  expect(checkSource('text', text('🔑'.repeat(100)))).toBeNull();
  expect(checkSource('text', text('🔑'.repeat(101)))?.params).toMatchObject({ value: 101, max: 100 });
  expect(checkSource('text', { ...text(''), start: Number.MAX_SAFE_INTEGER } as SourceSpec)?.id).toBe('textOutOfRange');
});

test('refuses more tenants than the type counts', () => {
  expect(checkSource('int2', { kind: 'zipf', tenants: 32_768, s: 1 })).toEqual({
    id: 'zipfOutOfRange',
    params: { value: 32_768, max: 32_767, type: 'smallint' },
  });
});

test('refuses instants that run out of their type', () => {
  const v7: SourceSpec = { kind: 'uuidv7', startMs: 2 ** 48 - 2, stepMs: 1 };
  expect(checkSource('uuid', v7, 2)).toBeNull();
  expect(checkSource('uuid', v7, 3)).toEqual({
    id: 'instantOutOfRange',
    params: { value: 2 ** 48, min: 0, max: 2 ** 48 - 1, type: 'uuid' },
  });
  const late: SourceSpec = { kind: 'timestamps', startMs: 8.64e15 - 10, stepMs: 1 };
  expect(checkSource('timestamp', late, 11)).toBeNull();
  expect(checkSource('timestamp', late, 12)?.id).toBe('instantOutOfRange');
});
