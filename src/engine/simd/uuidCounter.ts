import type { KeySpec } from '../../keys/keySpec.ts';
import type { FusedCount } from './fusedCounter.ts';
import { prepareUuids } from './hashers/uuid.ts';
import type { SimdExports } from './simdExports.ts';

const LANES = 4;

/** UUIDs without storing a hash. A block whose rows do not come by four, the last one, is counted as stored hashes. */
export function createUuidCount(wasm: SimdExports, keys: KeySpec, seed: number): FusedCount | null {
  const { type, source } = keys.columns[0]!;
  if (type !== 'uuid' || (source.kind !== 'uuidv4' && source.kind !== 'uuidv7')) return null;
  const forUuids = prepareUuids(wasm, source, seed);
  const { ROW_HI, ROW_LO, BLOCK } = wasm;
  return (firstRow, rows, { bits, plan }, rest) => {
    for (let done = 0; done < rows; done += BLOCK.value) {
      forUuids(firstRow + done, Math.min(BLOCK.value, rows - done), (part, count) => {
        if (count % LANES === 0) {
          wasm.countRandom16(...part, bits, plan);
        } else {
          wasm.hashRandom16(...part, ROW_HI.value, ROW_LO.value);
          rest.count(count);
        }
      });
    }
  };
}
