import type { KeySpec } from '../../keys/keySpec.ts';
import type { Counter } from '../kernel.ts';
import type { Tally } from '../tallies.ts';
import { createFusedBins } from './fusedBins.ts';
import { prepareUuids } from './hashers/uuid.ts';
import type { SimdExports } from './simdExports.ts';
import type { SimdMemory } from './simdMemory.ts';
import type { TallyCounter } from './tallyCounter.ts';

const LANES = 4;

/**
 * Counts a single column of UUIDs for one tally of residues without storing a hash. A block whose rows do not come by
 * four, the last one, is counted as stored hashes. Null for anything else.
 * @param seed of the column
 */
export function createUuidCounter(
  wasm: SimdExports,
  memory: SimdMemory,
  keys: KeySpec,
  seed: number,
  tallies: readonly Tally[],
  [remaining]: readonly TallyCounter[],
): Pick<Counter, 'count' | 'drain'> | null {
  const [column, ...others] = keys.columns;
  if (column?.type !== 'uuid' || others.length > 0) return null;
  const { source } = column;
  const [tally, ...more] = tallies;
  if (remaining === undefined || tally?.kind !== 'residues' || more.length > 0) return null;
  if (source.kind !== 'uuidv4' && source.kind !== 'uuidv7') return null;
  const bins = createFusedBins(wasm, memory, tally.modulus);
  if (bins === null) return null;
  const forUuids = prepareUuids(wasm, source, seed);
  const { ROW_HI, ROW_LO, BLOCK } = wasm;

  return {
    count(firstRow, count) {
      for (let done = 0; done < count; done += BLOCK.value) {
        forUuids(firstRow + done, Math.min(BLOCK.value, count - done), (part, rows) => {
          if (rows % LANES === 0) {
            wasm.countRandom16(...part, bins.bits, bins.plan);
          } else {
            wasm.hashRandom16(...part, ROW_HI.value, ROW_LO.value);
            remaining.count(rows);
          }
        });
      }
    },
    drain([totals]) {
      bins.drain(totals!);
      remaining.drain(totals!);
    },
  };
}
