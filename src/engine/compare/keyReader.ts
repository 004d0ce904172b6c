import { rowHashBlock } from '../../hash/blocks.ts';
import { shortHashBlock } from '../../hash/shortBlock.ts';
import { createKeyReader } from '../../keys/keyBlocks.ts';
import { distributionColumn, type KeySpec } from '../../keys/keySpec.ts';
import { createKeyTextBlock } from '../../keys/keyTextBlock.ts';
import type { KeyBlock, KeyNeed } from '../../schemes/scheme.ts';

/** Reads keys as schemes want them; a read overwrites the one before it. Arrays that nobody needs stay empty. */
export interface SchemeKeyReader {
  /** Rows firstRow .. firstRow + count - 1 (0-based); count <= capacity. */
  read(firstRow: number, count: number): KeyBlock;
  /** The rows rows[first .. first + count - 1], in any order; count <= capacity. */
  readRows(rows: Float64Array, first: number, count: number): KeyBlock;
}

/** @param keys valid by validateKeySpec */
export function createSchemeKeyReader(keys: KeySpec, needs: ReadonlySet<KeyNeed>, capacity: number): SchemeKeyReader {
  const reader = createKeyReader(keys, capacity);
  const hasOwnClass = needs.has('short') && keys.columns[0]!.operatorClass !== undefined;
  const distribution = hasOwnClass
    ? createKeyReader({ ...keys, columns: [distributionColumn(keys)] }, capacity)
    : reader;
  const rowsOf = (need: KeyNeed): number => (needs.has(need) ? capacity : 0);
  const hashes = { hi: new Uint32Array(rowsOf('row')), lo: new Uint32Array(rowsOf('row')) };
  const scratch = { hi: new Uint32Array(rowsOf('row')), lo: new Uint32Array(rowsOf('row')) };
  const short = new Int32Array(rowsOf('short'));
  const noText = { data: new Uint8Array(0), offsets: new Uint32Array(1) };
  const writeTexts = needs.has('text') ? createKeyTextBlock(keys, capacity) : () => noText;

  function hash(count: number): KeyBlock {
    const { columns } = reader;
    if (needs.has('row')) rowHashBlock(columns, count, hashes.hi, hashes.lo, scratch);
    if (needs.has('short')) shortHashBlock(distribution.columns[0]!, count, short);
    const { data, offsets } = writeTexts(columns, count);
    return { hi: hashes.hi, lo: hashes.lo, short, data, offsets };
  }

  return {
    read(firstRow, count) {
      reader.read(firstRow, count);
      if (distribution !== reader) distribution.read(firstRow, count);
      return hash(count);
    },
    readRows(rows, first, count) {
      reader.readRows(rows, first, count);
      if (distribution !== reader) distribution.readRows(rows, first, count);
      return hash(count);
    },
  };
}
