import type { KeySpec } from '../keys/keySpec.ts';
import type { HashBound } from '../topology/layout.ts';
import type { Tally } from './tallies.ts';

/** Counts keys into one histogram a tally; counts add up over calls, so any order and any pieces give the same. */
export interface Counter {
  /** Rows that one call should take: a few milliseconds of work at most, so that the caller can look up often. */
  readonly pieceRows: number;
  /** Counts rows firstRow .. firstRow + count - 1 (0-based). At most 2^31 rows in all between two calls of drain(). */
  count(firstRow: number, count: number): void;
  /** Adds what was counted since the last call to totals[t][bin] of each tally t, and begins again at 0. */
  drain(totals: readonly Float64Array[]): void;
}

/** A faster way to count than the loops in TypeScript, which stay as the reference and the fallback. */
export interface Kernel {
  readonly name: 'simd';
  /**
   * @param keys valid by validateKeySpec
   * @returns null for keys or tallies that this kernel leaves to the reference
   */
  createCounter(
    keys: KeySpec,
    from: readonly HashBound[],
    to: readonly (readonly HashBound[])[],
    tallies: readonly Tally[],
  ): Counter | null;
}
