import { integerRange } from '../../../keys/ranges.ts';
import { stirOf } from '../../../keys/words128.ts';
import type { ColumnHasher } from '../columnHasher.ts';
import type { SimdExports } from '../simdExports.ts';
import { forRandomRows, highWord } from './randomRows.ts';
import { stateOf } from './seedState.ts';

/** Uniform keys, made as src/keys/sources/random.ts makes them; null for a type that this file does not know. */
export function randomHasher(wasm: SimdExports, type: string, seed: number): ColumnHasher | null {
  switch (type) {
    case 'int4':
    case 'oid':
      return wordHasher(wasm, seed, () => {});
    case 'int2':
      return wordHasher(wasm, seed, (rows) => wasm.shiftWords(16, rows));
    case 'date': {
      const { min, max } = integerRange('date');
      return wordHasher(wasm, seed, (rows) => wasm.scaleWords(min, max - min + 1, rows));
    }
    case 'int8':
      return longHasher(wasm, seed);
    case 'bytea':
      return bytesHasher(wasm, seed);
    default:
      return null;
  }
}

function wordHasher(wasm: SimdExports, seed: number, shape: (rows: number) => void): ColumnHasher {
  return (firstRow, rows, outHi, outLo) =>
    forRandomRows(seed, firstRow, rows, (mixedSeed, low, _row, count, offset) => {
      wasm.randomWords(mixedSeed, low, 0, count, wasm.WORDS.value);
      shape(count);
      wasm.hashWords(count, outHi + offset, outLo + offset);
    });
}

function longHasher(wasm: SimdExports, seed: number): ColumnHasher {
  return (firstRow, rows, outHi, outLo) =>
    forRandomRows(seed, firstRow, rows, (mixedSeed, low, _row, count, offset) => {
      wasm.randomWords(mixedSeed, low, 0, count, wasm.WORDS_HI.value);
      wasm.randomWords(mixedSeed, low, 1, count, wasm.WORDS.value);
      wasm.hashLongs(count, outHi + offset, outLo + offset);
    });
}

function bytesHasher(wasm: SimdExports, seed: number): ColumnHasher {
  const [a, b, c] = stateOf(16);
  return (firstRow, rows, outHi, outLo) =>
    forRandomRows(seed, firstRow, rows, (mixedSeed, low, row, count, offset) => {
      wasm.hashRandom16(0, mixedSeed, low, stirOf(highWord(row)), a, b, c, count, outHi + offset, outLo + offset);
    });
}
