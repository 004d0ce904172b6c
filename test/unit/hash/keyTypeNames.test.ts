import { describe, expect, test } from 'vitest';
import { findKeyType } from '../../../src/hash/keyTypes/keyTypes.ts';

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
  ])('is understood: %s', (name, id, typmod) => {
    const found = findKeyType(name);
    expect(found?.type.id).toBe(id);
    expect(found?.typmod).toBe(typmod);
  });

  test.each(['"char"', 'int4(3)', 'char(0)', 'varchar(10485761)', 'int4[]', '', '"bigint"', '"INT8"', 'intt'])(
    'is no key type: %s',
    (name) => {
      expect(findKeyType(name)).toBeNull();
    },
  );
});
