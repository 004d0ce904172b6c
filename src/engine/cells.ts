import type { HashBound } from '../topology/layout.ts';
import { buildRouter, routeRemainder } from '../topology/routing.ts';
import { cellCount } from './tallies.ts';

/** Row counts by old and new partition; see ChangeCounts for what is read from it. */
export interface Cells {
  /**
   * counts[f * (to + 1) + t]: rows in old partition f and new partition t. The last row and the last column hold the
   * rows that no partition of that layout takes. Exact: a double holds every count up to a trillion and far beyond.
   */
  readonly counts: Float64Array;
  readonly from: readonly HashBound[];
  readonly to: readonly HashBound[];
}

/** Position in the layout of each remainder of its greatest modulus; layout.length where there is no partition. */
export function positionsOf(layout: readonly HashBound[]): Uint32Array {
  const router = buildRouter(layout);
  return Uint32Array.from({ length: router.greatestModulus }, (_, slot) => {
    const position = routeRemainder(router, slot);
    return position < 0 ? layout.length : position;
  });
}

/** Folds a histogram of row hashes mod L into cells; L = residues.length is a multiple of both greatest moduli. */
export function cellsFromResidues(residues: Float64Array, from: readonly HashBound[], to: readonly HashBound[]): Cells {
  const counts = new Float64Array(cellCount(from, to));
  const width = to.length + 1;
  const fromPositions = positionsOf(from);
  const toPositions = positionsOf(to);
  let f = 0;
  let t = 0;
  for (let residue = 0; residue < residues.length; residue++) {
    const rows = residues[residue]!;
    if (rows > 0) counts[fromPositions[f]! * width + toPositions[t]!]! += rows;
    if (++f === fromPositions.length) f = 0;
    if (++t === toPositions.length) t = 0;
  }
  return { counts, from, to };
}
