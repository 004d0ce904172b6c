import type { SimdExports } from './simdExports.ts';

const PAGE = 65536;

/**
 * The memory of one instance: what the module lays out itself, and behind it what a counter needs. Everything is placed
 * before the first view is made, as growing takes the views away.
 */
export interface SimdMemory {
  /** Address of so many zeroed bytes, a multiple of 16. */
  place(bytes: number): number;
  words(at: number, length: number): Uint32Array;
  bytes(at: number, length: number): Uint8Array;
}

/** @throws RangeError when the memory cannot grow as far as needed */
export function createSimdMemory({ memory, HEAP }: SimdExports): SimdMemory {
  let end = HEAP.value;
  return {
    place(bytes) {
      const at = end;
      end = at + Math.ceil(bytes / 16) * 16;
      const missing = Math.ceil(end / PAGE) - memory.buffer.byteLength / PAGE;
      if (missing > 0) memory.grow(missing);
      return at;
    },
    words: (at, length) => new Uint32Array(memory.buffer, at, length),
    bytes: (at, length) => new Uint8Array(memory.buffer, at, length),
  };
}
