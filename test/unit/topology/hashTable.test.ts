import { describe, expect, test } from 'vitest';
import { addPartition, detachPartition, type HashTable, insertFailure } from '../../../src/topology/hashTable.ts';
import { layoutOf } from '../../fixtures/layouts.ts';

function tableOf(...lines: readonly string[]): HashTable {
  return { name: 'h', partitions: layoutOf(...lines) };
}

function refusal(
  table: HashTable,
  name: string,
  modulus: number,
  remainder: number,
  via: 'create' | 'attach' = 'create',
) {
  const result = addPartition(table, { name, modulus, remainder }, via);
  return result.ok ? 'ok' : result.error;
}

/** From https://github.com/digoal/blog, 2021-04-22: one table with partitions of modulus 2 and 4. */
const mixed: HashTable = {
  name: 'c',
  partitions: [
    { name: 'c2_0', modulus: 2, remainder: 0 },
    { name: 'c4_1', modulus: 4, remainder: 1 },
    { name: 'c4_3', modulus: 4, remainder: 3 },
  ],
};

describe('addPartition', () => {
  test('accepts moduli 2 and 4 side by side, in any order', () => {
    let table: HashTable = { name: 'c', partitions: [] };
    for (const partition of [...mixed.partitions].reverse()) {
      const next = addPartition(table, partition, 'create');
      if (!next.ok) throw new Error(next.error.message);
      table = next.value;
    }
    expect(table).toEqual(mixed);
  });

  test('refuses (4, 0) beside (2, 0) with the owner of the slot', () => {
    expect(refusal(mixed, 'c4_0', 4, 0)).toEqual({
      code: '42P17',
      message: 'partition "c4_0" would overlap partition "c2_0"',
    });
  });

  test('names the owner of the lowest occupied slot, not the lowest remainder or modulus', () => {
    expect(refusal(tableOf('4: 3', '8: 1'), 'x', 2, 1)).toMatchObject({
      message: 'partition "x" would overlap partition "h_8_1"',
    });
    expect(refusal(tableOf('4: 1', '8: 3'), 'x', 2, 1)).toMatchObject({
      message: 'partition "x" would overlap partition "h_4_1"',
    });
  });

  test('starts a remainder beyond the greatest modulus at its rest', () => {
    expect(refusal(tableOf('2: 1'), 'x', 8, 7)).toMatchObject({
      message: 'partition "x" would overlap partition "h_2_1"',
    });
    expect(refusal(tableOf('2: 1'), 'x', 8, 6)).toBe('ok');
  });

  test('reports the modulus rule before the overlap, naming the bound before and then the bound behind', () => {
    const message = 'every hash partition modulus must be a factor of the next larger modulus';
    const detailOf = (modulus: number, existing: string): string => `The new modulus ${modulus} is ${existing}".`;
    expect(refusal(tableOf('4: 0 1'), 'x', 6, 0)).toEqual({
      code: '42P17',
      message,
      detail: detailOf(6, 'not divisible by 4, the modulus of existing partition "h_4_1'),
    });
    expect(refusal(tableOf('4: 0 1'), 'x', 3, 0)).toEqual({
      code: '42P17',
      message,
      detail: detailOf(3, 'not a factor of 4, the modulus of existing partition "h_4_0'),
    });
    expect(refusal(tableOf('2: 0', '12: 1 3'), 'x', 8, 5)).toMatchObject({
      detail: detailOf(8, 'not a factor of 12, the modulus of existing partition "h_12_1'),
    });
  });

  test('decides on huge moduli without slots for them', () => {
    const huge = { name: 'h', partitions: [{ name: 'a', modulus: 268_435_455, remainder: 5 }] };
    expect(refusal(huge, 'b', 1, 0)).toMatchObject({ message: 'partition "b" would overlap partition "a"' });
    expect(refusal(huge, 'b', 3, 1)).toBe('ok');
  });

  test('checks a CREATE in the order name, allocation, modulus, remainder, neighbours', () => {
    expect(refusal(tableOf('4: 0'), 'h_4_0', 0, 9)).toEqual({
      code: '42P07',
      message: 'relation "h_4_0" already exists',
    });
    expect(refusal(tableOf('4: 0'), 'h', 0, 9)).toEqual({ code: '42P07', message: 'relation "h" already exists' });
    expect(refusal(tableOf('268435456: 0'), 'x', 0, 9)).toMatchObject({ code: 'XX000' });
    expect(refusal(tableOf('4: 0'), 'x', 0, 9)).toEqual({
      code: '42P16',
      message: 'modulus for hash partition must be an integer value greater than zero',
    });
    expect(refusal(tableOf('4: 0'), 'x', 3, 3)).toEqual({
      code: '42P16',
      message: 'remainder for hash partition must be less than modulus',
    });
  });

  test('checks an ATTACH in the order modulus, allocation, partition, itself, neighbours', () => {
    expect(refusal(tableOf('4: 0'), 'h_4_0', 0, 9, 'attach')).toMatchObject({ code: '42P16' });
    expect(refusal(tableOf('268435456: 0'), 'h_268435456_0', 4, 1, 'attach')).toMatchObject({ code: 'XX000' });
    expect(refusal(tableOf('4: 0'), 'h_4_0', 3, 0, 'attach')).toEqual({
      code: '42809',
      message: '"h_4_0" is already a partition',
    });
    expect(refusal(tableOf('4: 0'), 'h', 3, 0, 'attach')).toEqual({
      code: '42P07',
      message: 'circular inheritance not allowed',
      detail: '"h" is already a child of "h".',
    });
  });
});

describe('detachPartition', () => {
  test('leaves the others', () => {
    expect(detachPartition(mixed, 'c4_1')).toEqual({
      ok: true,
      value: { name: 'c', partitions: [mixed.partitions[0], mixed.partitions[2]] },
    });
  });

  test('refuses a table that is no partition', () => {
    expect(detachPartition(mixed, 'q')).toEqual({
      ok: false,
      error: { code: '42P01', message: 'relation "q" is not a partition of relation "c"' },
    });
  });

  test('fails on a table whose index of slots is too large', () => {
    expect(detachPartition(tableOf('268435456: 0'), 'h_268435456_0')).toMatchObject({
      error: { message: 'invalid memory alloc request size 1073741824' },
    });
  });
});

test('every use fails from modulus 268435456 on, with the bytes of a 64-bit server', () => {
  expect(insertFailure(tableOf('268435455: 0'))).toBeNull();
  expect(insertFailure({ name: 'h', partitions: [] })).toBeNull();
  expect(insertFailure(tableOf('268435456: 0'))).toEqual({
    code: 'XX000',
    message: 'invalid memory alloc request size 1073741824',
  });
  expect(insertFailure(tableOf('2147483647: 0'))?.message).toBe('invalid memory alloc request size 8589934588');
});
