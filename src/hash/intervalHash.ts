import { hashWordExtended } from './lookup3.ts';
import { foldLong } from './partitionHash.ts';
import { wordAt } from './wordAt.ts';

const TWO_32 = 4294967296;
/** 86400000000 microseconds of a day = 20 * 2^32 + 500654080. */
const DAY_HI = 20;
const DAY_LO = 500654080;

/**
 * interval_hash_extended() in src/backend/utils/adt/timestamp.c of 16 bytes, lowest first: microseconds (8), days (4),
 * months (4). All is counted in microseconds, a day of 24 hours and a month of 30 days, and the low 64 bits are hashed as
 * an int8: '1 mon', '30 days' and '720:00:00' are equal and hash alike. `out` takes [hi, lo].
 */
export function hashInterval(
  data: Uint8Array,
  start: number,
  _end: number,
  seedHi: number,
  seedLo: number,
  out: Uint32Array,
): void {
  // Below 2^37, so exact in a double; its words as in two's complement.
  const days = wordAt(data, start + 8) + 30 * wordAt(data, start + 12);
  const daysHi = Math.floor(days / TWO_32);
  const daysLo = days >>> 0;
  // daysLo * DAY_LO in two halves of 45 bits.
  const lower = (daysLo & 0xffff) * DAY_LO;
  const upper = (daysLo >>> 16) * DAY_LO;
  const low = (wordAt(data, start) >>> 0) + lower + (upper % 65536) * 65536;
  const carried = Math.floor(upper / 65536) + Math.floor(low / TWO_32);
  const high = wordAt(data, start + 4) + daysLo * DAY_HI + daysHi * DAY_LO + carried;
  hashWordExtended(foldLong(high | 0, low | 0), seedHi, seedLo, out);
}
