import type { Column } from '../hash/column.ts';
import type { KeyType } from '../hash/keyType.ts';

/** An empty column block for `capacity` values; `maxBytes` is the most one value takes in `bytes` storage. */
export function createColumn({ storage, hash }: KeyType, capacity: number, maxBytes: number): Column {
  const custom = hash === undefined ? {} : { custom: hash };
  switch (storage) {
    case 'word':
      return { storage, words: new Int32Array(capacity), ...custom };
    case 'long':
      return { storage, hi: new Int32Array(capacity), lo: new Uint32Array(capacity), ...custom };
    case 'bytes':
      return { storage, data: new Uint8Array(capacity * maxBytes), offsets: new Uint32Array(capacity + 1), ...custom };
  }
}
