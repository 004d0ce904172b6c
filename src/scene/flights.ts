import { smooth } from './bend.ts';
import { groupFraction, type NodeLedger, type Schedule } from './nodeLedger.ts';
import { dotAt, type StackFrame } from './nodeStacks.ts';

/*
 * Dots fly from node to node for the rows that change node, and for no others. What a step carries is shared out to at
 * most MAX_WAVE flying dots, by rows; each takes its share of the rows along, leaves at its turn and is under way for
 * FLIGHT of the step. Rows are on the old heap, in a flying dot or on the new heap, never twice and never nowhere.
 */

/** Most dots in the air in one step. */
export const MAX_WAVE = 120;

/** Share of its step that a dot is in the air. */
export const FLIGHT = 0.4;

/** A dot in the air, CSS px. */
export interface Flight {
  readonly x: number;
  readonly y: number;
  readonly from: number;
  readonly to: number;
  /** Rows that it takes along. */
  readonly rows: number;
}

/** Flying dots of each group. Rounded together over a step, so that a step never has more than MAX_WAVE of them. */
export function planFlights(ledger: NodeLedger, rowsPerDot: number): Uint16Array {
  const { start, from, to, rows } = ledger;
  const flyers = new Uint16Array(rows.length);
  for (let first = 0; first < rows.length; ) {
    let end = first;
    let total = 0;
    for (; end < rows.length && start[end] === start[first]; end++) if (from[end] !== to[end]) total += rows[end]!;
    const wave = Math.min(MAX_WAVE, Math.max(1, Math.round(total / rowsPerDot)));
    let carried = 0;
    for (let g = first; g < end; g++) {
      if (from[g] === to[g] || rows[g] === 0) continue;
      const before = Math.round((carried / total) * wave);
      carried += rows[g]!;
      flyers[g] = Math.round((carried / total) * wave) - before;
    }
    first = end;
  }
  return flyers;
}

/** Flying dots that have left at a fraction of their step; the last one leaves when FLIGHT of it remains. */
function departed(fraction: number, count: number): number {
  return fraction <= 0 ? 0 : Math.min(count, Math.floor((fraction / (1 - FLIGHT)) * count) + 1);
}

function landed(fraction: number, count: number): number {
  return departed(fraction - FLIGHT, count);
}

/** Rows leave and arrive with their flying dots; a group too small for one moves evenly. */
export function withFlights(ledger: NodeLedger, flyers: Uint16Array): Schedule {
  return (group, fraction) => {
    const rows = ledger.rows[group]!;
    const count = flyers[group]!;
    if (count === 0) return { left: rows * fraction, arrived: rows * fraction };
    if (fraction >= 1) return { left: rows, arrived: rows };
    return { left: (rows / count) * departed(fraction, count), arrived: (rows / count) * landed(fraction, count) };
  };
}

/** Dots in the air at plan time t. `heights` are the dots of each node's heap now: flights begin and end on top of them. */
export function flightsAt(
  frame: StackFrame,
  ledger: NodeLedger,
  flyers: Uint16Array,
  heights: ArrayLike<number>,
  t: number,
): readonly Flight[] {
  const flights: Flight[] = [];
  for (let g = 0; g < flyers.length; g++) {
    const fraction = groupFraction(ledger, g, t);
    const count = flyers[g]!;
    if (count === 0 || fraction <= 0 || fraction >= 1) continue;
    const from = ledger.from[g]!;
    const to = ledger.to[g]!;
    for (let j = landed(fraction, count); j < departed(fraction, count); j++) {
      const share = Math.min(1, (fraction - (j / count) * (1 - FLIGHT)) / FLIGHT);
      flights.push({ ...fly(frame, heights, from, to, j, share), from, to, rows: ledger.rows[g]! / count });
    }
  }
  return flights;
}

/** Between the crest of an arch and the highest heap below it, CSS px. */
const CLEARANCE = 14;

/** An arch from heap to heap, over all heaps in between. Flying dots take turns in the columns and heights of their arch. */
function fly(
  frame: StackFrame,
  heights: ArrayLike<number>,
  from: number,
  to: number,
  turn: number,
  share: number,
): { readonly x: number; readonly y: number } {
  const { area, columns } = frame;
  const top = (node: number) => {
    const { across } = columns[node]!;
    const row = Math.floor(heights[node]! / across);
    return dotAt(frame, columns[node]!, row * across + ((turn * 3) % across));
  };
  const start = top(from);
  const end = top(to);
  let highest = start.y;
  for (let node = Math.min(from, to); node <= Math.max(from, to); node++) highest = Math.min(highest, top(node).y);
  const crest = Math.max(area.y - CLEARANCE, highest - CLEARANCE - ((turn * 7) % 5) * 3);
  const along = smooth(share);
  // Twice as high above the middle of the ends, because a parabola's crest is half way to its control point.
  const control = 2 * crest - (start.y + end.y) / 2;
  const rest = 1 - along;
  return {
    x: start.x + (end.x - start.x) * along,
    y: start.y * rest * rest + control * 2 * rest * along + end.y * along * along,
  };
}
