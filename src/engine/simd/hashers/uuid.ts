import type { SourceSpec } from '../../../keys/keySpec.ts';
import { stirOf } from '../../../keys/words128.ts';
import type { ColumnHasher } from '../columnHasher.ts';
import type { SimdExports } from '../simdExports.ts';
import { divide, stepMicroseconds } from './microseconds.ts';
import { forRandomRows, highWord } from './randomRows.ts';
import { stateOf } from './seedState.ts';

type UuidSpec = Extract<SourceSpec, { kind: 'uuidv4' | 'uuidv7' }>;

const UUID_BYTES = 16;
const MILLISECOND = 1000n;

/** UUIDs as 16 bytes, with the marks of markUuids() in src/keys/words128.ts. */
export function uuidHasher(wasm: SimdExports, source: UuidSpec, seed: number): ColumnHasher {
  const [a, b, c] = stateOf(UUID_BYTES);
  if (source.kind === 'uuidv4') {
    return (firstRow, rows, outHi, outLo) =>
      forRandomRows(seed, firstRow, rows, (mixedSeed, low, row, count, offset) => {
        wasm.hashRandom16(4, mixedSeed, low, stirOf(highWord(row)), a, b, c, count, outHi + offset, outLo + offset);
      });
  }
  const start = BigInt(source.startMs) * MILLISECOND;
  const step = stepMicroseconds(source.stepMs);
  const [stepMs, stepRest] = divide(step, MILLISECOND);
  return (firstRow, rows, outHi, outLo) =>
    forRandomRows(seed, firstRow, rows, (mixedSeed, low, row, count, offset) => {
      const [ms, rest] = divide(start + BigInt(row) * step, MILLISECOND);
      wasm.quotients(ms, rest, stepMs, stepRest, MILLISECOND, count);
      wasm.hashRandom16(7, mixedSeed, low, stirOf(highWord(row)), a, b, c, count, outHi + offset, outLo + offset);
    });
}
