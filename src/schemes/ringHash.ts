import { hashBytesExtended } from '../hash/lookup3.ts';
import { SEED_HI, SEED_LO } from '../hash/partitionHash.ts';
import { md5 } from './hashes/md5.ts';
import { murmur3 } from './hashes/murmur3.ts';
import type { KeyBlock, KeyNeed } from './scheme.ts';

/** Lays keys and points on a ring of `size` places. 64-bit hashes give the 2^52 places of their upper 52 bits. */
export interface RingHash {
  readonly need: KeyNeed;
  readonly size: number;
  placeKeys(keys: KeyBlock, count: number, out: Float64Array): void;
  /** Place of a virtual node by its label, data[0 .. length). */
  placeLabel(data: Uint8Array, length: number): number;
}

export const RING_64 = 2 ** 52;
export const RING_32 = 2 ** 32;

const words = new Uint32Array(4);

/** The upper 52 bits of a 64-bit number of unsigned words. */
function upperBits(hi: number, lo: number): number {
  return hi * 1048576 + (lo >>> 12);
}

/** Bytes 0 to 7 of the MD5, as a little-endian number. */
const md5Ring: RingHash = {
  need: 'text',
  size: RING_64,
  placeKeys({ data, offsets }, count, out) {
    for (let i = 0; i < count; i++) {
      md5(data, offsets[i]!, offsets[i + 1]!, words);
      out[i] = upperBits(words[1]!, words[0]!);
    }
  },
  placeLabel(data, length) {
    md5(data, 0, length, words);
    return upperBits(words[1]!, words[0]!);
  },
};

/** Keys lie at their row hash, virtual nodes at hashtextextended(label, partition seed). */
const postgresRing: RingHash = {
  need: 'row',
  size: RING_64,
  placeKeys({ hi, lo }, count, out) {
    for (let i = 0; i < count; i++) out[i] = upperBits(hi[i]!, lo[i]!);
  },
  placeLabel(data, length) {
    hashBytesExtended(data, 0, length, SEED_HI, SEED_LO, words);
    return upperBits(words[0]!, words[1]!);
  },
};

const murmurRing: RingHash = {
  need: 'text',
  size: RING_32,
  placeKeys({ data, offsets }, count, out) {
    for (let i = 0; i < count; i++) out[i] = murmur3(data, offsets[i]!, offsets[i + 1]!, 0);
  },
  placeLabel: (data, length) => murmur3(data, 0, length, 0),
};

/** Hashes that a plain ring can be made with. */
export const ringHashes = { md5: md5Ring, postgres: postgresRing, murmur3: murmurRing } as const;

export type RingHashName = keyof typeof ringHashes;
