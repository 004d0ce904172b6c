import type { Column } from '../hash/column.ts';
import { getKeyType } from '../hash/getKeyType.ts';
import type { KeyValue } from '../hash/keyType.ts';
import { createKeyReader } from './keyBlocks.ts';
import type { KeySpec } from './keySpec.ts';

/** PostgreSQL's text of the key values of row `row` (0-based), one a key column. For one row; for many, createKeyTexts. */
export function keyTexts(spec: KeySpec, row: number): string[] {
  return createKeyTexts(spec)(row);
}

/** The same for many rows: the sources are prepared once. */
export function createKeyTexts(spec: KeySpec): (row: number) => string[] {
  const types = spec.columns.map((column) => getKeyType(column.type));
  const { columns, read } = createKeyReader(spec, 1);
  return (row) => {
    read(row, 1);
    return types.map((type, index) => type.format(valueAt(columns[index]!, 0), spec.server));
  };
}

/** Value `index` of a column. The bytes are a view: they change with the next read. */
export function valueAt(column: Column, index: number): KeyValue {
  switch (column.storage) {
    case 'word':
      return { storage: 'word', word: column.words[index]! };
    case 'long':
      return { storage: 'long', hi: column.hi[index]!, lo: column.lo[index]! };
    case 'bytes':
      return { storage: 'bytes', bytes: column.data.subarray(column.offsets[index]!, column.offsets[index + 1]!) };
  }
}
