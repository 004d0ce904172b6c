import type { CustomHash } from './keyType.ts';

/**
 * Typed columns in blocks: what key sources fill and block kernels read. `count` values are valid, arrays may be longer
 * and are reused from block to block. `nulls[i] = 1` marks a NULL; an absent `nulls` means there is none. `custom` is the hash of
 * the column's type and operator class where that is not the one of the storage.
 */
export type Column = WordColumn | LongColumn | BytesColumn;

export interface WordColumn {
  readonly storage: 'word';
  readonly words: Int32Array;
  readonly nulls?: Uint8Array;
  readonly custom?: CustomHash;
}

export interface LongColumn {
  readonly storage: 'long';
  readonly hi: Int32Array;
  readonly lo: Uint32Array;
  readonly nulls?: Uint8Array;
  readonly custom?: CustomHash;
}

export interface BytesColumn {
  readonly storage: 'bytes';
  /** Value i is data[offsets[i] .. offsets[i + 1]). Whoever fills the column may put a longer array here. */
  data: Uint8Array;
  readonly offsets: Uint32Array;
  readonly nulls?: Uint8Array;
  readonly custom?: CustomHash;
}
