/**
 * Counter-based pseudo-random words: the word for index i depends on (seed, i, stream) alone, so that any worker can
 * start anywhere and every block size gives the same keys. The mixer is MurmurHash3's 32-bit finaliser (public domain,
 * Austin Appleby), applied twice with the stream number in between.
 */
export function mix32(x: number): number {
  let h = x | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** Random unsigned 32-bit word number `stream` (0, 1, ...) of the row with 0-based `index` (below 2^53). */
export function randomWord(seed: number, index: number, stream: number): number {
  const low = index | 0;
  const high = (index / 4294967296) | 0;
  const h = mix32(low ^ mix32(seed ^ Math.imul(high, 0x9e3779b9)));
  return mix32(h + Math.imul(stream + 1, 0x9e3779b9)) >>> 0;
}

/** Random number in [0, 1) with 32 bits of precision. */
export function randomUnit(seed: number, index: number, stream: number): number {
  return randomWord(seed, index, stream) / 4294967296;
}
