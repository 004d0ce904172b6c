import { distinctModuli } from '../topology/boundOrder.ts';
import type { Layout } from '../topology/layout.ts';
import { type LayoutSpec, MAX_PARTITIONS } from '../topology/layoutSpec.ts';

/** How many targets are offered, and how many of them at most are larger than the wish. */
const OFFERED = 3;
const OFFERED_ABOVE = 2;

/**
 * Uniform layouts that can be reached in place and have a number of partitions near that of `to`: those whose modulus
 * fits into the divisor chain of the old moduli, and that are neither the old layout nor `to` itself. The next two above
 * the wish and the next one below; when there are fewer on one side, more of the other. Nearest first, by the ratio of
 * the two numbers.
 *
 * 8 -> 12: 16, 24, 4.
 */
export function nearestTargets(from: Layout, to: Layout): readonly LayoutSpec[] {
  const moduli = distinctModuli(from);
  const wish = Math.max(1, to.length);
  const candidates: number[] = [];
  for (let modulus = 1; modulus <= MAX_PARTITIONS; modulus++) {
    if (isUniform(from, modulus) || isUniform(to, modulus)) continue;
    // The old moduli are a chain already, so a new one fits when it divides, or is divided by, each of them.
    if (moduli.every((old) => old % modulus === 0 || modulus % old === 0)) candidates.push(modulus);
  }
  const above = candidates.filter((modulus) => modulus >= wish);
  const below = candidates.filter((modulus) => modulus < wish).reverse();
  const fromAbove = Math.max(OFFERED_ABOVE, OFFERED - below.length);
  const offered = above.slice(0, fromAbove);
  return [...offered, ...below.slice(0, OFFERED - offered.length)]
    .sort((a, b) => ratio(a, wish) - ratio(b, wish))
    .map((modulus) => ({ kind: 'uniform', modulus }));
}

function isUniform(layout: Layout, modulus: number): boolean {
  return layout.length === modulus && layout[0]?.modulus === modulus && layout.at(-1)?.modulus === modulus;
}

function ratio(a: number, b: number): number {
  return Math.max(a, b) / Math.min(a, b);
}
