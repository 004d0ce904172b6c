import { rowHashBlock } from '../hash/blocks.ts';
import { BLOCK_ROWS, createKeyReader } from '../keys/keyBlocks.ts';
import type { KeySpec } from '../keys/keySpec.ts';
import { createHashes } from './counter.ts';
import type { KeySample } from './protocol.ts';

/**
 * `size` evenly spaced rows from row 0 on, ascending: floor(i * rows / size). All rows when there are not more. i * rows
 * may pass 2^53, so quotient and remainder of rows / size are multiplied apart.
 */
export function sampleRows(rows: number, size: number): Float64Array {
  const count = Math.min(rows, size);
  const rest = count === 0 ? 0 : rows % count;
  const gap = count === 0 ? 0 : (rows - rest) / count;
  return Float64Array.from({ length: count }, (_, i) => i * gap + Math.floor((i * rest) / count));
}

/** Hashes the sampled rows; yields after every block and returns the sample. */
export function* hashSample(keys: KeySpec, size: number): Generator<void, KeySample> {
  const rows = sampleRows(keys.rows, size);
  const hashHi = new Uint32Array(rows.length);
  const hashLo = new Uint32Array(rows.length);
  const capacity = Math.min(BLOCK_ROWS, rows.length);
  const reader = createKeyReader(keys, capacity);
  const scratch = createHashes(capacity);
  for (let first = 0; first < rows.length; first += capacity) {
    const count = Math.min(capacity, rows.length - first);
    reader.readRows(rows, first, count);
    rowHashBlock(reader.columns, count, hashHi.subarray(first), hashLo.subarray(first), scratch);
    yield;
  }
  return { rows, hashHi, hashLo };
}
