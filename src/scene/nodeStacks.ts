import type { NodeSpec } from '../schemes/nodes.ts';
import type { NodeLedger, NodeRows } from './nodeLedger.ts';
import type { Area } from './ringFrame.ts';
import { textWidth } from './stripFrame.ts';

/** One node's place among the stacks; CSS px. */
export interface NodeColumn {
  readonly node: number;
  /** Left edge of the dots, and how many stand side by side. */
  readonly x: number;
  readonly w: number;
  readonly across: number;
  /** Middle, and room from the middle of one node to the next. */
  readonly middle: number;
  readonly room: number;
  /** Of the dashed line; null without a capacity. */
  readonly capacityY: number | null;
  /** The capacity lies above what is drawn. */
  readonly capacityAbove: boolean;
}

/** Dots of the nodes, heaped up from a common floor; CSS px. */
export interface StackFrame {
  readonly area: Area;
  readonly floor: number;
  /** From dot to dot, and of a dot. */
  readonly pitch: number;
  readonly diameter: number;
  readonly rowsPerDot: number;
  readonly columns: readonly NodeColumn[];
}

/** Dots of one node, from below: they stay, have come, will leave, and are old copies. */
export interface Stack {
  readonly stay: number;
  readonly arrived: number;
  readonly leaving: number;
  readonly old: number;
}

/** Widest heap, and its share of the room of a node. CSS px. */
const MAX_WIDTH = 64;
const WIDTH_SHARE = 0.7;

/** A capacity more than so many times the fullest node is told, not drawn: it would flatten the rest. */
const MAX_CAPACITY = 1.5;

/** Grid of dots by the width of a heap: pitch and diameter, CSS px. */
const GRIDS = [
  { from: 24, pitch: 5, diameter: 3.6 },
  { from: 12, pitch: 4, diameter: 3 },
  { from: 6, pitch: 3, diameter: 2 },
  { from: 3, pitch: 2, diameter: 1 },
  { from: 0, pitch: 1, diameter: 1 },
] as const;

function greatest(values: Iterable<number>): number {
  let max = 0;
  for (const value of values) max = Math.max(max, value);
  return max;
}

/** Rows that reach the top of the plot: of the fullest node at any time, or a capacity not far above it. */
function rowsToTop(nodes: readonly NodeSpec[], peak: Float64Array): number {
  const fullest = Math.max(1, greatest(peak));
  const capacities = nodes
    .map(({ capacityRows }) => capacityRows ?? 0)
    .filter((rows) => rows <= fullest * MAX_CAPACITY);
  return Math.max(fullest, greatest(capacities));
}

/** Places the nodes of a ledger side by side. So few rows that every dot is one make narrower heaps, not lower ones. */
export function computeStackFrame(nodes: readonly NodeSpec[], ledger: NodeLedger, area: Area): StackFrame {
  const room = area.w / Math.max(1, nodes.length);
  const width = Math.min(MAX_WIDTH, room * WIDTH_SHARE);
  const { pitch, diameter } = GRIDS.find(({ from }) => width >= from)!;
  const high = Math.max(1, Math.floor(area.h / pitch));
  const top = rowsToTop(nodes, ledger.peak);
  const rowsPerDot = Math.max(1, Math.ceil(top / (high * Math.max(1, Math.floor(width / pitch)))));
  const across = Math.max(1, Math.min(Math.floor(width / pitch), Math.ceil(top / (rowsPerDot * high))));
  const floor = area.y + area.h;
  const columns = nodes.map(({ capacityRows }, node): NodeColumn => {
    const middle = area.x + room * (node + 0.5);
    const reach = capacityRows === null ? 0 : (capacityRows / (rowsPerDot * across)) * pitch;
    const above = reach > area.h + pitch;
    return {
      node,
      x: middle - (across * pitch) / 2,
      w: across * pitch,
      across,
      middle,
      room,
      capacityY: capacityRows === null ? null : above ? area.y : floor - reach,
      capacityAbove: above,
    };
  });
  return { area, floor, pitch, diameter, rowsPerDot, columns };
}

/** Dots of a node; the parts are rounded together, so that they add up to the node's rows over the rows of a dot. */
export function stackOf(frame: StackFrame, rows: NodeRows, node: number): Stack {
  const per = frame.rowsPerDot;
  const stay = Math.round(rows.stay[node]! / per);
  const here = Math.round((rows.stay[node]! + rows.arrived[node]!) / per);
  const live = Math.round((rows.stay[node]! + rows.arrived[node]! + rows.leaving[node]!) / per);
  const all = Math.round((rows.stay[node]! + rows.arrived[node]! + rows.leaving[node]! + rows.old[node]!) / per);
  return { stay, arrived: here - stay, leaving: live - here, old: all - live };
}

/** Dots of a whole node. */
export function dotsIn({ stay, arrived, leaving, old }: Stack): number {
  return stay + arrived + leaving + old;
}

/** Centre of the dot in a place of a heap, counted along its rows from below; CSS px. */
export function dotAt(
  frame: StackFrame,
  column: NodeColumn,
  place: number,
): { readonly x: number; readonly y: number } {
  const { pitch, floor } = frame;
  const row = Math.floor(place / column.across);
  return { x: column.x + (place - row * column.across + 0.5) * pitch, y: floor - (row + 0.5) * pitch };
}

/** The node whose room a point lies in; -1 beside the stacks. `below`: how far under the floor still counts. */
export function columnAt(frame: StackFrame, x: number, y: number, below: number): number {
  const { area, columns, floor } = frame;
  if (x < area.x || x >= area.x + area.w || y < area.y || y > floor + below) return -1;
  return Math.min(columns.length - 1, Math.floor(((x - area.x) / area.w) * columns.length));
}

/** How nodes are named below their heaps: one way for all of them. */
export interface NodeNames {
  readonly names: readonly string[];
  /** `upright`: from top to bottom, where there is no room beside each other; `none`: not even for that. */
  readonly kind: 'flat' | 'upright' | 'none';
}

export const NAME_SIZE = 12;
export const SHORT_NAME_SIZE = 11;
/** Room that an upright name takes. CSS px. */
const UPRIGHT = 13;

/** Names without the beginning that all of them share, if something of each is left: `node 1`, `node 2` are 1 and 2. */
function shortNames(names: readonly string[]): readonly string[] {
  const [first = ''] = names;
  let shared = 0;
  while (shared < first.length && names.every((name) => name[shared] === first[shared])) shared++;
  // Digits of a number stay together: node 10 and node 11 are 10 and 11.
  while (shared > 0 && /\d/.test(first[shared - 1]!)) shared--;
  const short = names.map((name) => name.slice(shared));
  return names.length > 1 && short.every((name) => name !== '') ? short : names;
}

/** Whole names if they fit beside each other, else short ones, else short ones upright. */
export function nameNodes(names: readonly string[], room: number): NodeNames {
  const fit = (texts: readonly string[], size: number) => texts.every((text) => textWidth(text, size) <= room - 1);
  if (fit(names, NAME_SIZE)) return { names, kind: 'flat' };
  const short = shortNames(names);
  if (fit(short, SHORT_NAME_SIZE)) return { names: short, kind: 'flat' };
  return { names: short, kind: room >= UPRIGHT ? 'upright' : 'none' };
}
