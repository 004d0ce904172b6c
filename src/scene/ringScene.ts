import { type ArcTable, arcAt } from './arcTable.ts';
import { planFlights, withFlights } from './flights.ts';
import type { BoxStatus } from './liveBoxes.ts';
import { type NodeRows, nodeRowsAt, rowsOn } from './nodeLedger.ts';
import { columnAt, computeStackFrame, type NodeColumn, type StackFrame } from './nodeStacks.ts';
import type { RingFrame } from './ringFrame.ts';
import type { RingModel } from './ringModel.ts';
import { type BoxRef, LABEL_SIZE, MIN_BOX, markKey } from './strip.ts';
import { textWidth } from './stripFrame.ts';

/** One partition of the ring, ready to draw and to point at. */
export interface ArcMark extends BoxRef {
  readonly kind: 'arc';
  /** Unique and stable over time; the same as the strip's. */
  readonly key: string;
  readonly name: string;
  readonly modulus: number;
  readonly remainder: number;
  readonly rows: number | null;
  readonly counting: boolean;
  readonly status: BoxStatus;
  /** Node it lies on; -1 = none. */
  readonly node: number;
  /** Places on the ring, 0..1. */
  readonly x0: number;
  readonly x1: number;
  /** The remainder, or empty when there is no room, and its middle in CSS px. */
  readonly label: string;
  readonly labelX: number;
  readonly labelY: number;
}

/** One node's heap and texts. */
export interface NodeMark {
  readonly kind: 'node';
  readonly key: string;
  readonly node: number;
  readonly name: string;
  readonly column: NodeColumn;
  /** Rows on it now, and of them: those that have come, those that will leave, old copies of a rebuild. */
  readonly rows: number;
  readonly arrived: number;
  readonly leaving: number;
  readonly old: number;
}

export type RingMark = ArcMark | NodeMark;

export interface RingScene {
  readonly frame: RingFrame;
  readonly model: RingModel;
  readonly stacks: StackFrame;
  /** Flying dots of each group of the ledger. */
  readonly flyers: Uint16Array;
  /** Too many arcs for a line each: they are drawn as columns of mixed colour. */
  isDense(table: ArcTable): boolean;
  /** Partitions on the ring at plan time t; 0 for the arcs of a scheme. */
  countAt(t: number): number;
  /** Partition number `i` in the order of the ring, however thin, or undefined. */
  arcAt(t: number, i: number): ArcMark | undefined;
  /** All of them; for tens of thousands, ask for single ones. */
  arcsAt(t: number): readonly ArcMark[];
  nodesAt(t: number): readonly NodeMark[];
  /** Rows on the heaps at plan time t, without those in the air. */
  heapsAt(t: number): NodeRows;
}

/** Between labels of neighbouring arcs, CSS px. */
const LABEL_GAP = 6;

/** Thinner arcs on average are drawn as columns. CSS px. */
const DENSE = 2;

/** Length of an interval of the ring, CSS px along the middle of the arcs. */
export function arcLength(frame: RingFrame, x0: number, x1: number): number {
  return (x1 - x0) * 2 * Math.PI * frame.radius;
}

/** A point of the ring at bend 1; CSS px. */
export function ringPoint(frame: RingFrame, place: number, radius: number): { readonly x: number; readonly y: number } {
  const angle = (place - 0.25) * 2 * Math.PI;
  return { x: frame.x + Math.cos(angle) * radius, y: frame.y + Math.sin(angle) * radius };
}

function toArcMark(frame: RingFrame, table: ArcTable, i: number): ArcMark {
  const { box, rows, counting, status } = table.live![i]!;
  const x0 = table.x0[i]!;
  const x1 = table.x1[i]!;
  const { x, y } = ringPoint(frame, (x0 + x1) / 2, frame.labelRadius);
  const room = (x1 - x0) * 2 * Math.PI * frame.labelRadius;
  const fits = textWidth(String(box.modulus - 1), LABEL_SIZE) + LABEL_GAP <= room;
  return {
    kind: 'arc',
    key: markKey('after', box),
    row: 'after',
    side: box.side,
    index: box.index,
    name: box.name,
    modulus: box.modulus,
    remainder: box.remainder,
    rows,
    counting,
    status,
    node: table.node[i]!,
    x0,
    x1,
    label: fits ? String(box.remainder) : '',
    labelX: x,
    labelY: y,
  };
}

