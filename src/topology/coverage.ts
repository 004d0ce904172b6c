import { gcd } from '../lib/integers.ts';
import { greatestModulus } from './boundOrder.ts';
import type { HashBound } from './layout.ts';
import { stripRadices } from './stripOrder.ts';

/** A share of the hash space as an exact fraction: covered / of. `of` is the greatest modulus. */
export interface Coverage {
  readonly covered: number;
  readonly of: number;
}

/** How much of the hash space the partitions of a legal layout take. Exact: both numbers are integers below 2^31. */
export function coverage(layout: readonly HashBound[]): Coverage {
  const of = greatestModulus(layout);
  return { covered: layout.reduce((sum, { modulus }) => sum + of / modulus, 0), of };
}

/** The share of the hash space that has a partition, 0..1. */
export function coveredFraction(layout: readonly HashBound[]): number {
  const { covered, of } = coverage(layout);
  return covered / of;
}

/** Whether every row has a partition. */
export function isComplete(layout: readonly HashBound[]): boolean {
  const { covered, of } = coverage(layout);
  return covered === of;
}

/** Whether two bounds share any row hash: their remainders agree modulo the gcd of their moduli. */
export function overlaps(a: HashBound, b: HashBound): boolean {
  const common = gcd(a.modulus, b.modulus);
  return a.remainder % common === b.remainder % common;
}

/**
 * The gaps of a legal layout as bounds, each as coarse as the strip allows, in strip order; with `within`, only the gaps
 * that share a row hash with it. All of them can be created beside the layout. Lazy, as a single (65521, 0) has 65520.
 */
export function* gapsOf(layout: readonly HashBound[], within?: HashBound): Generator<HashBound> {
  yield* gapsBelow({ modulus: 1, remainder: 0 }, layout, stripRadices(layout), within ?? { modulus: 1, remainder: 0 });
}

/** Gaps inside `node`, a box of the strip; `inside` are the partitions in it and `radices` how it is cut further. */
function* gapsBelow(
  node: HashBound,
  inside: readonly HashBound[],
  radices: readonly number[],
  within: HashBound,
): Generator<HashBound> {
  if (!overlaps(node, within)) return;
  if (inside.length === 0) yield node;
  const [radix, ...rest] = radices;
  if (radix === undefined || inside.length === 0 || inside[0]!.modulus === node.modulus) return;
  const modulus = node.modulus * radix;
  const children = groupByRemainder(inside, modulus);
  for (let digit = 0; digit < radix; digit++) {
    const remainder = node.remainder + digit * node.modulus;
    yield* gapsBelow({ modulus, remainder }, children.get(remainder) ?? [], rest, within);
  }
}

function groupByRemainder(bounds: readonly HashBound[], modulus: number): ReadonlyMap<number, HashBound[]> {
  const groups = new Map<number, HashBound[]>();
  for (const bound of bounds) {
    const remainder = bound.remainder % modulus;
    const group = groups.get(remainder);
    if (group === undefined) groups.set(remainder, [bound]);
    else group.push(bound);
  }
  return groups;
}
