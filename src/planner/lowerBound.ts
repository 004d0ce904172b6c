import { greatestModulus } from '../topology/boundOrder.ts';
import { coverage } from '../topology/coverage.ts';
import type { Layout } from '../topology/layout.ts';
import type { ChangeCounts } from './plan.ts';

/**
 * The least number of rows that any scheme, hashed or not, must move to turn the old row counts into the ideal shares of
 * the new layout: total * (1 / modulus), or in proportion where there are gaps. A scheme may choose which old table goes
 * on as which new one; keeping min(rows, share) of each pair, the best choice pairs the largest with the largest (the
 * rearrangement inequality for min). Rounded up to whole rows.
 *
 * PostgreSQL's own new counts are not exactly ideal, so its count of moved rows can be a little below this figure;
 * `leastMoved` for the actual counts never is above it.
 */
export function lowerBound(change: ChangeCounts, from: Layout, to: Layout): number {
  const counts = from.map((_, position) => change.from[position] ?? 0);
  const rows = counts.reduce((sum, count) => sum + count, 0);
  const shares = to.map(({ modulus }) => rows * (greatestModulus(to) / modulus));
  return leastMoved(counts, shares, coverage(to).covered);
}

/**
 * The least number of rows that must move to turn `counts` into `shares / scale`, both in any order: all rows minus the
 * sum of min over pairs of equal rank. All products must be safe integers. Rounded up.
 */
export function leastMoved(counts: readonly number[], shares: readonly number[], scale = 1): number {
  const sortedShares = shares.toSorted((a, b) => b - a);
  let moved = 0;
  counts
    .toSorted((a, b) => b - a)
    .forEach((count, rank) => {
      moved += Math.max(0, count * scale - (sortedShares[rank] ?? 0));
    });
  return Math.ceil(moved / scale);
}
