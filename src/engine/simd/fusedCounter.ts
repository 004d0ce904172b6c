import type { KeySpec } from '../../keys/keySpec.ts';
import type { Counter } from '../kernel.ts';
import type { Tally } from '../tallies.ts';
import { createFusedBins, type FusedBins } from './fusedBins.ts';
import type { SimdExports } from './simdExports.ts';
import type { SimdMemory } from './simdMemory.ts';
import type { TallyCounter } from './tallyCounter.ts';
import { createTextCount } from './textCounter.ts';
import { createUuidCount } from './uuidCounter.ts';

/** Counts rows in the bins without storing a hash, and those that cannot be counted so by `rest`. */
export type FusedCount = (
  firstRow: number,
  rows: number,
  bins: Pick<FusedBins<number>, 'bits' | 'plan'>,
  rest: TallyCounter,
) => void;

/**
 * Counts a single column of UUIDs or numbered texts for one tally of residues, nearly all of it without storing a hash.
 * Null for anything else.
 * @param seed of the column
 */
export function createFusedCounter(
  wasm: SimdExports,
  memory: SimdMemory,
  keys: KeySpec,
  seed: number,
  tallies: readonly Tally[],
  [rest]: readonly TallyCounter[],
): Pick<Counter, 'count' | 'drain'> | null {
  const [tally, ...more] = tallies;
  if (rest === undefined || tally?.kind !== 'residues' || more.length > 0 || keys.columns.length > 1) return null;
  const count = createUuidCount(wasm, keys, seed) ?? createTextCount(wasm, memory, keys);
  const bins = count === null ? null : createFusedBins(wasm, memory, tally.modulus);
  if (count === null || bins === null) return null;
  return {
    count: (firstRow, rows) => count(firstRow, rows, bins, rest),
    drain([totals]) {
      bins.drain(totals!);
      rest.drain(totals!);
    },
  };
}
