import { describe, expect, test } from 'vitest';
import { hashColumnBlock } from '../../../src/hash/blocks.ts';
import { getKeyType } from '../../../src/hash/getKeyType.ts';
import type { KeyType } from '../../../src/hash/keyType.ts';
import { keyTypes } from '../../../src/hash/keyTypes/keyTypes.ts';
import { withOperatorClass } from '../../../src/hash/operatorClass.ts';
import { hashValue, SEED_HI, SEED_LO } from '../../../src/hash/partitionHash.ts';
import { PgException } from '../../../src/hash/pgError.ts';
import { DEFAULT_SERVER } from '../../../src/hash/server.ts';
import { rowHash, shortHash } from '../../../src/hash/textEntry.ts';
import { toColumn } from '../../fixtures/columns.ts';
import { randomText } from '../../fixtures/randomKeyText.ts';

const bpcharText = { type: 'text', operatorClass: 'bpchar_ops' };
const arrayVector = { type: 'oidvector', operatorClass: 'array_ops' };

describe('a text under bpchar_ops', () => {
  test.each(['', ' ', 'a', 'a  ', ' a b ', 'é  ', '鍵\t ', 'a\u00a0', 'twelve bytes  ', 'longer than twelve bytes '])(
    'hashes as the character of it, without the blanks at its end: %j',
    (text) => {
      expect(rowHash([bpcharText], [text])).toBe(rowHash(['bpchar'], [text]));
      expect(rowHash([{ type: 'varchar', operatorClass: 'bpchar_pattern_ops' }], [text])).toBe(
        rowHash(['bpchar'], [text]),
      );
      expect(shortHash(bpcharText, text)).toBe(shortHash('bpchar', text));
    },
  );

  test('hashes as the text where no blank is at its end, and else not', () => {
    expect(rowHash([bpcharText], [' a\t'])).toBe(rowHash(['text'], [' a\t']));
    expect(rowHash([bpcharText], ['a '])).not.toBe(rowHash(['text'], ['a ']));
  });
});

describe('an oidvector under array_ops', () => {
  test.each(['', '0', '1 2 3', '4294967295 0 4294967295', '1 1 1 1 1 1 1 1 1'])(
    'hashes as the array of its oids: %j',
    (text) => {
      expect(rowHash([arrayVector], [text])).toBe(rowHash(['oid[]'], [`{${text.replaceAll(' ', ',')}}`]));
    },
  );
});

test('an integer under oid_ops hashes as an integer', () => {
  for (const text of ['-1', '0', '2147483647']) {
    expect(rowHash([{ type: 'int4', operatorClass: 'oid_ops' }], [text])).toBe(rowHash(['int4'], [text]));
  }
});

test('the column of a key that names an operator class is hashed by it, the others are not', () => {
  const values = ['a ', 'a '];
  expect(rowHash([bpcharText, 'text'], values)).toBe(rowHash(['bpchar', 'text'], values));
  expect(rowHash(['text', bpcharText], values)).toBe(rowHash(['text', 'bpchar'], values));
});

const rehashing = (keyTypes as readonly KeyType[]).flatMap(({ id, operatorClasses }) =>
  operatorClasses.filter(({ hashed }) => hashed !== undefined).map(({ name }) => [id, name] as const),
);

test.each(rehashing)('a block of %s under %s is hashed as single values are', (id, name) => {
  const type = getKeyType(id, name);
  const values = Array.from({ length: 200 }, (_, i) => {
    const value = type.parse(randomText(id, 5, i) + ' '.repeat(i % 3), DEFAULT_SERVER);
    return value.ok ? value.value : expect.fail(value.error.message);
  });
  const [hi, lo] = [new Uint32Array(200), new Uint32Array(200)];
  hashColumnBlock(toColumn(type, values), 200, hi, lo);
  const single = new Uint32Array(2);
  for (const [i, value] of values.entries()) {
    hashValue(type, value, SEED_HI, SEED_LO, single);
    expect([hi[i], lo[i]], type.format(value)).toEqual([...single]);
  }
});

describe('a type under an operator class', () => {
  test('is the type itself where the hash is the same, and else the same object each time', () => {
    expect(getKeyType('text', 'varchar_ops')).toBe(getKeyType('text'));
    expect(getKeyType('text', 'bpchar_ops')).toBe(getKeyType('text', 'bpchar_ops'));
    expect(getKeyType('text', 'bpchar_ops')).not.toBe(getKeyType('varchar', 'bpchar_ops'));
    expect(getKeyType('text', 'bpchar_ops')).toMatchObject({ id: 'text', rule: 'bpchar' });
  });

  test('has the default class when none is named', () => {
    expect(withOperatorClass(getKeyType('varchar'))).toMatchObject({
      ok: true,
      value: { operatorClass: { name: 'text_ops' } },
    });
  });

  test.each([
    ['int8', 'bpchar_ops', '42804', 'operator class "bpchar_ops" does not accept data type bigint'],
    ['bpchar', 'text_ops', '42804', 'operator class "text_ops" does not accept data type character'],
    ['int4', 'enum_ops', '42804', 'operator class "enum_ops" does not accept data type integer'],
    ['int4', 'my_ops', '42704', 'operator class "my_ops" does not exist for access method "hash"'],
  ])('is refused in the words of PostgreSQL: %s %s', (type, operatorClass, code, message) => {
    expect(() => getKeyType(type, operatorClass)).toThrow(new PgException({ code, message }));
    expect(() => rowHash([{ type, operatorClass }], ['1'])).toThrow(message);
  });
});
