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

/** What the module's functions for 16-byte keys are given first. */
export type RandomKeys = readonly [
  version: number,
  mixedSeed: number,
  low: number,
  stir: number,
  a: number,
  b: number,
  c: number,
  rows: number,
];

/**
 * Uses the UUIDs of at most BLOCK rows, in parts of `count` rows; `offset` is where a part goes, in bytes from the first
 * row's place.
 */
export type ForUuids = (
  firstRow: number,
  rows: number,
  use: (keys: RandomKeys, count: number, offset: number) => void,
) => void;

/** UUIDs as 16 bytes, with the marks of markUuids() in src/keys/words128.ts. */
export function prepareUuids(wasm: SimdExports, source: UuidSpec, seed: number): ForUuids {
  const [a, b, c] = stateOf(UUID_BYTES);
  if (source.kind === 'uuidv4') {
    return (firstRow, rows, use) =>
      forRandomRows(seed, firstRow, rows, (mixedSeed, low, row, count, offset) =>
        use([4, mixedSeed, low, stirOf(highWord(row)), a, b, c, count], count, offset),
      );
  }
  const start = BigInt(source.startMs) * MILLISECOND;
  const step = stepMicroseconds(source.stepMs);
  const [stepMs, stepRest] = divide(step, MILLISECOND);
  return (firstRow, rows, use) =>
    forRandomRows(seed, firstRow, rows, (mixedSeed, low, row, count, offset) => {
      const [ms, rest] = divide(start + BigInt(row) * step, MILLISECOND);
      wasm.quotients(ms, rest, stepMs, stepRest, MILLISECOND, count);
      use([7, mixedSeed, low, stirOf(highWord(row)), a, b, c, count], count, offset);
    });
}

export function uuidHasher(wasm: SimdExports, source: UuidSpec, seed: number): ColumnHasher {
  const forUuids = prepareUuids(wasm, source, seed);
  return (firstRow, rows, outHi, outLo) =>
    forUuids(firstRow, rows, (keys, _count, offset) => wasm.hashRandom16(...keys, outHi + offset, outLo + offset));
}
