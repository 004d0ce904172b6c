import { moduloBlock } from '../../hash/modulo.ts';
import type { KeyBlock } from '../scheme.ts';

/** Reads the row hashes of a block modulo one number; the result is good until the next call. */
export type RemainderReader = (keys: KeyBlock, count: number) => Uint32Array;

/** Makes a reader whose working space grows to the longest block. */
export function readRemainders(modulus: number): RemainderReader {
  let remainders = new Uint32Array(0);
  return ({ hi, lo }, count) => {
    if (remainders.length < count) remainders = new Uint32Array(count);
    moduloBlock(hi, lo, count, modulus, remainders);
    return remainders;
  };
}
