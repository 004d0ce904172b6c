import { assertNever } from '../lib/exhaustive.ts';
import { hashCustomBlock } from './blocks.ts';
import { hashByteStrings } from './bytesBlock.ts';
import type { Column } from './column.ts';
import { hashLongs, hashWords, wordSeed } from './wordBlock.ts';

const UNSEEDED = wordSeed(0, 0);

/**
 * The 32-bit hash of each value of a column as support function 1 of its type gives it (hashint4(), hashint8(),
 * hashtext() ... in src/backend/access/hash/hashfunc.c), signed as SQL shows it; hash32() of partitionHash.ts for a block.
 * What is written for a NULL means nothing.
 */
export function shortHashBlock(column: Column, count: number, out: Int32Array): void {
  // It is the low word of the extended hash with seed 0. Kernels write the high word first, so one array takes both.
  const words = new Uint32Array(out.buffer, out.byteOffset, out.length);
  if (column.custom !== undefined) {
    hashCustomBlock(column, column.custom, count, words, words, 0, 0);
    return;
  }
  switch (column.storage) {
    case 'word':
      hashWords(column.words, count, words, words, UNSEEDED);
      break;
    case 'long':
      hashLongs(column.hi, column.lo, count, words, words, UNSEEDED);
      break;
    case 'bytes':
      hashByteStrings(column.data, column.offsets, count, words, words, 0, 0);
      break;
    default:
      assertNever(column, 'column');
  }
}
