import { lcm, primeFactors } from '../lib/integers.ts';
import { distinctModuli } from '../topology/boundOrder.ts';
import type { HashBound } from '../topology/layout.ts';
import { stripStart } from '../topology/stripOrder.ts';

/*
 * The strip. A chain of moduli 1 | m1 | m2 | ... is written as its prime ratios, the radices. A remainder r is then a
 * number in mixed radix whose lowest digit comes first: r = d0 + p0 (d1 + p1 (d2 + ...)). Read the digits in the
 * opposite order and every residue class becomes one interval, with its children side by side inside it:
 *
 *   8 partitions   0   4   2   6   1   5   3   7
 *   16             0 8 4 12 ...
 */

/** Radices of the old and the new layout. Both lists have the same product, so that a key has a place in both. */
export interface ChainPair {
  readonly from: readonly number[];
  readonly to: readonly number[];
  /** Greatest modulus up to which both lists agree: its classes lie at the same place before and after. */
  readonly shared: number;
  /** One list for both: the change only cuts and glues boxes. */
  readonly common: boolean;
}

/** An interval of the strip; 0 <= x < x + width <= 1. */
export interface StripInterval {
  readonly x: number;
  readonly width: number;
}

/** Products of radices stay below 2^32, so that a remainder is one unsigned word. */
const MAX_PRODUCT = 4294967296;

/** A class of modulus c is cut by no class of modulus m, and cuts none. */
function fits(c: number, moduli: readonly number[]): boolean {
  return moduli.every((m) => m % c === 0 || c % m === 0);
}

/** The longest list of radices, small primes first, whose classes fit all moduli of both layouts. */
function sharedRadices(from: readonly number[], to: readonly number[]): number[] {
  const greatest = [from.at(-1) ?? 1, to.at(-1) ?? 1];
  const primes = [...new Set(greatest.flatMap(primeFactors))].sort((a, b) => a - b);
  const radices: number[] = [];
  let product = 1;
  for (;;) {
    const next = primes.find(
      (p) => greatest.some((m) => m % (product * p) === 0) && fits(product * p, from) && fits(product * p, to),
    );
    if (next === undefined) return radices;
    radices.push(next);
    product *= next;
  }
}

function extend(radices: readonly number[], product: number, moduli: readonly number[]): number[] {
  const longer = [...radices];
  let reached = product;
  for (const modulus of moduli) {
    if (modulus <= reached) continue;
    longer.push(...primeFactors(modulus / reached));
    reached = modulus;
  }
  return longer;
}

/** Radices for a change of layout. `from` and `to` are legal (each a divisor chain); either may be empty. */
export function computeChains(from: readonly HashBound[], to: readonly HashBound[]): ChainPair {
  const old = distinctModuli(from);
  const next = distinctModuli(to);
  const shared = sharedRadices(old, next);
  const sharedModulus = shared.reduce((a, b) => a * b, 1);
  const whole = lcm(old.at(-1) ?? 1, next.at(-1) ?? 1);
  const last = whole <= MAX_PRODUCT ? [whole] : [];
  return {
    from: extend(shared, sharedModulus, [...old, ...last]),
    to: extend(shared, sharedModulus, [...next, ...last]),
    shared: sharedModulus,
    common: sharedModulus === whole,
  };
}

/**
 * Digit-reversed place of the class (modulus, remainder). Throws when the modulus is no product of leading radices:
 * the class is then no interval of this strip.
 */
export function stripPosition(bound: HashBound, radices: readonly number[]): StripInterval {
  if (!isOnChain(bound.modulus, radices)) {
    throw new Error(`modulus ${bound.modulus} is not on the chain ${radices.join(' x ')}`);
  }
  return { x: stripStart(bound, radices), width: 1 / bound.modulus };
}

/** Whether the classes of `modulus` are intervals of the strip with these radices. */
export function isOnChain(modulus: number, radices: readonly number[]): boolean {
  let product = 1;
  for (const radix of radices) {
    if (product >= modulus) break;
    product *= radix;
  }
  return product === modulus;
}
