import { distinctModuli, isDivisorChain } from '../topology/boundOrder.ts';
import type { Layout } from '../topology/layout.ts';
import { type LayoutSpec, MAX_PARTITIONS } from '../topology/layoutSpec.ts';

/** How many targets are offered. */
const OFFERED = 3;

/**
 * Uniform layouts that can be reached in place and have a number of partitions near that of `to`, nearest first: those
 * whose modulus fits into the divisor chain of the old moduli. Nearness is the ratio of the two numbers, as a wish for
 * twelve is met by 24 better than by 4; on equal terms the larger one comes first. The present layout is never offered.
 *
 * 8 -> 12: 16, 24, 4.
 */
export function nearestTargets(from: Layout, to: Layout): readonly LayoutSpec[] {
  const moduli = distinctModuli(from);
  const wish = Math.max(1, to.length);
  const isPresent = (modulus: number): boolean => from.length === modulus && moduli.every((m) => m === modulus);
  const candidates: number[] = [];
  for (let modulus = 1; modulus <= MAX_PARTITIONS; modulus++) {
    const joint = [...new Set([...moduli, modulus])].sort((a, b) => a - b);
    if (isDivisorChain(joint) && !isPresent(modulus)) candidates.push(modulus);
  }
  return candidates
    .sort((a, b) => ratio(a, wish) - ratio(b, wish) || b - a)
    .slice(0, OFFERED)
    .map((modulus) => ({ kind: 'uniform', modulus }));
}

function ratio(a: number, b: number): number {
  return Math.max(a, b) / Math.min(a, b);
}
