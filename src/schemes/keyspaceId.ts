import { desNullKey } from './hashes/desNullKey.ts';
import { xxh64 } from './hashes/xxh64.ts';

const words = new Uint32Array(2);

/**
 * The first four bytes of a key's Vitess keyspace id, as a number.
 * - `xxhash`: XXH64 of the text, written with the low byte first (vindexes/xxhash.go)
 * - `hash`: DES under the null key of the integer as eight bytes, high byte first (vindexes/hash.go). It takes integers only:
 *   text that is no integer from -2^63 to 2^64 - 1 as PostgreSQL writes it is placed by xxhash.
 */
export function keyspaceHead(data: Uint8Array, from: number, to: number, vindex: string): number {
  if (vindex === 'hash' && readInteger(data, from, to)) {
    desNullKey(words[0]!, words[1]!, words);
    return words[0]!;
  }
  xxh64(data, from, to, words);
  const lo = words[1]!;
  return ((lo << 24) | ((lo & 0xff00) << 8) | ((lo >>> 8) & 0xff00) | (lo >>> 24)) >>> 0;
}

const MINUS = 0x2d;
const ZERO = 0x30;

/** Reads decimal digits without leading zeros into `words`, negative numbers as two's complement; false if there is more. */
function readInteger(data: Uint8Array, from: number, to: number): boolean {
  const negative = data[from] === MINUS && to > from;
  const start = negative ? from + 1 : from;
  if (start === to || (data[start] === ZERO && (to - start > 1 || negative))) return false;
  let hi = 0;
  let lo = 0;
  for (let at = start; at < to; at++) {
    const digit = data[at]! - ZERO;
    if (digit < 0 || digit > 9) return false;
    lo = lo * 10 + digit;
    hi = hi * 10 + Math.floor(lo / 4_294_967_296);
    if (hi > 0xffffffff) return false;
    lo %= 4_294_967_296;
  }
  if (negative && (hi > 0x80000000 || (hi === 0x80000000 && lo > 0))) return false;
  words[0] = negative ? ~hi + (lo === 0 ? 1 : 0) : hi;
  words[1] = negative ? -lo : lo;
  return true;
}
