import type { Member, MemberChange } from '../../schemes/nodes.ts';
import type { Router, RouterPair } from '../../schemes/scheme.ts';
import type { Flows, SchemeFigures, SchemeTotals, SideFigures } from './protocol.ts';

/**
 * Reads from the totals of all rows what they mean.
 * @throws RangeError when some of the rows have no member, which no scheme may do
 */
export function figuresOf(
  { cells, milliseconds }: SchemeTotals,
  rows: number,
  change: MemberChange,
  { before, after, theory }: RouterPair,
): SchemeFigures {
  const width = change.after.length;
  const rowsBefore = new Float64Array(change.before.length);
  const rowsAfter = new Float64Array(width);
  for (let cell = 0; cell < cells.length; cell++) {
    rowsBefore[Math.floor(cell / width)]! += cells[cell]!;
    rowsAfter[cell % width]! += cells[cell]!;
  }
  const placed = total(rowsBefore);
  if (placed !== rows) throw new RangeError(`${placed} of ${rows} rows were placed`);
  return {
    before: sideOf(rowsBefore, change.before, before),
    after: sideOf(rowsAfter, change.after, after),
    moved: rows - stayingRows(cells, change),
    flows: flowsOf(cells, width),
    theory,
    hasCircle: before.circle !== null,
    milliseconds,
  };
}

/** The largest quotient of rows and expected rows, by weight; 1 when there are no rows. */
export function hottestOf(rows: Float64Array, members: readonly Member[]): number {
  return loadsOf(rows, members).reduce((most, load) => Math.max(most, load), 0);
}

function sideOf(rows: Float64Array, members: readonly Member[], { memoryBytes, lookupSteps }: Router): SideFigures {
  const loads = loadsOf(rows, members);
  const squares = loads.reduce((sum, load) => sum + (load - 1) ** 2, 0);
  return {
    rows,
    hottest: hottestOf(rows, members),
    deviation: Math.sqrt(squares / members.length),
    memoryBytes,
    lookupSteps,
  };
}

function loadsOf(rows: Float64Array, members: readonly Member[]): Float64Array {
  const all = total(rows);
  const weights = members.reduce((sum, { weight }) => sum + weight, 0);
  return rows.map((own, index) => (all === 0 ? 1 : own / all / (members[index]!.weight / weights)));
}

function stayingRows(cells: Float64Array, { before, after }: MemberChange): number {
  const places = new Map(after.map(({ name }, place) => [name, place]));
  return before.reduce((sum, { name }, index) => {
    const place = places.get(name);
    return place === undefined ? sum : sum + cells[index * after.length + place]!;
  }, 0);
}

function flowsOf(cells: Float64Array, width: number): Flows {
  const used = cells.reduce((count, rows) => count + Number(rows > 0), 0);
  const flows = { from: new Uint16Array(used), to: new Uint16Array(used), rows: new Float64Array(used) };
  let at = 0;
  for (let cell = 0; cell < cells.length; cell++) {
    if (cells[cell] === 0) continue;
    flows.from[at] = Math.floor(cell / width);
    flows.to[at] = cell % width;
    flows.rows[at++] = cells[cell]!;
  }
  return flows;
}

function total(rows: Float64Array): number {
  return rows.reduce((sum, own) => sum + own, 0);
}
