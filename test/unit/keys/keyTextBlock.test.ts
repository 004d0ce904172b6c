import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { getKeyType } from '../../../src/hash/getKeyType.ts';
import type { KeyType } from '../../../src/hash/keyType.ts';
import { keyTypes } from '../../../src/hash/keyTypes/keyTypes.ts';
import { DEFAULT_SERVER, type ServerSpec } from '../../../src/hash/server.ts';
import { createKeyReader } from '../../../src/keys/keyBlocks.ts';
import type { KeySpec } from '../../../src/keys/keySpec.ts';
import { createKeyTexts } from '../../../src/keys/keyText.ts';
import { createKeyTextBlock } from '../../../src/keys/keyTextBlock.ts';
import { sourcesFor } from '../../../src/keys/sources.ts';
import { toColumn } from '../../fixtures/columns.ts';
import { randomText } from '../../fixtures/randomKeyText.ts';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true, fatal: true });

function textsOf({ data, offsets }: ReturnType<ReturnType<typeof createKeyTextBlock>>, count: number): string[] {
  return Array.from({ length: count }, (_, i) => decoder.decode(data.subarray(offsets[i], offsets[i + 1])));
}

/** Keys of one type; where they come from does not matter to their texts. */
function keysOf(type: KeyType, server: ServerSpec = DEFAULT_SERVER): KeySpec {
  const source = sourcesFor(type.id)[0]!.defaults(type.id);
  return { columns: [{ name: 'k', type: type.id, source }], rows: 1000, seed: 1, server };
}

describe.each(keyTypes.map((type) => [type.id, type] as const))('texts of %s', (id, type: KeyType) => {
  test.each(['UTF8', 'LATIN1'] as const)('are what the type prints, in a database in %s', (encoding) => {
    const server: ServerSpec = { version: 18, encoding };
    const values = Array.from({ length: 200 }, (_, i) => type.parse(randomText(id, 5, i), server)).flatMap((value) =>
      value.ok ? [value.value] : [],
    );
    const block = createKeyTextBlock(keysOf(type, server), values.length)([toColumn(type, values)], values.length);
    expect(textsOf(block, values.length)).toEqual(values.map((value) => type.format(value, server)));
  });

  test('are those of single rows, for every source that makes such keys', () => {
    for (const source of sourcesFor(id)) {
      const spec: KeySpec = { columns: [{ name: 'k', type: id, source: source.defaults(id) }], rows: 1000, seed: 3 };
      const reader = createKeyReader(spec, 50);
      const write = createKeyTextBlock(spec, 50);
      const single = createKeyTexts(spec);
      for (const [first, count] of [
        [0, 50],
        [963, 37],
      ] as const) {
        reader.read(first, count);
        const expected = Array.from({ length: count }, (_, i) => single(first + i)[0]);
        expect(textsOf(write(reader.columns, count), count), source.kind).toEqual(expected);
      }
    }
  });
});

test('integers of 64 bits keep every digit', () => {
  const int8 = getKeyType('int8');
  const edges = [0n, 1n, -1n, 2n ** 63n - 1n, -(2n ** 63n), 2n ** 53n, -(2n ** 53n), 2n ** 53n + 1n, -(2n ** 53n) - 1n];
  const values = (numbers: readonly bigint[]) =>
    numbers.map((number) => {
      const value = int8.parse(String(number), DEFAULT_SERVER);
      return value.ok ? value.value : expect.fail(value.error.message);
    });
  fc.assert(
    fc.property(fc.array(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }), { minLength: 1 }), (numbers) => {
      const all = [...edges, ...numbers, ...numbers.map((number) => (number / 10n ** 9n) * 10n ** 9n)];
      const block = createKeyTextBlock(keysOf(int8), all.length)([toColumn(int8, values(all))], all.length);
      expect(textsOf(block, all.length)).toEqual(all.map(String));
    }),
    { seed: 1, numRuns: 200 },
  );
});

test('columns are joined by colons, and texts longer than expected find room', () => {
  const prefix = 'ключ'.repeat(20);
  const spec: KeySpec = {
    columns: [
      { name: 'a', type: 'int8', source: { kind: 'serial', start: -1, stride: 1 } },
      { name: 'b', type: 'uuid', source: { kind: 'uuidv4' } },
      { name: 'c', type: 'text', source: { kind: 'text', prefix, start: 7, pad: 0 } },
      { name: 'd', type: 'date', source: { kind: 'serial', start: 0, stride: 1 } },
    ],
    rows: 100,
    seed: 1,
  };
  const reader = createKeyReader(spec, 100);
  reader.read(0, 100);
  const single = createKeyTexts(spec);
  const texts = textsOf(createKeyTextBlock(spec, 100)(reader.columns, 100), 100);
  expect(texts).toEqual(Array.from({ length: 100 }, (_, row) => single(row).join(':')));
  expect(texts[0]).toMatch(/^-1:[0-9a-f-]{36}:(?:ключ){20}7:2000-01-01$/u);
});
