import { rowHashBlock } from './blocks.ts';
import type { LongColumn } from './column.ts';
import { emptyBins, type FractionBins, planFractionBins } from './fractionBins.ts';
import { assertModulus, countBlock, isPowerOfTwo } from './modulo.ts';
import { ALIGNED, binBlocks, binWords, maskBlocks, maskWords, wordsToAlignment } from './serialLoops.ts';

const TWO_32 = 4294967296;

/** From this stride on keys change their high word so often that the general path is as fast. */
const MAX_FAST_STRIDE = 2 ** 24;

/** Largest power of two for which the last rotation of the hash may be a shift. */
const MAX_SHIFTED = 2 ** 24;

/**
 * Counts the keys start, start + stride, ... (`count` of them) per remainder of their row hash as the only key column, an
 * int8; int2, int4, oid and date give the same for the same numbers, timestamps for their microseconds. Adds to
 * histogram[0 .. modulus). Nothing is stored or allocated per key. Calls of 2^20 keys and more run at full speed.
 *
 * Keys with one high word (2^32 integers in a row) hash as words: the low word xor a constant. Powers of two then need a
 * mask, other moduli up to 23,697 fraction bins. Larger moduli and strides go through blocks of stored hashes.
 * @throws RangeError when a key is not a safe integer or the modulus is out of range
 */
export function countSerial(
  start: number,
  stride: number,
  count: number,
  modulus: number,
  histogram: Uint32Array,
): void {
  assertModulus(modulus);
  if (count <= 0) return;
  const last = start + stride * (count - 1);
  if (!Number.isSafeInteger(start) || !Number.isSafeInteger(stride) || !Number.isSafeInteger(last)) {
    throw new RangeError(`keys from ${start} to ${last} are not all safe integers`);
  }
  // A descending series has the same keys as an ascending one.
  const first = Math.min(start, last);
  const step = Math.abs(stride);
  const bins = isPowerOfTwo(modulus) ? null : binsFor(modulus);
  if (step > MAX_FAST_STRIDE || (bins === null && !isPowerOfTwo(modulus))) {
    countByBlocks(first, step, count, modulus, histogram);
    return;
  }
  for (let done = 0; done < count; ) {
    const key = first + done * step;
    const hi = Math.floor(key / TWO_32);
    const low = key - hi * TWO_32;
    const run = step === 0 ? count : Math.min(count - done, Math.floor((TWO_32 - 1 - low) / step) + 1);
    // What foldLong() xors into the low word: the high word, or its complement below 0. It is 0 from -2^32 to 2^32.
    const fold = hi ^ (hi >> 31);
    if (bins !== null) countInBins(low, step, fold, run, bins);
    else countMasked(low, step, fold, run, modulus, histogram);
    done += run;
  }
  if (bins !== null) emptyBins(bins, histogram);
}

let latest: { readonly modulus: number; readonly bins: FractionBins | null } = { modulus: 1, bins: null };

/** The plan for a modulus; the latest is kept, because a worker counts millions of keys in many calls. */
function binsFor(modulus: number): FractionBins | null {
  if (latest.modulus !== modulus) latest = { modulus, bins: planFractionBins(modulus) };
  return latest.bins;
}

/** Aligned blocks in the middle, key by key at both ends; all key by key when the words are not consecutive. */
function countInBins(low: number, step: number, fold: number, run: number, bins: FractionBins): void {
  const { head, blocks } = split(low, step, fold, run);
  binWords(low, step, fold, head, bins);
  binBlocks(low + head, blocks, bins);
  const done = head + blocks * ALIGNED;
  binWords(low + done, step, fold, run - done, bins);
}

function countMasked(
  low: number,
  step: number,
  fold: number,
  run: number,
  modulus: number,
  histogram: Uint32Array,
): void {
  const { head, blocks } = modulus <= MAX_SHIFTED ? split(low, step, fold, run) : { head: run, blocks: 0 };
  maskWords(low, step, fold, head, modulus - 1, histogram);
  maskBlocks(low + head, blocks, modulus - 1, histogram);
  const done = head + blocks * ALIGNED;
  maskWords(low + done, step, fold, run - done, modulus - 1, histogram);
}

function split(low: number, step: number, fold: number, run: number): { head: number; blocks: number } {
  if (step !== 1 || fold !== 0) return { head: run, blocks: 0 };
  const head = Math.min(run, wordsToAlignment(low));
  return { head, blocks: Math.floor((run - head) / ALIGNED) };
}

const BLOCK = 4096;
const column: LongColumn = { storage: 'long', hi: new Int32Array(BLOCK), lo: new Uint32Array(BLOCK) };
const hash = { hi: new Uint32Array(BLOCK), lo: new Uint32Array(BLOCK) };

function countByBlocks(start: number, stride: number, count: number, modulus: number, histogram: Uint32Array): void {
  for (let done = 0; done < count; done += BLOCK) {
    const size = Math.min(BLOCK, count - done);
    for (let i = 0; i < size; i++) {
      const key = start + (done + i) * stride;
      const hi = Math.floor(key / TWO_32);
      column.hi[i] = hi;
      column.lo[i] = key - hi * TWO_32;
    }
    rowHashBlock([column], size, hash.hi, hash.lo, hash);
    countBlock(hash.hi, hash.lo, size, modulus, histogram);
  }
}
