import { crc16 } from './hashes/crc16.ts';
import type { SlotMap } from './slotMap.ts';

export const REDIS_SLOTS = 16_384;

const OPEN = 0x7b;
const CLOSE = 0x7d;

/**
 * CRC16 of a key, or of its hash tag: what stands between the first `{` and the first `}` after it, unless that is nothing.
 * The slot is its lowest 14 bits. Source: Redis cluster specification, "Hash tags".
 */
export function redisHash(data: Uint8Array, from: number, to: number): number {
  let open = from;
  while (open < to && data[open] !== OPEN) open++;
  let close = open + 1;
  while (close < to && data[close] !== CLOSE) close++;
  return close < to && close > open + 1 ? crc16(data, open + 1, close) : crc16(data, from, to);
}

/**
 * The slots that `redis-cli --cluster create` gives to so many masters: one range each, its end rounded from a cursor that
 * is kept in single precision (clusterManagerCommandCreate in redis-cli.c). 3 masters: 0-5460, 5461-10922, 10923-16383.
 */
export function createRanges(masters: number): SlotMap {
  const map = new Uint16Array(REDIS_SLOTS);
  const perNode = Math.fround(REDIS_SLOTS / masters);
  let cursor = 0;
  let first = 0;
  for (let master = 0; master < masters; master++) {
    const rounded = Math.round(Math.fround(Math.fround(cursor + perNode) - 1));
    const last = master === masters - 1 ? REDIS_SLOTS - 1 : Math.max(first, rounded);
    map.fill(master, first, last + 1);
    first = last + 1;
    cursor = Math.fround(cursor + perNode);
  }
  return map;
}
