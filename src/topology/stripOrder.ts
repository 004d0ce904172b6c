import { primeFactors } from '../lib/integers.ts';
import { distinctModuli } from './boundOrder.ts';
import type { HashBound } from './layout.ts';

/**
 * The order in which a picture shows partitions: digit-reversed along the modulus chain, so that every partition is one
 * box, a split cuts a box and a merge glues neighbours. For modulus 8 = 2 * 2 * 2 the remainders stand as
 *
 *   0 4 2 6 1 5 3 7
 *
 * because the lowest binary digit of the remainder decides the half, the next one the quarter, and so on.
 */

/**
 * Radices of the strip of a layout: the prime factors of each modulus over the one before it, so that every modulus of
 * the chain is a product of the first few radices. Bounds whose moduli form no chain have no common strip.
 */
export function stripRadices(bounds: readonly HashBound[]): number[] {
  let last = 1;
  return distinctModuli(bounds).flatMap((modulus) => {
    const factors = primeFactors(modulus / last);
    last = modulus;
    return factors;
  });
}

/**
 * Left edge of a bound on the strip, 0 <= edge < 1; its width is 1 / modulus. The modulus must be a product of the first
 * few radices.
 */
export function stripStart(bound: HashBound, radices: readonly number[]): number {
  let numerator = 0;
  let width = 1;
  let rest = bound.remainder;
  for (const radix of radices) {
    if (width === bound.modulus) break;
    numerator = numerator * radix + (rest % radix);
    rest = Math.floor(rest / radix);
    width *= radix;
  }
  return numerator / width;
}

/** Bounds in strip order; they form a chain of their own. */
export function sortByStrip<T extends HashBound>(bounds: readonly T[]): T[] {
  const radices = stripRadices(bounds);
  return bounds
    .map((bound) => ({ bound, start: stripStart(bound, radices) }))
    .sort((a, b) => a.start - b.start)
    .map(({ bound }) => bound);
}
