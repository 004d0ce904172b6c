import { seedState } from './lookup3.ts';
import { SEED_HI, SEED_LO } from './partitionHash.ts';

const seeded = new Int32Array(3);

/**
 * Extended hashes of `count` byte strings, value i being data[offsets[i] .. offsets[i + 1]) (text, varchar, bpchar,
 * bytea, uuid), with the partition seed unless told otherwise. The same function as hashBytesExtended() of lookup3.ts with the state in local
 * variables; the state after the seed depends on the length alone and is kept while the length stays the same. Values that
 * begin at a multiple of four, as UUIDs always do, are read by words: browsers run on little-endian machines only.
 */
export function hashByteStrings(
  data: Uint8Array,
  offsets: Uint32Array,
  count: number,
  outHi: Uint32Array,
  outLo: Uint32Array,
  seedHi: number = SEED_HI,
  seedLo: number = SEED_LO,
): void {
  const words = wordsOf(data);
  let length = -1;
  let i = offsets[0]!;
  for (let row = 0; row < count; row++) {
    const end = offsets[row + 1]!;
    if (end - i !== length) {
      length = end - i;
      seedState(length, seedHi, seedLo, seeded);
    }
    let a = seeded[0]!;
    let b = seeded[1]!;
    let c = seeded[2]!;
    const aligned = words !== null && (i & 3) === 0;
    for (; end - i >= 12; i += 12) {
      if (aligned) {
        a = (a + words[i >> 2]!) | 0;
        b = (b + words[(i >> 2) + 1]!) | 0;
        c = (c + words[(i >> 2) + 2]!) | 0;
      } else {
        a = (a + (data[i]! | (data[i + 1]! << 8) | (data[i + 2]! << 16) | (data[i + 3]! << 24))) | 0;
        b = (b + (data[i + 4]! | (data[i + 5]! << 8) | (data[i + 6]! << 16) | (data[i + 7]! << 24))) | 0;
        c = (c + (data[i + 8]! | (data[i + 9]! << 8) | (data[i + 10]! << 16) | (data[i + 11]! << 24))) | 0;
      }
      a = (a - c) ^ ((c << 4) | (c >>> 28));
      c = (c + b) | 0;
      b = (b - a) ^ ((a << 6) | (a >>> 26));
      a = (a + c) | 0;
      c = (c - b) ^ ((b << 8) | (b >>> 24));
      b = (b + a) | 0;
      a = (a - c) ^ ((c << 16) | (c >>> 16));
      c = (c + b) | 0;
      b = (b - a) ^ ((a << 19) | (a >>> 13));
      a = (a + c) | 0;
      c = (c - b) ^ ((b << 4) | (b >>> 28));
      b = (b + a) | 0;
    }
    // The tail, 0 to 11 bytes: four into a, four into b, three into the upper bytes of c.
    if (aligned && end - i >= 4) {
      a = (a + words[i >> 2]!) | 0;
      i += 4;
    } else for (let shift = 0; i < end && shift < 32; shift += 8) a = (a + (data[i++]! << shift)) | 0;
    for (let shift = 0; i < end && shift < 32; shift += 8) b = (b + (data[i++]! << shift)) | 0;
    for (let shift = 8; i < end; shift += 8) c = (c + (data[i++]! << shift)) | 0;
    c = ((c ^ b) - ((b << 14) | (b >>> 18))) | 0;
    a = ((a ^ c) - ((c << 11) | (c >>> 21))) | 0;
    b = ((b ^ a) - ((a << 25) | (a >>> 7))) | 0;
    c = ((c ^ b) - ((b << 16) | (b >>> 16))) | 0;
    a = ((a ^ c) - ((c << 4) | (c >>> 28))) | 0;
    b = ((b ^ a) - ((a << 14) | (a >>> 18))) | 0;
    c = ((c ^ b) - ((b << 24) | (b >>> 8))) | 0;
    outHi[row] = b;
    outLo[row] = c;
  }
}

/** The same bytes as words, or null when they do not begin at a multiple of four. */
function wordsOf({ buffer, byteOffset, byteLength }: Uint8Array): Int32Array | null {
  return byteOffset % 4 === 0 ? new Int32Array(buffer, byteOffset, byteLength >> 2) : null;
}
