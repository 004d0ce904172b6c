import { combineInto } from './combine.ts';
import type { KeyValue } from './keyType.ts';
import { hashBytesExtended, hashWordExtended } from './lookup3.ts';

/** HASH_PARTITION_SEED of src/include/catalog/partition.h, 0x7A5B22367996DCFD = 8816678312871386365. */
export const SEED_HI = 0x7a5b2236;
export const SEED_LO = 0x7996dcfd;

/**
 * Extended hash of one value as its type's support function 2 computes it: words, longs and byte strings. `out` takes
 * [hi, lo].
 */
export function hashValue(value: KeyValue, seedHi: number, seedLo: number, out: Uint32Array): void {
  switch (value.storage) {
    case 'word':
      hashWordExtended(value.word, seedHi, seedLo, out);
      return;
    case 'long':
      hashWordExtended(foldLong(value.hi, value.lo), seedHi, seedLo, out);
      return;
    case 'bytes':
      hashBytesExtended(value.bytes, 0, value.bytes.length, seedHi, seedLo, out);
  }
}

/**
 * The word that stands for a 64-bit integer, so that int2, int4 and int8 of one number agree: lo ^ hi from 0 on, lo ^ ~hi
 * below 0 (hashint8extended() in src/backend/access/hash/hashfunc.c).
 */
export function foldLong(hi: number, lo: number): number {
  return lo ^ hi ^ (hi >> 31);
}

const valueHash = new Uint32Array(2);

/**
 * Row hash of a key, compute_partition_hash_value() in src/backend/partitioning/partbounds.c: the columns' hashes with
 * the partition seed, combined in key order. A NULL is skipped, so a key of NULLs only has row hash 0; one column is
 * combined too. `out` takes [hi, lo].
 */
export function partitionRowHash(values: readonly (KeyValue | null)[], out: Uint32Array): void {
  out[0] = 0;
  out[1] = 0;
  for (const value of values) {
    if (value === null) continue;
    hashValue(value, SEED_HI, SEED_LO, valueHash);
    combineInto(out, valueHash[0]!, valueHash[1]!);
  }
}
