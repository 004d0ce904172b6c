import type { ChangeCounts, Flow } from '../planner/plan.ts';
import type { HashBound } from '../topology/layout.ts';
import { positionsOf } from './positions.ts';
import { cellCount } from './tallies.ts';

/** Most flows that are listed one by one; beyond, a picture of single ribbons says nothing. */
export const MAX_FLOWS = 100_000;

/** To sort a remainder takes as long as to look at so many cells. */
const CELLS_A_SORT = 32;

/**
 * Everything that is asked of a change, from a table of rows by old and new partition: counts[f * (to + 1) + t]. Its last
 * row and its last column hold the rows that no partition of that layout takes.
 */
export function changeFromPairs(
  counts: Float64Array,
  from: readonly HashBound[],
  to: readonly HashBound[],
): ChangeCounts {
  const sums = createSums(from, to);
  for (let cell = 0, f = 0; f <= from.length; f++) {
    for (let t = 0; t <= to.length; t++, cell++) if (counts[cell]! > 0) sums.add(f, t, counts[cell]!);
  }
  return sums.change();
}

/**
 * The same from a histogram of row hashes mod L; L = residues.length is a multiple of both greatest moduli. Of a large
 * table few cells have rows, at most L: those are sorted rather than looked for.
 */
export function changeFromResidues(
  residues: Float64Array,
  from: readonly HashBound[],
  to: readonly HashBound[],
): ChangeCounts {
  const width = to.length + 1;
  const cells = cellsOfResidues(residues.length, from, to);
  if (cellCount(from, to) <= CELLS_A_SORT * residues.length) {
    const counts = new Float64Array(cellCount(from, to));
    for (let residue = 0; residue < residues.length; residue++) counts[cells[residue]!]! += residues[residue]!;
    return changeFromPairs(counts, from, to);
  }
  // Sorted by cell: a cell and a residue are one number, which a double holds exactly.
  const sorted = new Float64Array(cells.length);
  for (let i = 0; i < sorted.length; i++) sorted[i] = cells[i]! * cells.length + i;
  sorted.sort();
  const sums = createSums(from, to);
  for (let i = 0; i < sorted.length; ) {
    const cell = Math.floor(sorted[i]! / cells.length);
    let rows = 0;
    for (; i < sorted.length && sorted[i]! < (cell + 1) * cells.length; i++)
      rows += residues[sorted[i]! - cell * cells.length]!;
    if (rows > 0) sums.add(Math.floor(cell / width), cell % width, rows);
  }
  return sums.change();
}

/** The cell of each remainder mod `length`. */
function cellsOfResidues(length: number, from: readonly HashBound[], to: readonly HashBound[]): Float64Array {
  const [old, now] = [positionsOf(from), positionsOf(to)];
  const cells = new Float64Array(length);
  for (let residue = 0, f = 0, t = 0; residue < length; residue++) {
    cells[residue] = old[f]! * (to.length + 1) + now[t]!;
    if (++f === old.length) f = 0;
    if (++t === now.length) t = 0;
  }
  return cells;
}

/** Sums of cells, which are added in their order. */
function createSums(from: readonly HashBound[], to: readonly HashBound[]) {
  const fromRows = new Array<number>(from.length + 1).fill(0);
  const toRows = new Array<number>(to.length + 1).fill(0);
  const stay = new Array<number>(to.length).fill(0);
  const heirs = new Map(from.map(({ remainder }, position) => [remainder, position]));
  const parents = to.map(({ remainder }) => heirs.get(remainder));
  let total = 0;
  let flows: Flow[] | null = [];
  return {
    add(f: number, t: number, rows: number): void {
      total += rows;
      fromRows[f]! += rows;
      toRows[t]! += rows;
      if (f === from.length || t === to.length) return;
      if (parents[t] === f) stay[t]! += rows;
      if (flows?.length === MAX_FLOWS) flows = null;
      flows?.push({ from: f, to: t, rows });
    },
    change: (): ChangeCounts => ({
      total,
      from: fromRows.slice(0, from.length),
      to: toRows.slice(0, to.length),
      fromMissing: fromRows[from.length]!,
      toMissing: toRows[to.length]!,
      stay,
      flows,
    }),
  };
}
