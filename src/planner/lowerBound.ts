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
  const shares = to.map(({ modulus }) => BigInt(rows) * BigInt(greatestModulus(to) / modulus));
  return leastMoved(counts, shares, coverage(to).covered);
}

/**
 * The least number of rows that must move to turn `counts` into `shares / scale`, both in any order: all rows minus the
 * sum of min over pairs of equal rank. Rounded up. In BigInt, because a trillion rows times a modulus is no safe integer;
 * there are a few thousand partitions at most.
 * @param shares integers
 */
export function leastMoved(counts: readonly number[], shares: readonly (number | bigint)[], scale = 1): number {
  const sortedShares = shares.map(BigInt).sort((a, b) => (a < b ? 1 : a > b ? -1 : 0));
  const whole = BigInt(scale);
  let moved = 0n;
  counts
    .toSorted((a, b) => b - a)
    .forEach((count, rank) => {
      const over = BigInt(count) * whole - (sortedShares[rank] ?? 0n);
      if (over > 0n) moved += over;
    });
  return Number((moved + whole - 1n) / whole);
}
