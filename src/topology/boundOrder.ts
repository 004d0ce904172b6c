import type { HashBound, Layout } from './layout.ts';

/** PostgreSQL's order of hash bounds: by modulus, then by remainder (`qsort_partition_hbound_cmp` in partbounds.c). */
export function compareBounds(a: HashBound, b: HashBound): number {
  return a.modulus - b.modulus || a.remainder - b.remainder;
}

export function isSameBound(a: HashBound, b: HashBound): boolean {
  return a.modulus === b.modulus && a.remainder === b.remainder;
}

/** How many bounds of a sorted layout are at most `bound`: where it would be inserted. 0..layout.length. */
export function countUpTo(layout: Layout, bound: HashBound): number {
  let low = 0;
  let high = layout.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compareBounds(layout[middle]!, bound) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The greatest modulus of a sorted layout, on which PostgreSQL builds its index of slots; 1 when there is none. */
export function greatestModulus(layout: readonly HashBound[]): number {
  return layout.at(-1)?.modulus ?? 1;
}

/** The distinct moduli of a layout, ascending. */
export function distinctModuli(layout: readonly HashBound[]): number[] {
  return [...new Set(layout.map((bound) => bound.modulus))].sort((a, b) => a - b);
}

/** Whether each number divides the next; `moduli` ascending. The condition for moduli to share a table. */
export function isDivisorChain(moduli: readonly number[]): boolean {
  return moduli.every((modulus, i) => i === 0 || modulus % moduli[i - 1]! === 0);
}