function toNodeMark(model: RingModel, column: NodeColumn, rows: NodeRows): NodeMark {
  const { node } = column;
  return {
    kind: 'node',
    key: `node:${node}`,
    node,
    name: model.nodes[node]!.name,
    column,
    rows: rowsOn(rows, node),
    arrived: rows.arrived[node]!,
    leaving: rows.leaving[node]!,
    old: rows.old[node]!,
  };
}

/** Gives the mark of the last call with this key while it says the same, so that what draws it need not do so again. */
function remember<Mark extends { readonly key: string }>(): (mark: Mark) => Mark {
  const memory = new Map<string, Mark>();
  return (mark) => {
    const last = memory.get(mark.key);
    if (last !== undefined && (Object.keys(mark) as (keyof Mark)[]).every((name) => last[name] === mark[name]))
      return last;
    memory.set(mark.key, mark);
    return mark;
  };
}

/** Places the model on a frame. Pure but for its memory of marks. */
export function computeRing(model: RingModel, frame: RingFrame): RingScene {
  const stacks = computeStackFrame(model.nodes, model.ledger, frame.stacks);
  const flyers = planFlights(model.ledger, stacks.rowsPerDot);
  const schedule = withFlights(model.ledger, flyers);
  const arcMark = remember<ArcMark>();
  const nodeMark = remember<NodeMark>();
  function arcAt(t: number, i: number): ArcMark | undefined {
    const table = model.arcsAt(t);
    return table.live?.[i] === undefined ? undefined : arcMark(toArcMark(frame, table, i));
  }
  return {
    frame,
    model,
    stacks,
    flyers,
    isDense: (table) => (2 * Math.PI * frame.radius) / Math.max(1, table.count) < DENSE,
    countAt: (t) => model.arcsAt(t).live?.length ?? 0,
    arcAt,
    arcsAt: (t) => (model.arcsAt(t).live ?? []).map((_, i) => arcAt(t, i)!),
    nodesAt(t) {
      const rows = nodeRowsAt(model.ledger, t);
      return stacks.columns.map((column) => nodeMark(toNodeMark(model, column, rows)));
    },
    heapsAt: (t) => nodeRowsAt(model.ledger, t, schedule),
  };
}

/** Whether an arc is wide enough for an outline of its own. */
export function isWideArc(frame: RingFrame, { x0, x1 }: Pick<ArcMark, 'x0' | 'x1'>): boolean {
  return arcLength(frame, x0, x1) >= MIN_BOX;
}

/** Position of the partition with a key at plan time t; -1 when it is not there. */
export function indexOfArc({ model }: RingScene, t: number, key: string | null): number {
  const [row, side, modulus, remainder] = key?.split(':') ?? [];
  if (row !== 'after') return -1;
  const [m, r] = [Number(modulus), Number(remainder)];
  return (model.arcsAt(t).live ?? []).findIndex(
    ({ box }) => box.remainder === r && box.modulus === m && box.side === side,
  );
}

/** Partitions with an outline of their own, and the one with this key even when it is too thin; at least one. */
export function shownArcs(scene: RingScene, t: number, key: string | null): readonly ArcMark[] {
  const { x0, x1 } = scene.model.arcsAt(t);
  const focused = indexOfArc(scene, t, key);
  const shown: ArcMark[] = [];
  for (let i = 0; i < scene.countAt(t); i++) {
    if (i === focused || isWideArc(scene.frame, { x0: x0[i]!, x1: x1[i]! })) shown.push(scene.arcAt(t, i)!);
  }
  const first = scene.arcAt(t, 0);
  return shown.length > 0 || first === undefined ? shown : [first];
}

/** Labels outside and keys inside count as the ring for the pointer. CSS px. */
const LABEL_REACH = 22;
const NODE_LABELS = 36;

/** The arc or node under a point of the stage; null beside them. CSS px. */
export function ringHitTest(scene: RingScene, t: number, x: number, y: number): RingMark | null {
  const { frame, stacks } = scene;
  const node = columnAt(stacks, x, y, NODE_LABELS);
  if (node >= 0) return scene.nodesAt(t)[node] ?? null;
  const distance = Math.hypot(x - frame.x, y - frame.y);
  if (distance < frame.innerRadius || distance > frame.labelRadius + LABEL_REACH) return null;
  const turn = Math.atan2(y - frame.y, x - frame.x) / (2 * Math.PI) + 0.25;
  return scene.arcAt(t, arcAt(scene.model.arcsAt(t), turn < 0 ? turn + 1 : turn)) ?? null;
}
