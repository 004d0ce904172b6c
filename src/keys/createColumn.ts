import type { Column } from '../hash/column.ts';
import type { Storage } from '../hash/keyType.ts';

/** An empty column block for `capacity` values; `maxBytes` is the most one value takes in `bytes` storage. */
export function createColumn(storage: Storage, capacity: number, maxBytes: number): Column {
  switch (storage) {
    case 'word':
      return { storage, words: new Int32Array(capacity) };
    case 'long':
      return { storage, hi: new Int32Array(capacity), lo: new Uint32Array(capacity) };
    case 'bytes':
      return { storage, data: new Uint8Array(capacity * maxBytes), offsets: new Uint32Array(capacity + 1) };
  }
}
