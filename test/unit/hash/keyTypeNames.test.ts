import { describe, expect, test } from 'vitest';
import { getKeyType } from '../../../src/hash/getKeyType.ts';
import { findKeyType } from '../../../src/hash/keyTypes/keyTypes.ts';
import { resolveKeyType } from '../../../src/hash/resolveKeyType.ts';
import { typeSqlName } from '../../../src/hash/typeText.ts';

describe('a type name', () => {
  test.each<[string, string, number | undefined]>([
    ['int', 'int4', undefined],
    ['BIGINT', 'int8', undefined],
    ['  character   varying ( 10 ) ', 'varchar', 10],
    ['VARCHAR(10)', 'varchar', 10],
    ['char(10)', 'bpchar', 10],
    ['char', 'bpchar', 1],
    ['character', 'bpchar', 1],
    ['bpchar', 'bpchar', undefined],
    ['nchar(3)', 'bpchar', 3],
    ['timestamp(3) with time zone', 'timestamptz', 3],
    ['timestamp with time zone', 'timestamptz', undefined],
    ['timestamp(0)', 'timestamp', 0],
    ['timestamp without time zone', 'timestamp', undefined],
    ['"int8"', 'int8', undefined],
    ['"char"', '"char"', undefined],
    ['numeric(10, 2)', 'numeric', 10 * 65536 + 2],
    ['decimal(5)', 'numeric', 5 * 65536],
    ['numeric(3,-2)', 'numeric', 3 * 65536 + 2046],
    ['double  precision', 'float8', undefined],
  ])('is understood: %s', (name, id, typmod) => {
    const found = findKeyType(name);
    expect(found?.type.id).toBe(id);
    expect(found?.typmod).toBe(typmod);
  });

  test.each([
    'int4(3)',
    'char(0)',
    'varchar(10485761)',
    'numeric(0)',
    'numeric(1001)',
    'varchar(1,2)',
    'int4[]',
    '',
    '"bigint"',
    '"INT8"',
    'intt',
  ])('is no key type: %s', (name) => {
    expect(findKeyType(name)).toBeNull();
  });
});

describe('a type made of others', () => {
  test.each([
    ['integer[]', 'int4[]', 'integer[]'],
    ['int4[][]', 'int4[]', 'integer[]'],
    ['int4 [3] [ 4 ]', 'int4[]', 'integer[]'],
    ['_int4', 'int4[]', 'integer[]'],
    ['_char', '"char"[]', '"char"[]'],
    ['bigint ARRAY', 'int8[]', 'bigint[]'],
    ['bigint array[4]', 'int8[]', 'bigint[]'],
    ['character varying(10)[]', 'varchar[]', 'character varying[]'],
    ['timestamp(3) with time zone[]', 'timestamptz[]', 'timestamp with time zone[]'],
    ["color AS ENUM ('red' = 7, 'it''s' = 9)", "color AS ENUM ('red' = 7, 'it''s' = 9)", 'color'],
    ["CREATE TYPE Mood AS enum('a'=1);", "mood AS ENUM ('a' = 1)", 'mood'],
    ['point3 AS (a INTEGER, "B c" text, n numeric(10,2))', 'point3 AS (a int4, "B c" text, n numeric(10,2))', 'point3'],
    ['"Two" as (x integer[], y varchar(3))', '"Two" AS (x int4[], y varchar(3))', '"Two"'],
  ])('is understood: %s', (text, id, sqlName) => {
    const { type } = resolved(text);
    expect(type.id).toBe(id);
    expect(type.sqlName).toBe(sqlName);
    expect(resolved(type.id).type.id).toBe(id);
    expect(getKeyType(type.id)).toBe(getKeyType(type.id));
  });

  test.each([
    ['money[]', '42883', 'could not identify an extended hash function for type money'],
    ['t AS (a int4, b json)', '42883', 'could not identify an extended hash function for type json'],
    ['foo[]', '42704', 'type "foo" does not exist'],
    ['t AS (a int4, a text)', '42701', 'column "a" specified more than once'],
    ['t AS (a)', '42601', 'syntax error at or near "a"'],
    ["e AS ENUM ('a' = 1, 'a' = 2)", '42710', 'label "a" is given twice'],
    ["e AS ENUM ('a' = 1, 'b' = 1)", '42710', 'oid 1 is given twice'],
    ["e AS ENUM ('a' = 4294967296)", '22003', 'value "4294967296" is out of range for type oid'],
    ["e AS ENUM ('a')", '0A000', 'the oid of the label "a" is missing: \'a\' = 16385'],
    ['e AS ENUM (red = 1)', '42601', 'syntax error at or near "red"'],
    ['e AS ENUM ()', '0A000', 'an enum without labels has no value to hash'],
    [`e AS ENUM ('${'x'.repeat(64)}' = 1)`, '42602', `invalid enum label "${'x'.repeat(64)}"`],
  ])('is refused: %s', (text, code, message) => {
    expect(resolveKeyType(text)).toMatchObject({ ok: false, error: { code, message } });
  });

  test('prints the lengths of its columns as CREATE TYPE takes them', () => {
    const { definition } = resolved('t AS (a varchar(5), b timestamp(3) with time zone, c numeric(4,1), d text)').type;
    const columns = definition?.kind === 'composite' ? definition.columns : [];
    expect(columns.map(typeSqlName)).toEqual([
      'character varying(5)',
      'timestamp(3) with time zone',
      'numeric(4,1)',
      'text',
    ]);
  });
});

function resolved(text: string) {
  const found = resolveKeyType(text);
  return found.ok ? found.value : expect.fail(`${text}: ${found.error.message}`);
}
