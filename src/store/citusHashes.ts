import { shortHashBlock } from '../hash/shortBlock.ts';
import { BLOCK_ROWS, createKeyReader } from '../keys/keyBlocks.ts';
import { distributionColumn, type KeySpec } from '../keys/keySpec.ts';
import { type ShardRange, shardFinder } from '../schemes/citus/ranges.ts';

/** Rows that are hashed while the reader waits: some hundredths of a second. */
export const MAX_HASHED_ROWS = 100_000;

const known = new WeakMap<KeySpec, Int32Array>();

/** The 32-bit hash of every row's distribution value, or null where there are too many rows to look at here. */
export function citusHashesOf(keys: KeySpec): Int32Array | null {
  if (keys.rows > MAX_HASHED_ROWS) return null;
  let hashes = known.get(keys);
  if (hashes === undefined) {
    hashes = hashRows(keys);
    known.set(keys, hashes);
  }
  return hashes;
}

function hashRows(keys: KeySpec): Int32Array {
  const reader = createKeyReader({ ...keys, columns: [distributionColumn(keys)] });
  const hashes = new Int32Array(keys.rows);
  for (let first = 0; first < keys.rows; first += BLOCK_ROWS) {
    const count = Math.min(BLOCK_ROWS, keys.rows - first);
    reader.read(first, count);
    shortHashBlock(reader.columns[0]!, count, hashes.subarray(first, first + count));
  }
  return hashes;
}

/** Rows in each range; ranges ascend and do not overlap. Hashes outside all of them are not counted. */
export function countInRanges(hashes: Int32Array, ranges: readonly ShardRange[]): number[] {
  const find = shardFinder(ranges);
  const counts = ranges.map(() => 0);
  for (const hash of hashes) {
    const index = find(hash);
    if (index >= 0) counts[index]!++;
  }
  return counts;
}
