import { hashWordExtended } from './lookup3.ts';
import { foldLong } from './partitionHash.ts';
import { wordAt } from './wordAt.ts';

const zoneHash = new Uint32Array(2);

/**
 * timetz_hash_extended() in src/backend/utils/adt/date.c of 12 bytes, lowest first: the microseconds of the local time
 * (8) and the seconds that the zone lies west of UTC (4). Both are hashed as integers and combined by xor, so that one
 * moment told in two zones has two hashes. `out` takes [hi, lo].
 */
export function hashTimetz(
  data: Uint8Array,
  start: number,
  _end: number,
  seedHi: number,
  seedLo: number,
  out: Uint32Array,
): void {
  hashWordExtended(wordAt(data, start + 8), seedHi, seedLo, zoneHash);
  const folded = foldLong(wordAt(data, start + 4), wordAt(data, start));
  hashWordExtended(folded, seedHi, seedLo, out);
  out[0] = out[0]! ^ zoneHash[0]!;
  out[1] = out[1]! ^ zoneHash[1]!;
}
