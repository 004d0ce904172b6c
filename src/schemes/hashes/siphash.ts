/**
 * SipHash-2-4 (Aumasson and Bernstein 2012, "SipHash: a fast short-input PRF"): a keyed 64-bit hash of bytes, which Go's
 * Maglev and multi-probe implementations place their nodes and keys with. 64-bit words are pairs of 32-bit words (hi, lo).
 *
 * Example of the paper's appendix A: key bytes 00..0f, message 00..0e gives a129ca6149be45e5.
 */

/** The state v0, v1, v2, v3 as pairs. One message is hashed at a time, so one state is enough. */
const v = new Int32Array(8);

/**
 * Hash of data[start .. end) under the key (k0, k1).
 * @param k0hi first half of the key: the little-endian number of its bytes 0 to 7, upper word
 * @param k1hi second half, bytes 8 to 15
 * @param out out[0] the upper word of the hash, out[1] the lower one
 */
export function sipHash24(
  data: Uint8Array,
  start: number,
  end: number,
  k0hi: number,
  k0lo: number,
  k1hi: number,
  k1lo: number,
  out: Uint32Array,
): void {
  // "somepseudorandomlygeneratedbytes", in words of 8 characters
  setWord(0, k0hi ^ 0x736f6d65, k0lo ^ 0x70736575);
  setWord(2, k1hi ^ 0x646f7261, k1lo ^ 0x6e646f6d);
  setWord(4, k0hi ^ 0x6c796765, k0lo ^ 0x6e657261);
  setWord(6, k1hi ^ 0x74656462, k1lo ^ 0x79746573);
  let i = start;
  for (; end - i >= 8; i += 8) compress(readWord(data, i + 4, end), readWord(data, i, end));
  // The last word holds the remaining 0 to 7 bytes and, on top, the length modulo 256.
  compress(readWord(data, i + 4, end) | ((end - start) << 24), readWord(data, i, end));
  v[5]! ^= 0xff;
  for (let round = 0; round < 4; round++) sipRound();
  out[0] = v[0]! ^ v[2]! ^ v[4]! ^ v[6]!;
  out[1] = v[1]! ^ v[3]! ^ v[5]! ^ v[7]!;
}

function setWord(at: number, hi: number, lo: number): void {
  v[at] = hi;
  v[at + 1] = lo;
}

/** Little-endian word at i; bytes at `end` and beyond count as 0. */
function readWord(data: Uint8Array, i: number, end: number): number {
  if (end - i >= 4) return data[i]! | (data[i + 1]! << 8) | (data[i + 2]! << 16) | (data[i + 3]! << 24);
  let word = 0;
  for (let k = end - i - 1; k >= 0; k--) word = (word << 8) | data[i + k]!;
  return word;
}

/** Takes in one message word. */
function compress(hi: number, lo: number): void {
  v[6]! ^= hi;
  v[7]! ^= lo;
  sipRound();
  sipRound();
  v[0]! ^= hi;
  v[1]! ^= lo;
}

/** Four half rounds: v0 with v1, v2 with v3, v0 with v3, v2 with v1; v0 and v2 then change their words. */
function sipRound(): void {
  halfRound(0, 2, 13);
  swapWords(0);
  halfRound(4, 6, 16);
  halfRound(0, 6, 21);
  halfRound(4, 2, 17);
  swapWords(4);
}

/** a += b, b = (b rotated left) ^ a; 0 < rotation < 32. */
function halfRound(a: number, b: number, rotation: number): void {
  const bHi = v[b]!;
  const bLo = v[b + 1]!;
  const low = (v[a + 1]! >>> 0) + (bLo >>> 0);
  const aHi = (v[a]! + bHi + (low > 0xffffffff ? 1 : 0)) | 0;
  v[a] = aHi;
  v[a + 1] = low;
  v[b] = ((bHi << rotation) | (bLo >>> (32 - rotation))) ^ aHi;
  v[b + 1] = ((bLo << rotation) | (bHi >>> (32 - rotation))) ^ low;
}

/** Rotates by 32. */
function swapWords(at: number): void {
  const hi = v[at]!;
  v[at] = v[at + 1]!;
  v[at + 1] = hi;
}
