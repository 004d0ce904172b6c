import { rowHashBlock } from './blocks.ts';
import type { LongColumn } from './column.ts';
import { COMBINE_LO } from './combine.ts';
import { emptyBins, type FractionBins, planFractionBins } from './fractionBins.ts';
import { assertModulus, countBlock, isPowerOfTwo } from './modulo.ts';
import { ALIGNED, binBlocks, binWords, maskBlocks, maskWords, wordsToAlignment } from './serialLoops.ts';

const TWO_32 = 4294967296;

/** From this stride on keys change their high word so often that the general path is as fast. */
const MAX_FAST_STRIDE = 2 ** 24;

/** Largest power of two counted by its low bits; beyond it the bins leave the cache. */
const MAX_MASKED = 65536;

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
  if (step > MAX_FAST_STRIDE) countByBlocks(first, step, count, modulus, histogram);
  else if (isPowerOfTwo(modulus) && modulus <= MAX_MASKED) countByMask(first, step, count, modulus, histogram);
  else if (fractionBinsFor(modulus) !== null) countByFractions(first, step, count, modulus, histogram);
  else countByBlocks(first, step, count, modulus, histogram);
}

/** Words with the same `fold`; `blocks` aligned blocks in the middle and single keys at both ends. */
interface Run {
  readonly low: number;
  readonly fold: number;
  readonly head: number;
  readonly blocks: number;
  readonly tail: number;
}

/** The longest run of keys with one high word from `key` on. */
function runFrom(key: number, step: number, count: number): Run {
  const hi = Math.floor(key / TWO_32);
  const low = key - hi * TWO_32;
  const length = step === 0 ? count : Math.min(count, Math.floor((TWO_32 - 1 - low) / step) + 1);
  // What foldLong() xors into the low word: the high word, or its complement below 0. It is 0 from -2^32 to 2^32.
  const fold = hi ^ (hi >> 31);
  if (step !== 1 || fold !== 0) return { low, fold, head: length, blocks: 0, tail: 0 };
  const head = Math.min(length, wordsToAlignment(low));
  const blocks = Math.floor((length - head) / ALIGNED);
  return { low, fold, head, blocks, tail: length - head - blocks * ALIGNED };
}

function lengthOf(run: Run): number {
  return run.head + run.blocks * ALIGNED + run.tail;
}

const maskBins = new Uint32Array(MAX_MASKED);

function countByMask(first: number, step: number, count: number, modulus: number, histogram: Uint32Array): void {
  const mask = modulus - 1;
  for (let done = 0; done < count; ) {
    const run = runFrom(first + done * step, step, count - done);
    const { low, fold, head, blocks, tail } = run;
    maskWords(low, step, fold, head, mask, maskBins);
    maskBlocks(low + head, blocks, mask, maskBins);
    maskWords(low + head + blocks * ALIGNED, step, fold, tail, mask, maskBins);
    done += lengthOf(run);
  }
  for (let k = 0; k < modulus; k++) histogram[(k + COMBINE_LO) & mask]! += maskBins[k]!;
  maskBins.fill(0, 0, modulus);
}

let latest: { readonly modulus: number; readonly bins: FractionBins | null } = { modulus: 1, bins: null };

/** The bins of a modulus; the latest are kept, because a worker counts millions of keys in many calls. */
function fractionBinsFor(modulus: number): FractionBins | null {
  if (latest.modulus !== modulus) latest = { modulus, bins: planFractionBins(modulus) };
  return latest.bins;
}

function countByFractions(first: number, step: number, count: number, modulus: number, histogram: Uint32Array): void {
  const bins = fractionBinsFor(modulus)!;
  for (let done = 0; done < count; ) {
    const run = runFrom(first + done * step, step, count - done);
    const { low, fold, head, blocks, tail } = run;
    binWords(low, step, fold, head, bins);
    binBlocks(low + head, blocks, bins);
    binWords(low + head + blocks * ALIGNED, step, fold, tail, bins);
    done += lengthOf(run);
  }
  emptyBins(bins, histogram);
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
