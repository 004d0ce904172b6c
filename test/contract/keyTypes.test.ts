import { describe, expect, test } from 'vitest';
import { hashColumnBlock, rowHashBlock } from '../../src/hash/blocks.ts';
import { getKeyType } from '../../src/hash/getKeyType.ts';
import type { KeyType, KeyValue } from '../../src/hash/keyType.ts';
import { findKeyType, keyTypes } from '../../src/hash/keyTypes/keyTypes.ts';
import { hashValue, partitionRowHash, SEED_HI, SEED_LO } from '../../src/hash/partitionHash.ts';
import { DEFAULT_SERVER } from '../../src/hash/server.ts';
import { toColumn } from '../fixtures/columns.ts';
import { randomText } from '../fixtures/randomKeyText.ts';

const SEED = 7;
const COUNT = 200;

/** A text each type refuses; a character type refuses no text but U+0000. */
const REFUSED: Readonly<Record<string, string>> = {
  text: 'a\0b',
  varchar: '\0',
  bpchar: '\0',
  name: '\0',
  '"char"': '\0',
};

function parsed(type: KeyType, text: string): KeyValue {
  const value = type.parse(text, DEFAULT_SERVER);
  return value.ok ? value.value : expect.fail(`${type.id} ${text}: ${value.error.message}`);
}

describe.each(keyTypes.map((type) => [type.id, type] as const))('key type %s', (id, type: KeyType) => {
  const values = Array.from({ length: COUNT }, (_, i) => parsed(type, randomText(id, SEED, i)));

  test('reads what it prints as the same value', () => {
    for (const value of values) expect(parsed(type, type.format(value))).toEqual(value);
  });

  test('keeps its values in its storage', () => {
    expect(new Set(values.map((value) => value.storage))).toEqual(new Set([type.storage]));
  });

  test('hashes a block as it hashes single values', () => {
    const [hi, lo] = [new Uint32Array(COUNT), new Uint32Array(COUNT)];
    hashColumnBlock(toColumn(type, values), COUNT, hi, lo);
    const single = new Uint32Array(2);
    for (const [i, value] of values.entries()) {
      hashValue(type, value, SEED_HI, SEED_LO, single);
      expect([hi[i], lo[i]], type.format(value)).toEqual([...single]);
    }
  });

  test('combines NULLs and a second column in blocks as in single rows', () => {
    const first = values.map((value, i) => (i % 3 === 0 ? null : value));
    const second = values.map((_, i) => (i % 5 === 0 ? null : values[COUNT - 1 - i]!));
    const [hi, lo] = [new Uint32Array(COUNT), new Uint32Array(COUNT)];
    const scratch = { hi: new Uint32Array(COUNT), lo: new Uint32Array(COUNT) };
    rowHashBlock([toColumn(type, first), toColumn(type, second)], COUNT, hi, lo, scratch);
    const single = new Uint32Array(2);
    for (let i = 0; i < COUNT; i++) {
      partitionRowHash(
        [first[i]!, second[i]!].map((value) => ({ type, value })),
        single,
      );
      expect([hi[i], lo[i]], `row ${i}`).toEqual([...single]);
    }
  });

  test('refuses bad text with a SQLSTATE and a message', () => {
    const value = type.parse(REFUSED[id] ?? (id === 'bytea' ? '\\xq' : 'no such value'), DEFAULT_SERVER);
    expect(value.ok ? null : value.error).toMatchObject({
      code: expect.stringMatching(/^(?:22[0-9P]{3}|0A000)$/),
      message: expect.stringMatching(/^(?:invalid|malformed|names of type|unrecognized) /),
    });
  });

  test('is found by its id and by every name it has', () => {
    expect(getKeyType(id)).toBe(type);
    for (const name of [type.id, id.startsWith('"') ? id : type.sqlName.toUpperCase(), ...type.aliases]) {
      expect(findKeyType(` ${name} `)?.type, name).toBe(type);
    }
  });
});

test('no two key types share a name', () => {
  const names = (keyTypes as readonly KeyType[]).flatMap(({ id, sqlName, aliases }) => [
    ...new Set([id, sqlName, ...aliases]),
  ]);
  expect(new Set(names).size).toBe(names.length);
});
