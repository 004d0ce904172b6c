import { columnSeed } from '../../keys/keyBlocks.ts';
import type { KeySpec } from '../../keys/keySpec.ts';
import type { HashBound } from '../../topology/layout.ts';
import type { Counter } from '../kernel.ts';
import type { Tally } from '../tallies.ts';
import { type ColumnHasher, createColumnHasher, createFilledHasher } from './columnHasher.ts';
import { createFusedCounter } from './fusedCounter.ts';
import { createSerialCounter } from './serialCounter.ts';
import type { SimdExports } from './simdExports.ts';
import { createSimdMemory, type SimdMemory } from './simdMemory.ts';
import { createTallyCounter, type TallyCounter, tallyBytes } from './tallyCounter.ts';

/** Most memory that the histograms of a counter may take; planTallies() asks for half of it at most. */
const MAX_TALLY_BYTES = 2 ** 28;

/** Rows of a call: a few milliseconds. Keys that the reference has to make take about eight times as long. */
const PIECE = 2 ** 20;
const FILLED_PIECE = 2 ** 17;

/**
 * A counter that hashes a block of keys once and gives it to every tally; for one tally of residues, consecutive
 * integers, UUIDs and numbered texts take a shorter way. Null when the keys or the tallies are left to the reference.
 * @param wasm a fresh instance, which is the counter's own from then on
 * @throws RangeError when there is not enough memory
 */
export function createSimdCounter(
  wasm: SimdExports,
  keys: KeySpec,
  from: readonly HashBound[],
  to: readonly (readonly HashBound[])[],
  tallies: readonly Tally[],
): Counter | null {
  if (tallies.reduce((sum, tally) => sum + tallyBytes(tally, from, to), 0) > MAX_TALLY_BYTES) return null;
  const memory = createSimdMemory(wasm);
  const tallyCounters = tallies.map((tally) => createTallyCounter(wasm, memory, tally, from, to));
  const serial = createSerialCounter(wasm, memory, keys, tallies, tallyCounters);
  const fused = serial ?? createFusedCounter(wasm, memory, keys, columnSeed(keys.seed, 0), tallies, tallyCounters);
  if (fused !== null) return { pieceRows: PIECE, ...fused };
  const hashers = createHashers(wasm, memory, keys);
  if (hashers === null) return null;
  return {
    pieceRows: hashers.areFilled ? FILLED_PIECE : PIECE,
    count(firstRow, count) {
      for (let done = 0, block = wasm.BLOCK.value; done < count; done += block) {
        const rows = Math.min(block, count - done);
        hashRows(wasm, hashers.hashers, firstRow + done, rows);
        for (const tally of tallyCounters) tally.count(rows);
      }
    },
    drain: (totals) => drainAll(tallyCounters, totals),
  };
}

function drainAll(tallyCounters: readonly TallyCounter[], totals: readonly Float64Array[]): void {
  for (const [index, tally] of tallyCounters.entries()) tally.drain(totals[index]!);
}

/** One hasher a column; null when the module can do none of them better than the reference. */
function createHashers(
  wasm: SimdExports,
  memory: SimdMemory,
  keys: KeySpec,
): { readonly hashers: readonly ColumnHasher[]; readonly areFilled: boolean } | null {
  const seeds = keys.columns.map((_, index) => columnSeed(keys.seed, index));
  const own = keys.columns.map((column, index) =>
    createColumnHasher(wasm, memory, column, keys.rows, seeds[index]!, keys.server),
  );
  if (own.every((hasher) => hasher === null)) return null;
  const hashers = own.map(
    (hasher, index) => hasher ?? createFilledHasher(wasm, memory, keys.columns[index]!, seeds[index]!, keys.server),
  );
  return { hashers, areFilled: own.includes(null) };
}

/** The row hashes of a block: the first column's, then every other column's combined into them. */
function hashRows(wasm: SimdExports, hashers: readonly ColumnHasher[], firstRow: number, rows: number): void {
  for (const [index, hash] of hashers.entries()) {
    if (index === 0) {
      hash(firstRow, rows, wasm.ROW_HI.value, wasm.ROW_LO.value);
    } else {
      hash(firstRow, rows, wasm.NEXT_HI.value, wasm.NEXT_LO.value);
      wasm.combine(rows);
    }
  }
}
