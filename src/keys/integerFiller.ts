import type { Column } from '../hash/column.ts';
import { getKeyType } from '../hash/getKeyType.ts';
import { MAX_DECIMAL_BYTES, writeDecimal } from './decimal.ts';
import type { Filler } from './source.ts';

/** Writes the integers of rows firstRow .. firstRow + count - 1 to out[0 ..]; safe integers. */
export type ComputeIntegers = (out: Float64Array, firstRow: number, count: number) => void;

/**
 * A filler for a source of integers: one call of `compute` a block, then one loop for the storage of the type. Text
 * types get the decimal digits.
 */
export function integerFiller(type: string, capacity: number, compute: ComputeIntegers): Filler {
  const values = new Float64Array(capacity);
  const { storage, rule } = getKeyType(type);
  const isFloat = rule === 'float';
  return {
    maxBytes: storage === 'bytes' ? MAX_DECIMAL_BYTES : 0,
    fill(column, firstRow, count, at) {
      compute(values, firstRow, count);
      if (isFloat) toFloatBits(column, values, count, at);
      else writeIntegers(column, values, count, at);
    },
  };
}

function writeIntegers(column: Column, values: Float64Array, count: number, at: number): void {
  if (column.storage === 'word') {
    const { words } = column;
    for (let i = 0; i < count; i++) words[at + i] = values[i]!;
  } else if (column.storage === 'long') {
    const { hi, lo } = column;
    for (let i = 0; i < count; i++) {
      const value = values[i]!;
      hi[at + i] = Math.floor(value / 4_294_967_296);
      lo[at + i] = value;
    }
  } else {
    const { data, offsets } = column;
    let end = offsets[at]!;
    for (let i = 0; i < count; i++) {
      end = writeDecimal(data, end, values[i]!, 0);
      offsets[at + i + 1] = end;
    }
  }
}

const double = new Float64Array(1);
const doubleWords = new Uint32Array(double.buffer);
const single = new Float32Array(1);
const singleWord = new Int32Array(single.buffer);

/** A double's bits in two words, a single's in one, on the little-endian machines that browsers run on. */
function toFloatBits(column: Column, values: Float64Array, count: number, at: number): void {
  for (let i = 0; i < count; i++) {
    if (column.storage === 'word') {
      single[0] = values[i]!;
      column.words[at + i] = singleWord[0]!;
    } else if (column.storage === 'long') {
      double[0] = values[i]!;
      column.hi[at + i] = doubleWords[1]!;
      column.lo[at + i] = doubleWords[0]!;
    }
  }
}
