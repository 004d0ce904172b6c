import { chiSquareTail } from '../lib/gamma.ts';
import type { HashBound } from '../topology/layout.ts';

/** How evenly rows lie in the partitions of one layout. */
export interface Balance {
  /** Rows of the fullest partition over the mean of all; 1 = even, also when there are no rows. */
  readonly hottest: number;
  /** Population standard deviation of the partitions' rows. */
  readonly standardDeviation: number;
  /** Pearson's statistic against shares of 1 / modulus, scaled to the rows that have a partition. */
  readonly chiSquare: number;
  /** Partitions minus one. */
  readonly degreesOfFreedom: number;
  /** Chance of a statistic at least this large if each distinct key fell at random; 1 with fewer than two partitions. */
  readonly pValue: number;
}

/** Measures the balance of exact counts; `counts[i]` are the rows of `layout[i]`. */
export function measureBalance(layout: readonly HashBound[], counts: readonly number[]): Balance {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const mean = total / Math.max(1, counts.length);
  const squares = counts.reduce((sum, count) => sum + (count - mean) ** 2, 0);
  const degreesOfFreedom = Math.max(0, counts.length - 1);
  const chiSquare = total === 0 ? 0 : pearson(layout, counts, total);
  return {
    hottest: total === 0 ? 1 : counts.reduce((most, count) => Math.max(most, count), 0) / mean,
    standardDeviation: Math.sqrt(squares / Math.max(1, counts.length)),
    chiSquare,
    degreesOfFreedom,
    pValue: degreesOfFreedom === 0 ? 1 : chiSquareTail(chiSquare, degreesOfFreedom),
  };
}

function pearson(layout: readonly HashBound[], counts: readonly number[], total: number): number {
  const covered = layout.reduce((sum, { modulus }) => sum + 1 / modulus, 0);
  return counts.reduce((sum, count, i) => {
    const expected = total / layout[i]!.modulus / covered;
    return sum + (count - expected) ** 2 / expected;
  }, 0);
}
