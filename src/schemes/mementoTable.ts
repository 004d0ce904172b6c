import { harmonic } from '../lib/harmonic.ts';
import { keyedHash, saltOf, scaleWord } from './hashes/keyedHash.ts';
import { jumpBucket } from './members/jump.ts';

/**
 * The state of MementoHash (Coluzzi et al., IEEE/ACM ToN 2024): a jump hash over `size` buckets, and for each bucket removed
 * from their midst how many worked afterwards, which is also the number of the bucket that stands in for it.
 */
export interface MementoTable {
  /** Buckets of the jump hash, working or removed. */
  readonly size: () => number;
  /** For each bucket -1 while it works, else how many worked just after its removal. */
  readonly replacements: Int32Array;
  remove(bucket: number): void;
  /** The bucket removed last, or a new one at the end. */
  add(): number;
}

/**
 * @param working buckets at first
 * @param most buckets that there will ever be
 */
export function createMemento(working: number, most: number): MementoTable {
  const replacements = new Int32Array(most).fill(-1);
  /** Removed buckets, the last one last: the paper chains them through its table. */
  const removed: number[] = [];
  let size = working;
  return {
    size: () => size,
    replacements,
    remove(bucket) {
      if (removed.length === 0 && bucket === size - 1) {
        size -= 1;
        return;
      }
      replacements[bucket] = size - removed.length - 1;
      removed.push(bucket);
    },
    add() {
      const bucket = removed.pop();
      if (bucket === undefined) {
        size += 1;
        return size - 1;
      }
      replacements[bucket] = -1;
      return bucket;
    },
  };
}

/**
 * The working bucket of the key with row hash (hi, lo), algorithm 4 of the paper.
 * @param size buckets of the jump hash
 */
export function mementoBucket(hi: number, lo: number, size: number, replacements: Int32Array): number {
  let bucket = jumpBucket(hi, lo, size);
  let left = replacements[bucket]!;
  while (left >= 0) {
    let drawn = scaleWord(keyedHash(hi, lo, 0, saltOf(bucket)), left);
    // Removed before: its stand-in had the number that was left then.
    while (replacements[drawn]! >= left) drawn = replacements[drawn]!;
    bucket = drawn;
    left = replacements[bucket]!;
  }
  return bucket;
}

/**
 * Expected draws of a lookup and steps from stand-in to stand-in: those of the jump hash, and at the bucket that left w
 * others, which a key comes by with chance 1 / (w + 1), a draw and the steps that follow it, averaged over the w results.
 */
export function mementoSteps(size: number, replacements: Int32Array): number {
  let steps = harmonic(size);
  for (let bucket = 0; bucket < size; bucket++) {
    const left = replacements[bucket]!;
    if (left < 0) continue;
    let walked = 0;
    for (let drawn = 0; drawn < left; drawn++) {
      for (let at = replacements[drawn]!; at >= left; at = replacements[at]!) walked += 1;
    }
    steps += (1 + walked / left) / (left + 1);
  }
  return steps;
}
