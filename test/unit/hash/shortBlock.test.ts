import { describe, expect, test } from 'vitest';
import type { KeyType } from '../../../src/hash/keyType.ts';
import { keyTypes } from '../../../src/hash/keyTypes/keyTypes.ts';
import { hash32 } from '../../../src/hash/partitionHash.ts';
import { DEFAULT_SERVER } from '../../../src/hash/server.ts';
import { shortHashBlock } from '../../../src/hash/shortBlock.ts';
import { toColumn } from '../../fixtures/columns.ts';
import { randomText } from '../../fixtures/randomKeyText.ts';

const COUNT = 300;

describe.each(keyTypes.map((type) => [type.id, type] as const))('short hashes of %s', (id, type: KeyType) => {
  test('of a block are those of single values', () => {
    const values = Array.from({ length: COUNT }, (_, i) => {
      const value = type.parse(randomText(id, 11, i), DEFAULT_SERVER);
      return value.ok ? value.value : expect.fail(value.error.message);
    });
    const out = new Int32Array(COUNT + 2);
    shortHashBlock(toColumn(type, values), COUNT, out.subarray(1, COUNT + 1));
    expect([...out]).toEqual([0, ...values.map((value) => hash32(type, value)), 0]);
  });
});

test('is what PostgreSQL 18 says of hashint4(1), hashint8(-1) and hashtext of abc', () => {
  const out = new Int32Array(1);
  shortHashBlock({ storage: 'word', words: Int32Array.of(1) }, 1, out);
  expect(out[0]).toBe(-1905060026);
  shortHashBlock({ storage: 'long', hi: Int32Array.of(-1), lo: Uint32Array.of(0xffffffff) }, 1, out);
  expect(out[0]).toBe(385747274);
  const data = new TextEncoder().encode('abc');
  shortHashBlock({ storage: 'bytes', data, offsets: Uint32Array.of(0, 3) }, 1, out);
  expect(out[0]).toBe(-785388649);
});
