import type { ArcPalette } from './arcColumns.ts';
import type { ArcTable } from './arcTable.ts';
import { type BentStrip, traceBand, traceEdge } from './bend.ts';
import { toCss } from './colourWords.ts';
import type { Painter } from './painter.ts';
import type { BentFrame, Span } from './ringFrame.ts';

/** White between neighbouring arcs of this length, CSS px. */
function arcGap(length: number): number {
  if (length >= 24) return 2;
  return length >= 6 ? 1 : 0;
}

type Paths = Map<number, (readonly [number, number])[]>;

function add(paths: Paths, colour: number, from: number, to: number): void {
  const spans = paths.get(colour) ?? [];
  if (spans.length === 0) paths.set(colour, spans);
  spans.push([from, to]);
}

/** Places of each colour, gaps taken off; one path a colour is faster than one an arc. */
function collect(table: ArcTable, palette: ArcPalette, length: number): Paths {
  const paths: Paths = new Map();
  for (let i = 0; i < table.count; i++) {
    const gap = arcGap((table.x1[i]! - table.x0[i]!) * length) / length;
    const from = table.x0[i]! + gap / 2;
    const to = table.x1[i]! - gap / 2;
    const edge = from + (to - from) * table.filled[i]!;
    const node = table.node[i]!;
    const rest = table.rest[i]!;
    if (edge > from) add(paths, node < 0 ? palette.none : palette.full[node]!, from, edge);
    if (edge < to) add(paths, rest < 0 ? palette.none : palette.light[rest]!, edge, to);
  }
  return paths;
}

function fillBand(ctx: Painter, strip: BentStrip, span: Span, table: ArcTable, palette: ArcPalette): void {
  for (const [colour, spans] of collect(table, palette, strip.length)) {
    ctx.fillStyle = toCss(colour);
    ctx.beginPath();
    for (const [from, to] of spans) traceBand(ctx, strip, from, to, span.inner, span.outer);
    ctx.fill();
  }
}

/** How strong the arcs are at bend s: as pale as the strip's boxes at 0. */
function strength(s: number): number {
  return 0.15 + 0.85 * s;
}

/** The live arcs and the thin ring of the old ones, as paths. CSS px. */
export function drawArcs(
  ctx: Painter,
  bent: BentFrame,
  tables: { readonly live: ArcTable; readonly old: ArcTable },
  palette: ArcPalette,
  alpha: number,
): void {
  ctx.globalAlpha = strength(bent.strip.s) * alpha;
  fillBand(ctx, bent.strip, bent.old, tables.old, palette);
  fillBand(ctx, bent.strip, bent.arcs, tables.live, palette);
  ctx.globalAlpha = 1;
}

/** The edges of bands of pixels, in the background's colour: they take the steps off them. */
export function smoothEdges(ctx: Painter, { strip, arcs, old }: BentFrame, background: string): void {
  ctx.strokeStyle = background;
  ctx.lineWidth = 1.4;
  ctx.beginPath();
  for (const { inner, outer } of [arcs, old]) {
    traceEdge(ctx, strip, inner - 0.6);
    traceEdge(ctx, strip, outer + 0.6);
  }
  ctx.stroke();
}
