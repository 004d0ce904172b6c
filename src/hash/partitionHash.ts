import { combineInto } from './combine.ts';
import type { KeyType, KeyValue } from './keyType.ts';
import { hashBytesExtended, hashWordExtended } from './lookup3.ts';

/** HASH_PARTITION_SEED of src/include/catalog/partition.h, 0x7A5B22367996DCFD = 8816678312871386365. */
export const SEED_HI = 0x7a5b2236;
export const SEED_LO = 0x7996dcfd;

/** Extended hash of one value as its type's support function 2 computes it. `out` takes [hi, lo]. */
export function hashValue(type: KeyType, value: KeyValue, seedHi: number, seedLo: number, out: Uint32Array): void {
  const { hash } = type;
  switch (value.storage) {
    case 'word':
      if (hash?.storage === 'word') hash.hash(value.word, seedHi, seedLo, out);
      else hashWordExtended(value.word, seedHi, seedLo, out);
      return;
    case 'long':
      if (hash?.storage === 'long') hash.hash(value.hi, value.lo, seedHi, seedLo, out);
      else hashWordExtended(foldLong(value.hi, value.lo), seedHi, seedLo, out);
      return;
    case 'bytes':
      if (hash?.storage === 'bytes') hash.hash(value.bytes, 0, value.bytes.length, seedHi, seedLo, out);
      else hashBytesExtended(value.bytes, 0, value.bytes.length, seedHi, seedLo, out);
  }
}

const shortHash = new Uint32Array(2);

/**
 * Support function 1 (hashint4, hashtext, ...): a signed 32-bit integer, as SQL shows it. It is the low word of the
 * extended hash with seed 0 for every type; Citus and pg_pathman place rows by it, hash partitions do not.
 */
export function hash32(type: KeyType, value: KeyValue): number {
  hashValue(type, value, 0, 0, shortHash);
  return shortHash[1]! | 0;
}

/** One column of a key: its type and its value, null for NULL. */
export interface TypedValue {
  readonly type: KeyType;
  readonly value: KeyValue | null;
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
export function partitionRowHash(key: readonly TypedValue[], out: Uint32Array): void {
  out[0] = 0;
  out[1] = 0;
  for (const { type, value } of key) {
    if (value === null) continue;
    hashValue(type, value, SEED_HI, SEED_LO, valueHash);
    combineInto(out, valueHash[0]!, valueHash[1]!);
  }
}
