import { keyedHash, saltOf, scaleWord } from './hashes/keyedHash.ts';

/**
 * The arrays of AnchorHash (Mendelson et al., IEEE/ACM ToN 2020), for buckets 0 .. capacity - 1 of which N work. The paper's
 * letters are in brackets.
 *
 * The working buckets stand in a row of N places, bucket b at place b as long as it can. When one leaves, the last of the
 * row takes its place:
 *
 *     place    0 1 2 3          0 1 2            0 1
 *     bucket   0 1 2 3  -(1)->  0 3 2   -(3)->   0 2      sizes[1] = 3, sizes[3] = 2
 */
export interface AnchorTable {
  /** [A] 0 for a working bucket, else how many worked just after its removal. */
  readonly sizes: Uint16Array;
  /** [K] The bucket that took a removed bucket's place. */
  readonly successors: Uint16Array;
  remove(bucket: number): void;
  /** Undoes the last removal. @returns the bucket that works again */
  add(): number;
  /** Expected draws and steps along successors of a lookup. */
  readonly lookupSteps: () => number;
}

/**
 * All buckets from `working` on count as removed, the last one first.
 * @param capacity 1 to 65535
 * @param working 1 to capacity
 */
export function createAnchor(capacity: number, working: number): AnchorTable {
  const identity = (): Uint16Array => Uint16Array.from({ length: capacity }, (_, bucket) => bucket);
  const sizes = new Uint16Array(capacity);
  const successors = identity();
  /** [W] Bucket at each place of the row. */
  const row = identity();
  /** [L] Place of each working bucket; of a removed one the last it had. */
  const places = identity();
  /** [R] Removed buckets, the last one last. */
  const removed: number[] = [];
  const chains = countChains(capacity);
  let size = capacity;

  function remove(bucket: number): void {
    size -= 1;
    const place = places[bucket]!;
    const last = row[size]!;
    chains.shrink(place, size);
    removed.push(bucket);
    row[place] = last;
    places[last] = place;
    successors[bucket] = last;
    sizes[bucket] = size;
  }

  function add(): number {
    const bucket = removed.pop();
    if (bucket === undefined) throw new RangeError(`all ${capacity} buckets work`);
    const place = places[bucket]!;
    chains.grow(place, size);
    sizes[bucket] = 0;
    places[row[size]!] = size;
    row[place] = bucket;
    successors[bucket] = bucket;
    size += 1;
    return bucket;
  }

  for (let bucket = capacity - 1; bucket >= working; bucket--) remove(bucket);
  return { sizes, successors, remove, add, lookupSteps: () => 1 + chains.expectedSteps(size) };
}

interface ChainCount {
  shrink(place: number, size: number): void;
  grow(place: number, size: number): void;
  /** Draws and steps after the first draw, with `size` working buckets. */
  expectedSteps(size: number): number;
}

/**
 * A key comes by the bucket that was removed when `size` were left with chance 1 / (size + 1), draws one of these places,
 * and follows the successors once for each time that the place has changed hands.
 */
function countChains(capacity: number): ChainCount {
  const changes = new Uint16Array(capacity);
  /** Changes of places 0 .. size - 1 at the time when the row shrank to that size. */
  const totals = new Float64Array(capacity);
  let total = 0;
  return {
    shrink(place, size) {
      total -= changes[size]!;
      if (place !== size) {
        changes[place]! += 1;
        total += 1;
      }
      totals[size] = total;
    },
    grow(place, size) {
      if (place !== size) {
        changes[place]! -= 1;
        total -= 1;
      }
      total += changes[size]!;
    },
    expectedSteps(size) {
      let steps = 0;
      for (let left = size; left < capacity; left++) steps += (1 + totals[left]! / left) / (left + 1);
      return steps;
    },
  };
}

/**
 * The working bucket of the key with row hash (hi, lo), section III-D of the paper (GETBUCKET).
 * @param first the first draw, 0 .. capacity - 1
 */
export function anchorBucket(
  first: number,
  hi: number,
  lo: number,
  sizes: Uint16Array,
  successors: Uint16Array,
): number {
  let bucket = first;
  let size = sizes[bucket]!;
  while (size > 0) {
    let drawn = scaleWord(keyedHash(hi, lo, 0, saltOf(bucket)), size);
    // Removed before: look who stood in its place when `size` were left.
    while (sizes[drawn]! >= size) drawn = successors[drawn]!;
    bucket = drawn;
    size = sizes[bucket]!;
  }
  return bucket;
}
