import type { BytesColumn } from '../hash/column.ts';
import { randomWord } from '../lib/prng.ts';

/** Length of a UUID's text: 32 hexadecimal digits and 4 hyphens. */
export const UUID_TEXT_BYTES = 36;

const HYPHEN = 45;

/** ASCII of 00 .. ff, two bytes each. */
const HEX_PAIRS = Uint8Array.from({ length: 512 }, (_, i) =>
  (i >>> 1)
    .toString(16)
    .padStart(2, '0')
    .charCodeAt(i & 1),
);

/** Four random words of each row, most significant first: out[4 * i .. 4 * i + 3]. */
export function randomBits(out: Uint32Array, seed: number, firstRow: number, count: number): void {
  for (let i = 0; i < count; i++) {
    const row = firstRow + i;
    out[4 * i] = randomWord(seed, row, 0);
    out[4 * i + 1] = randomWord(seed, row, 1);
    out[4 * i + 2] = randomWord(seed, row, 2);
    out[4 * i + 3] = randomWord(seed, row, 3);
  }
}

/** Sets the version nibble and the variant bits 10 of RFC 9562 in `count` 128-bit values. */
export function markUuids(bits: Uint32Array, version: number, count: number): void {
  for (let i = 0; i < count; i++) {
    bits[4 * i + 1] = (bits[4 * i + 1]! & 0xffff0fff) | (version << 12);
    bits[4 * i + 2] = (bits[4 * i + 2]! & 0x3fffffff) | 0x80000000;
  }
}

/** Writes 128-bit values as 16 bytes each, most significant byte first. */
export function writeBytes16(column: BytesColumn, bits: Uint32Array, count: number, at: number): void {
  const { data, offsets } = column;
  let end = offsets[at]!;
  for (let i = 0; i < count; i++) {
    for (let word = 4 * i; word < 4 * i + 4; word++) {
      const value = bits[word]!;
      data[end] = value >>> 24;
      data[end + 1] = value >>> 16;
      data[end + 2] = value >>> 8;
      data[end + 3] = value;
      end += 4;
    }
    offsets[at + i + 1] = end;
  }
}

/** Writes 128-bit values as UUID texts of 36 lower-case characters, 8-4-4-4-12. */
export function writeUuidTexts(column: BytesColumn, bits: Uint32Array, count: number, at: number): void {
  const { data, offsets } = column;
  let end = offsets[at]!;
  for (let i = 0; i < count; i++) {
    for (let byte = 0; byte < 16; byte++) {
      if (byte === 4 || byte === 6 || byte === 8 || byte === 10) data[end++] = HYPHEN;
      const pair = ((bits[4 * i + (byte >>> 2)]! >>> (24 - 8 * (byte & 3))) & 255) * 2;
      data[end++] = HEX_PAIRS[pair]!;
      data[end++] = HEX_PAIRS[pair + 1]!;
    }
    offsets[at + i + 1] = end;
  }
}
