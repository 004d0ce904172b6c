import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keyTypes } from '../../src/hash/keyTypes/keyTypes.ts';
import { catalogQuery } from '../../src/sql/catalogQuery.ts';
import { columnType } from '../../src/sql/columnType.ts';

let db: PGlite;
beforeAll(async () => {
  db = await PGlite.create();
}, 120_000);
afterAll(() => db.close());

test('the catalog query shows on a real server the chain of every type and operator class', async () => {
  const expected: unknown[] = [];
  const found: unknown[] = [];
  for (const type of keyTypes) {
    for (const { name, family, hashFunction } of type.operatorClasses) {
      await db.exec(`DROP TABLE IF EXISTS t; CREATE TABLE t (k ${columnType(type.sqlName)}) PARTITION BY HASH (k ${name})`);
      const { rows } = await db.query(catalogQuery({ schema: null, name: 't', keyColumns: [] }));
      found.push(...rows);
      expected.push({ column: 'k', type: columnType(type.sqlName), operator_class: name, family, support_function_2: hashFunction });
    }
  }
  expect(found).toEqual(expected);
});
