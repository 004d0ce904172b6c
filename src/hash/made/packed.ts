import type { KeyType, KeyValue } from '../keyType.ts';
import { hashBytesExtended, hashWordExtended } from '../lookup3.ts';
import { foldLong } from '../partitionHash.ts';
import { wordAt } from '../wordAt.ts';

/**
 * Values inside the bytes of another value: elements of arrays, bounds of ranges, columns of rows. Each is a length of
 * four bytes, -1 for NULL, and then its own bytes: a word as four, a long as eight, low word first.
 */
export function packValues(values: readonly (KeyValue | null)[], header: readonly number[]): Uint8Array {
  const parts = values.map((value) => (value === null ? null : bytesOf(value)));
  const size = parts.reduce((sum, part) => sum + 4 + (part?.length ?? 0), 4 * header.length);
  const packed = new Uint8Array(size);
  const view = new DataView(packed.buffer);
  let at = 0;
  for (const word of header) {
    view.setInt32(at, word, true);
    at += 4;
  }
  for (const part of parts) {
    view.setInt32(at, part?.length ?? -1, true);
    at += 4;
    if (part === null) continue;
    packed.set(part, at);
    at += part.length;
  }
  return packed;
}

function bytesOf(value: KeyValue): Uint8Array {
  if (value.storage === 'bytes') return value.bytes;
  const words = value.storage === 'word' ? [value.word] : [value.lo, value.hi];
  return Uint8Array.from({ length: 4 * words.length }, (_, i) => words[i >> 2]! >>> (8 * (i & 3)));
}

/** Length of the packed value at `at`, without its length field; 0 for NULL. */
export function lengthAt(data: Uint8Array, at: number): number {
  return Math.max(0, wordAt(data, at));
}

export function isNullAt(data: Uint8Array, at: number): boolean {
  return wordAt(data, at) === -1;
}

/** The packed value at `at`, null for NULL. Its bytes are a view. */
export function unpackAt(type: KeyType, data: Uint8Array, at: number): KeyValue | null {
  if (isNullAt(data, at)) return null;
  const start = at + 4;
  switch (type.storage) {
    case 'word':
      return { storage: 'word', word: wordAt(data, start) };
    case 'long':
      return { storage: 'long', hi: wordAt(data, start + 4), lo: wordAt(data, start) >>> 0 };
    case 'bytes':
      return { storage: 'bytes', bytes: data.subarray(start, start + lengthAt(data, at)) };
  }
}

/** Extended hash of the packed value at `at`, which is not NULL. */
export function hashAt(
  type: KeyType,
  data: Uint8Array,
  at: number,
  seedHi: number,
  seedLo: number,
  out: Uint32Array,
): void {
  const start = at + 4;
  const { storage, hash } = type;
  if (storage === 'word') {
    if (hash?.storage === 'word') hash.hash(wordAt(data, start), seedHi, seedLo, out);
    else hashWordExtended(wordAt(data, start), seedHi, seedLo, out);
  } else if (storage === 'long') {
    const hi = wordAt(data, start + 4);
    const lo = wordAt(data, start) >>> 0;
    if (hash?.storage === 'long') hash.hash(hi, lo, seedHi, seedLo, out);
    else hashWordExtended(foldLong(hi, lo), seedHi, seedLo, out);
  } else {
    const end = start + lengthAt(data, at);
    if (hash?.storage === 'bytes') hash.hash(data, start, end, seedHi, seedLo, out);
    else hashBytesExtended(data, start, end, seedHi, seedLo, out);
  }
}

/**
 * r = r * 31 + hash over `count` packed values from `at` on, in unsigned 64 bits, as hash_array_extended() and
 * hash_record_extended() do it; NULL counts as 0. `typeOf` gives the type of the value number i.
 * @param initial r before the first value: 1 for arrays and multiranges, 0 for rows
 */
export function hashSequence(
  typeOf: (index: number) => KeyType,
  count: number,
  initial: number,
  data: Uint8Array,
  at: number,
  seedHi: number,
  seedLo: number,
  out: Uint32Array,
): void {
  let hi = 0;
  let lo = initial;
  let position = at;
  for (let i = 0; i < count; i++) {
    if (isNullAt(data, position)) out.fill(0);
    else hashAt(typeOf(i), data, position, seedHi, seedLo, out);
    addElement(hi, lo, out);
    hi = out[0]!;
    lo = out[1]!;
    position += 4 + lengthAt(data, position);
  }
  out[0] = hi;
  out[1] = lo;
}

/** out = 31 r + out in unsigned 64 bits: the hash of one more element, after which `r` is `out`. */
export function addElement(rHi: number, rLo: number, out: Uint32Array): void {
  // 31 r = 32 r - r.
  const shifted = (rLo << 5) >>> 0;
  const borrow = shifted < rLo ? 1 : 0;
  const sum = ((shifted - rLo) >>> 0) + out[1]!;
  const carry = sum >= 4294967296 ? 1 : 0;
  out[0] = ((rHi << 5) | (rLo >>> 27)) - rHi - borrow + out[0]! + carry;
  out[1] = sum;
}

/** Rotates each word of a 64-bit hash left by 1: ROTATE_HIGH_AND_LOW_32BITS of src/include/common/hashfn.h. */
export function rotateHalves(out: Uint32Array): void {
  out[0] = (out[0]! << 1) | (out[0]! >>> 31);
  out[1] = (out[1]! << 1) | (out[1]! >>> 31);
}
