const TWO_32 = 4294967296;

/**
 * Cuts the keys first .. first + count - 1 into intervals of consecutive words, calling `each` for every one. The word of
 * a key is its low half xor a `fold` of the high half (foldLong() in src/hash/partitionHash.ts). From -2^32 to 2^32 - 1
 * the fold is 0 and words run on with the keys. Elsewhere an aligned block of 2^n keys has an aligned block of 2^n words,
 * in another order, and counting does not care about order; so the keys are cut into the largest aligned blocks.
 */
export function forWordIntervals(first: number, count: number, each: (word: number, count: number) => void): void {
  for (let done = 0; done < count; ) {
    const key = first + done;
    const hi = Math.floor(key / TWO_32);
    const low = key - hi * TWO_32;
    const length = Math.min(count - done, TWO_32 - low);
    const fold = hi ^ (hi >> 31);
    if (fold === 0) each(low, length);
    else forAlignedBlocks(low, length, (start, size) => each(((start ^ fold) & -size) >>> 0, size));
    done += length;
  }
}

/** The fewest aligned blocks of 2^n that make up start .. start + length - 1; a block of 2^32 counts as two of 2^31. */
function forAlignedBlocks(start: number, length: number, each: (start: number, size: number) => void): void {
  for (let done = 0; done < length; ) {
    const at = start + done;
    // The lowest bit that is set: what the address is aligned to.
    const alignment = (at | 0) === 0 ? 2 ** 31 : 2 ** (31 - Math.clz32(at & -at));
    const size = Math.min(alignment, 2 ** (31 - Math.clz32(Math.min(length - done, 2 ** 31))));
    each(at, size);
    done += size;
  }
}
