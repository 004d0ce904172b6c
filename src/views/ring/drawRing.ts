import { computeArcColumns, drawArcColumns } from '../../scene/arcColumns.ts';
import { fadePixels } from '../../scene/colourWords.ts';
import { drawArcs, smoothEdges } from '../../scene/drawArcs.ts';
import { drawBentKeys, drawRingKeys } from '../../scene/drawRingKeys.ts';
import { drawFlights, drawStacks } from '../../scene/drawStacks.ts';
import { flightsAt } from '../../scene/flights.ts';
import { dotsIn, stackOf } from '../../scene/nodeStacks.ts';
import { type BentFrame, bendFrame } from '../../scene/ringFrame.ts';
import type { RingKit } from './ringKit.ts';

/** One moment. bend: 0 strip, 1 ring. crossfade: both through each other instead of what is between them. */
export interface RingMoment {
  readonly t: number;
  readonly bend: number;
  readonly crossfade: boolean;
}

/** The strip or ring at one bend, as opaque as `alpha`. */
interface Layer {
  readonly bent: BentFrame;
  readonly alpha: number;
}

/** Bend from which on the heaps come into sight. */
const HEAPS_FROM = 0.6;

function layersOf({ scene: { frame } }: RingKit, { bend, crossfade }: RingMoment): readonly Layer[] {
  if (!crossfade || bend >= 1) return [{ bent: bendFrame(frame, bend), alpha: 1 }];
  return [
    { bent: bendFrame(frame, 0), alpha: 1 - bend },
    { bent: bendFrame(frame, 1), alpha: bend },
  ];
}

/** So many arcs that they are mixed colours: both layouts, as pixels. */
function drawDense(kit: RingKit, { bent, alpha }: Layer, t: number): void {
  const { model } = kit.scene;
  const bands = [
    { span: bent.old, arcs: model.old },
    { span: bent.arcs, arcs: model.arcsAt(t) },
  ];
  for (const { span, arcs } of bands) {
    computeArcColumns(arcs, kit.palette.arcs, kit.columns);
    drawArcColumns(kit.buffer, kit.lineAt(bent), span, kit.ratio, fadePixels(kit.columns, alpha));
  }
}

function drawKeys(kit: RingKit, { bent, alpha }: Layer, t: number): void {
  const { buffer, dot, ratio } = kit;
  if (bent.strip.s >= 1 && alpha >= 1) drawRingKeys(buffer, dot, kit.placed, t);
  else {
    const texture = kit.textureAt(t);
    const faded = { ...texture, colours: fadePixels(texture.colours, alpha) };
    drawBentKeys(buffer, dot, faded, { frame: bent, table: kit.lineAt(bent), ratio });
  }
}

function drawHeaps({ scene, pen, flightPen, palette }: RingKit, t: number, alpha: number): void {
  const { model, stacks } = scene;
  const { stay, arrived, leaving, old } = palette.heaps;
  const rows = scene.heapsAt(t);
  const heaps = model.nodes.map((_, node) => stackOf(stacks, rows, node));
  const faded = fadePixels(stay, alpha);
  drawStacks(pen, heaps, {
    stay: faded,
    arrived: fadePixels(arrived, alpha),
    leaving: fadePixels(leaving, alpha),
    old: fadePixels(Uint32Array.of(old), alpha)[0]!,
  });
  drawFlights(flightPen, flightsAt(stacks, model.ledger, scene.flyers, heaps.map(dotsIn), t), faded);
}

/** Draws one moment: dots as pixels, and the arcs as paths on top of them. */
export function drawRing(ctx: CanvasRenderingContext2D, kit: RingKit, moment: RingMoment): void {
  const { scene, image, ratio, palette, theme } = kit;
  const { t, bend, crossfade } = moment;
  const live = scene.model.arcsAt(t);
  const dense = scene.isDense(live);
  const layers = layersOf(kit, moment);
  kit.buffer.pixels.fill(0);
  for (const layer of layers) {
    if (dense) drawDense(kit, layer, t);
    drawKeys(kit, layer, t);
  }
  const heaps = crossfade ? bend : Math.max(0, (bend - HEAPS_FROM) / (1 - HEAPS_FROM));
  if (heaps > 0) drawHeaps(kit, t, heaps);
  ctx.setTransform(1, 0, 0, 1, 0, 0);
  ctx.putImageData(image, 0, 0);
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  for (const { bent, alpha } of layers) {
    if (!dense) drawArcs(ctx, bent, { live, old: scene.model.old }, palette.arcs, alpha);
    // On the way the bands lie on top of each other, and no eye sees steps.
    else if (bend >= 1) smoothEdges(ctx, bent, theme.background);
  }
}
