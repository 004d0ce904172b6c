import type { SourceSpec } from '../../../keys/keySpec.ts';
import { POSTGRES_EPOCH_MS } from '../../../keys/ranges.ts';
import type { ColumnHasher } from '../columnHasher.ts';
import type { SimdExports } from '../simdExports.ts';
import { divide, stepMicroseconds } from './microseconds.ts';

type TimestampsSpec = Extract<SourceSpec, { kind: 'timestamps' }>;

const DAY = 86_400_000_000n;

/** Microseconds since 2000-01-01 as a series of bigints, or the days they fall on. */
export function timestampsHasher(wasm: SimdExports, { startMs, stepMs }: TimestampsSpec, type: string): ColumnHasher {
  const start = (BigInt(startMs) - BigInt(POSTGRES_EPOCH_MS)) * 1000n;
  const step = stepMicroseconds(stepMs);
  if (type !== 'date') {
    return (firstRow, rows, outHi, outLo) => wasm.hashSeries(start + BigInt(firstRow) * step, step, rows, outHi, outLo);
  }
  const [stepDays, stepRest] = divide(step, DAY);
  return (firstRow, rows, outHi, outLo) => {
    const [day, rest] = divide(start + BigInt(firstRow) * step, DAY);
    wasm.quotients(day, rest, stepDays, stepRest, DAY, rows);
    wasm.hashWords(rows, outHi, outLo);
  };
}
