import { assertNever } from '../lib/exhaustive.ts';
import { hashByteStrings } from './bytesBlock.ts';
import type { Column } from './column.ts';
import { combineBlock, combineWithZero } from './combine.ts';
import type { CustomHash } from './keyType.ts';
import { SEED_HI, SEED_LO } from './partitionHash.ts';
import { hashLongs, hashWords } from './wordBlock.ts';

/** Working space of rowHashBlock(), as long as a block. */
export interface HashScratch {
  readonly hi: Uint32Array;
  readonly lo: Uint32Array;
}

/** Partition-seeded extended hash of each value of a column; what is written for a NULL means nothing. */
export function hashColumnBlock(column: Column, count: number, outHi: Uint32Array, outLo: Uint32Array): void {
  if (column.custom !== undefined) {
    hashCustomBlock(column, column.custom, count, outHi, outLo);
    return;
  }
  switch (column.storage) {
    case 'word':
      hashWords(column.words, count, outHi, outLo);
      break;
    case 'long':
      hashLongs(column.hi, column.lo, count, outHi, outLo);
      break;
    case 'bytes':
      hashByteStrings(column.data, column.offsets, count, outHi, outLo);
      break;
    default:
      assertNever(column, 'column');
  }
}

const single = new Uint32Array(2);

/** Value by value, for types whose hash is their own; with the partition seed unless told otherwise. */
export function hashCustomBlock(
  column: Column,
  custom: CustomHash,
  count: number,
  outHi: Uint32Array,
  outLo: Uint32Array,
  seedHi: number = SEED_HI,
  seedLo: number = SEED_LO,
): void {
  for (let i = 0; i < count; i++) {
    if (column.storage === 'word' && custom.storage === 'word') {
      custom.hash(column.words[i]!, seedHi, seedLo, single);
    } else if (column.storage === 'long' && custom.storage === 'long') {
      custom.hash(column.hi[i]!, column.lo[i]!, seedHi, seedLo, single);
    } else if (column.storage === 'bytes' && custom.storage === 'bytes') {
      custom.hash(column.data, column.offsets[i]!, column.offsets[i + 1]!, seedHi, seedLo, single);
    }
    outHi[i] = single[0]!;
    outLo[i] = single[1]!;
  }
}

/**
 * Row hashes of `count` keys, one column of values for each key column; see partitionRowHash(). Needs no memory beyond
 * `scratch`.
 */
export function rowHashBlock(
  columns: readonly Column[],
  count: number,
  outHi: Uint32Array,
  outLo: Uint32Array,
  scratch: HashScratch,
): void {
  const first = columns[0];
  if (first === undefined) throw new RangeError('a key needs at least one column');
  hashColumnBlock(first, count, outHi, outLo);
  combineWithZero(outHi, outLo, count);
  if (first.nulls !== undefined) clearNulls(outHi, outLo, count, first.nulls);
  for (let i = 1; i < columns.length; i++) {
    const column = columns[i]!;
    hashColumnBlock(column, count, scratch.hi, scratch.lo);
    combineBlock(outHi, outLo, scratch.hi, scratch.lo, count, column.nulls);
  }
}

function clearNulls(hi: Uint32Array, lo: Uint32Array, count: number, nulls: Uint8Array): void {
  for (let i = 0; i < count; i++) {
    if (nulls[i] === 1) {
      hi[i] = 0;
      lo[i] = 0;
    }
  }
}
