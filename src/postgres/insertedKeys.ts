import { sampleRows } from '../engine/sample.ts';
import { rowHashBlock } from '../hash/blocks.ts';
import { createKeyReader } from '../keys/keyBlocks.ts';
import type { KeySpec } from '../keys/keySpec.ts';
import type { Layout } from '../topology/layout.ts';
import { buildRouter, routeHash } from '../topology/routing.ts';

/** The keys that are inserted, with their places by our own hash. */
export interface InsertedKeys {
  /** 0-based row numbers in the key spec, ascending. */
  readonly rows: Float64Array;
  /** For each of them its position in the old and in the new layout; -1 = the new layout has no partition for it. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly sampled: boolean;
  /** Keys left out because no partition of the old layout takes them. */
  readonly withoutPartition: number;
}

/** Rows floor(i * rows / count) for i = 0 .. count - 1: evenly spaced, all when count >= rows. */
export function evenlySpaced(rows: number, count: number): Float64Array {
  return sampleRows(rows, count);
}

/** Chooses at most `limit` keys and routes them with the hash, key and topology layers: the prediction itself. */
export function chooseKeys(keys: KeySpec, from: Layout, to: Layout, limit: number): InsertedKeys {
  const rows = evenlySpaced(keys.rows, limit);
  const oldRouter = buildRouter(from);
  const newRouter = buildRouter(to);
  const chosen = new Float64Array(rows.length);
  const oldAt = new Int32Array(rows.length);
  const newAt = new Int32Array(rows.length);
  let kept = 0;
  forEachRowHash(keys, rows, (at, hi, lo) => {
    const place = routeHash(oldRouter, hi, lo);
    if (place < 0) return;
    chosen[kept] = rows[at]!;
    oldAt[kept] = place;
    newAt[kept] = routeHash(newRouter, hi, lo);
    kept++;
  });
  return {
    rows: chosen.subarray(0, kept),
    from: oldAt.subarray(0, kept),
    to: newAt.subarray(0, kept),
    sampled: rows.length < keys.rows,
    withoutPartition: rows.length - kept,
  };
}

function forEachRowHash(keys: KeySpec, rows: Float64Array, visit: (at: number, hi: number, lo: number) => void): void {
  const reader = createKeyReader(keys);
  const { capacity } = reader;
  const hi = new Uint32Array(capacity);
  const lo = new Uint32Array(capacity);
  const scratch = { hi: new Uint32Array(capacity), lo: new Uint32Array(capacity) };
  for (let first = 0; first < rows.length; first += capacity) {
    const count = Math.min(capacity, rows.length - first);
    reader.readRows(rows, first, count);
    rowHashBlock(reader.columns, count, hi, lo, scratch);
    for (let i = 0; i < count; i++) visit(first + i, hi[i]!, lo[i]!);
  }
}
