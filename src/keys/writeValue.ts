import type { BytesColumn, Column } from '../hash/column.ts';
import type { KeyValue } from '../hash/keyType.ts';

/**
 * Stores a value at a position of a column of its storage. In a `bytes` column offsets[at] must be set already; its data
 * grows when a value needs more room.
 */
export function writeValue(column: Column, at: number, value: KeyValue): void {
  if (column.storage === 'word' && value.storage === 'word') column.words[at] = value.word;
  else if (column.storage === 'long' && value.storage === 'long') {
    column.hi[at] = value.hi;
    column.lo[at] = value.lo;
  } else if (column.storage === 'bytes' && value.storage === 'bytes') {
    const start = column.offsets[at]!;
    const end = start + value.bytes.length;
    ensureRoom(column, end);
    column.data.set(value.bytes, start);
    column.offsets[at + 1] = end;
  } else throw new TypeError(`a ${value.storage} value does not fit a ${column.storage} column`);
}

function ensureRoom(column: BytesColumn, length: number): void {
  if (length <= column.data.length) return;
  const longer = new Uint8Array(Math.max(length, 2 * column.data.length));
  longer.set(column.data);
  column.data = longer;
}
