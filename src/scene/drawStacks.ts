import type { DotStamp } from './dotGeometry.ts';
import { isDotInside, type PixelBuffer, stampAt, stampDot } from './drawDots.ts';
import type { Flight } from './flights.ts';
import type { NodeColumn, Stack, StackFrame } from './nodeStacks.ts';

/** Little-endian RGBA words of each node, by what a dot of it does. */
export interface StackPalette {
  readonly stay: Uint32Array;
  readonly arrived: Uint32Array;
  readonly leaving: Uint32Array;
  /** Old copies are of no node's colour. */
  readonly old: number;
}

/** What heaps are written with. `ratio`: device px a CSS px. */
export interface StackPen {
  readonly buffer: PixelBuffer;
  readonly dot: DotStamp;
  readonly frame: StackFrame;
  readonly ratio: number;
}

/** Dots of one colour from a place of the heap on; gives the next free place. */
function drawRun(
  { buffer, dot, frame, ratio }: StackPen,
  column: NodeColumn,
  place: number,
  count: number,
  colour: number,
): number {
  const { pitch, floor } = frame;
  const corner = 0.5 - dot.stampSize / 2;
  const end = place + count;
  for (let i = place, row = Math.floor(place / column.across); i < end; row++) {
    // As dotAt() has them.
    const top = (floor - (row + 0.5) * pitch) * ratio + corner;
    for (const rowEnd = Math.min(end, (row + 1) * column.across); i < rowEnd; i++) {
      const left = (column.x + (i - row * column.across + 0.5) * pitch) * ratio + corner;
      if (isDotInside(buffer, dot, left, top)) stampAt(buffer, dot, (top | 0) * buffer.width + (left | 0), colour);
    }
  }
  return end;
}

/** The heaps of all nodes. */
export function drawStacks(pen: StackPen, stacks: readonly Stack[], palette: StackPalette): void {
  for (const column of pen.frame.columns) {
    const { node } = column;
    const { stay, arrived, leaving, old } = stacks[node]!;
    let place = drawRun(pen, column, 0, stay, palette.stay[node]!);
    place = drawRun(pen, column, place, arrived, palette.arrived[node]!);
    place = drawRun(pen, column, place, leaving, palette.leaving[node]!);
    drawRun(pen, column, place, old, palette.old);
  }
}

/** Dots in the air, in the colour of the node they fly to. */
export function drawFlights({ buffer, dot, ratio }: StackPen, flights: readonly Flight[], colours: Uint32Array): void {
  for (const { x, y, to } of flights) stampDot(buffer, dot, x * ratio, y * ratio, colours[to]!);
}
