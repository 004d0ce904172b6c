import { inversePower } from './power.ts';

/**
 * Zipf's law by inversion: tenant k of 1..n with probability proportional to k^-s, from one random 32-bit word.
 *
 * The cumulative shares are rounded to multiples of 2^-32 once; a tenant's share is therefore exact to 2^-32, and one
 * whose share rounds to nothing is never drawn. `upper[k - 1]` is the greatest word that still means a tenant <= k. A
 * guide table (Chen and Asau, 1974) gives the first tenant of each bucket of leading bits, so a draw takes about one
 * comparison, whatever n is; inside a crowded bucket a binary search takes over.
 */
export interface ZipfTable {
  readonly upper: Uint32Array;
  readonly guide: Uint32Array;
  /** word >>> shift is the bucket. */
  readonly shift: number;
}

const MIN_GUIDE_BITS = 8;
const MAX_GUIDE_BITS = 20;
const LINEAR_STEPS = 4;

export function buildZipfTable(tenants: number, s: number): ZipfTable {
  const upper = cumulativeWords(tenants, s);
  const bits = Math.min(MAX_GUIDE_BITS, Math.max(MIN_GUIDE_BITS, Math.ceil(Math.log2(tenants)) + 1));
  const shift = 32 - bits;
  const guide = new Uint32Array(2 ** bits + 1);
  let index = 0;
  for (let bucket = 0; bucket < 2 ** bits; bucket++) {
    const first = bucket * 2 ** shift;
    while (upper[index]! < first) index++;
    guide[bucket] = index;
  }
  guide[2 ** bits] = tenants - 1;
  return { upper, guide, shift };
}

/** Smallest terms are summed first: the running sum then loses next to nothing. */
function cumulativeWords(tenants: number, s: number): Uint32Array {
  const tails = new Float64Array(tenants);
  let sum = 0;
  for (let k = tenants; k >= 1; k--) {
    sum += inversePower(k, s);
    tails[k - 1] = sum;
  }
  const upper = new Uint32Array(tenants);
  for (let k = 1; k < tenants; k++) {
    // The share of tenants 1..k; the first tenant's share is always above 2^-32, so the word is never negative.
    upper[k - 1] = Math.min(4_294_967_295, Math.max(0, Math.round((1 - tails[k]! / sum) * 4_294_967_296) - 1));
  }
  upper[tenants - 1] = 4_294_967_295;
  return upper;
}

/** The tenant 1..n of a random unsigned 32-bit word. */
export function drawTenant(table: ZipfTable, word: number): number {
  const { upper, guide } = table;
  const bucket = word >>> table.shift;
  let low = guide[bucket]!;
  for (let step = 0; step < LINEAR_STEPS; step++) {
    if (word <= upper[low]!) return low + 1;
    low++;
  }
  // The first tenant of the next bucket is the last that this one can hold.
  let high = guide[bucket + 1]!;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (word <= upper[middle]!) high = middle;
    else low = middle + 1;
  }
  return low + 1;
}
