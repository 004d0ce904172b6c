import { mix32 } from '../../lib/prng.ts';

/**
 * MurmurHash3_x86_32 (Austin Appleby, public domain, smhasher's MurmurHash3.cpp) of data[start .. end); unsigned.
 * Example: the empty text with seed 1 gives 0x514e28b7.
 */
export function murmur3(data: Uint8Array, start: number, end: number, seed: number): number {
  let h = seed | 0;
  let i = start;
  for (; end - i >= 4; i += 4) {
    h ^= scramble(data[i]! | (data[i + 1]! << 8) | (data[i + 2]! << 16) | (data[i + 3]! << 24));
    h = Math.imul((h << 13) | (h >>> 19), 5) + 0xe6546b64;
  }
  let tail = 0;
  for (let k = end - i - 1; k >= 0; k--) tail = (tail << 8) | data[i + k]!;
  // Without a tail this is scramble(0) = 0, which changes nothing.
  return mix32(h ^ scramble(tail) ^ (end - start)) >>> 0;
}

function scramble(word: number): number {
  const k = Math.imul(word, 0xcc9e2d51);
  return Math.imul((k << 15) | (k >>> 17), 0x1b873593);
}
