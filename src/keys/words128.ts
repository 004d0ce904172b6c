import type { BytesColumn } from '../hash/column.ts';
import { mix32, randomWord } from '../lib/prng.ts';

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

/**
 * Four random words of each row, most significant first: out[4 * i .. 4 * i + 3]. Among 2^32 rows in a row each word is a
 * one-to-one function of the row number, so no two of them agree in any of the four. Rows further apart share first words;
 * the others are stirred by the high word of the row number, or their keys would repeat.
 */
export function randomBits(out: Uint32Array, seed: number, firstRow: number, count: number): void {
  for (let i = 0; i < count; i++) {
    const row = firstRow + i;
    const word = randomWord(seed, row, 0);
    const stirred = (word + stirOf((row / 4294967296) | 0)) | 0;
    out[4 * i] = word;
    out[4 * i + 1] = mix32(stirred + 0x9e3779b9);
    out[4 * i + 2] = mix32(stirred + 0x3c6ef372);
    out[4 * i + 3] = mix32(stirred + 0xdaa66d2b);
  }
}

/** What rows with this high word add to the word that the last three of a key are made of; 0 for the first 2^32 rows. */
export function stirOf(high: number): number {
  return mix32(Math.imul(high, 0x85ebca6b));
}

/** Sets the version nibble and the variant bits 10 of RFC 9562 in `count` 128-bit values. */
export function markUuids(bits: Uint32Array, version: number, count: number): void {
  for (let i = 0; i < count; i++) {
    bits[4 * i + 1] = (bits[4 * i + 1]! & 0xffff0fff) | (version << 12);
    bits[4 * i + 2] = (bits[4 * i + 2]! & 0x3fffffff) | 0x80000000;
  }
}

/**
 * Writes 128-bit values as 16 bytes each, most significant byte first; by words where they may be, whose bytes a browser's
 * machine stores lowest first.
 */
export function writeBytes16(column: BytesColumn, bits: Uint32Array, count: number, at: number): void {
  const { data, offsets } = column;
  const start = offsets[at]!;
  if ((data.byteOffset + start) % 4 === 0) {
    const words = new Uint32Array(data.buffer, data.byteOffset + start, 4 * count);
    for (let i = 0; i < 4 * count; i++) words[i] = swapBytes(bits[i]!);
  } else {
    for (let i = 0; i < 4 * count; i++) writeWord(data, start + 4 * i, bits[i]!);
  }
  for (let i = 1; i <= count; i++) offsets[at + i] = start + 16 * i;
}

function swapBytes(word: number): number {
  return (word << 24) | ((word & 0xff00) << 8) | ((word >>> 8) & 0xff00) | (word >>> 24);
}

function writeWord(data: Uint8Array, at: number, word: number): void {
  data[at] = word >>> 24;
  data[at + 1] = word >>> 16;
  data[at + 2] = word >>> 8;
  data[at + 3] = word;
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
