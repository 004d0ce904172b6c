import type { ChangeCounts, Flow } from '../planner/plan.ts';
import type { Cells } from './cells.ts';

/** Most flows that are listed one by one; beyond, a picture of single ribbons says nothing. */
export const MAX_FLOWS = 100_000;

/** Everything that is asked of a change, summed from its table of cells. */
export function changeCountsOf({ counts, from, to }: Cells): ChangeCounts {
  const width = to.length + 1;
  const fromRows = sumRows(counts, from.length + 1, width);
  const toRows = sumColumns(counts, from.length + 1, width);
  const positions = new Map(from.map(({ remainder }, position) => [remainder, position]));
  return {
    total: fromRows.reduce((sum, rows) => sum + rows, 0),
    from: fromRows.slice(0, from.length),
    to: toRows.slice(0, to.length),
    fromMissing: fromRows[from.length]!,
    toMissing: toRows[to.length]!,
    stay: to.map(({ remainder }, t) => {
      const f = positions.get(remainder);
      return f === undefined ? 0 : counts[f * width + t]!;
    }),
    flows: listFlows(counts, from.length, to.length),
  };
}

function sumRows(counts: Float64Array, height: number, width: number): number[] {
  return Array.from({ length: height }, (_, f) => {
    let sum = 0;
    for (let cell = f * width; cell < (f + 1) * width; cell++) sum += counts[cell]!;
    return sum;
  });
}

function sumColumns(counts: Float64Array, height: number, width: number): number[] {
  const sums = new Array<number>(width).fill(0);
  for (let cell = 0, t = 0; cell < height * width; cell++) {
    sums[t]! += counts[cell]!;
    if (++t === width) t = 0;
  }
  return sums;
}

/** Non-zero cells of partition to partition, sorted; null when there are too many. Rows in a gap have no flow. */
function listFlows(counts: Float64Array, from: number, to: number): Flow[] | null {
  const flows: Flow[] = [];
  for (let f = 0; f < from; f++) {
    for (let t = 0; t < to; t++) {
      const rows = counts[f * (to + 1) + t]!;
      if (rows === 0) continue;
      if (flows.length === MAX_FLOWS) return null;
      flows.push({ from: f, to: t, rows });
    }
  }
  return flows;
}
