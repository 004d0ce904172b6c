import { fadePixels } from './colourWords.ts';
import { drawArcColumns, drawBandPixels } from './drawArcColumns.ts';
import { drawRingKeys } from './drawRingKeys.ts';
import { drawFlights, drawStacks } from './drawStacks.ts';
import { flightsAt } from './flights.ts';
import { drawBentKeys } from './keyTexture.ts';
import { dotsIn, stackOf } from './nodeStacks.ts';
import { type BentFrame, bendFrame } from './ringFrame.ts';
import type { DenseBand, RingKit } from './ringKit.ts';

/** One moment. bend: 0 strip, 1 ring. crossfade: both through each other instead of what is between them. */
export interface RingMoment {
  readonly t: number;
  readonly bend: number;
  readonly crossfade: boolean;
}

/** The strip or ring at one bend, as opaque as `alpha`. */
export interface RingLayer {
  readonly bent: BentFrame;
  readonly alpha: number;
}

/** Bend from which on the heaps come into sight. */
const HEAPS_FROM = 0.6;

/** What is drawn of strip and ring. */
export function ringLayers({ scene: { frame } }: RingKit, { bend, crossfade }: RingMoment): readonly RingLayer[] {
  if (!crossfade || bend >= 1) return [{ bent: bendFrame(frame, bend), alpha: 1 }];
  return [
    { bent: bendFrame(frame, 0), alpha: 1 - bend },
    { bent: bendFrame(frame, 1), alpha: bend },
  ];
}

function isRing({ bent, alpha }: RingLayer): boolean {
  return bent.strip.s >= 1 && alpha >= 1;
}

/** So many arcs that they are mixed colours: both layouts, as pixels. */
function drawDense(kit: RingKit, layer: RingLayer, t: number): void {
  const { bent, alpha } = layer;
  const draw = (band: DenseBand, span: BentFrame['arcs'], columns: Uint32Array) => {
    if (isRing(layer)) drawBandPixels(kit.buffer, band.pixels(), columns);
    else drawArcColumns(kit.buffer, kit.lineAt(bent), span, kit.ratio, fadePixels(columns, alpha));
  };
  const { old, arcs } = kit.bands;
  draw(old, bent.old, old.columnsOf(kit.scene.model.old));
  draw(arcs, bent.arcs, arcs.columnsOf(kit.scene.model.arcsAt(t)));
}

function drawKeys(kit: RingKit, layer: RingLayer, t: number): void {
  const { buffer, dot, ratio } = kit;
  const { bent, alpha } = layer;
  if (isRing(layer)) drawRingKeys(buffer, dot, kit.placed, t);
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

/** Writes one moment into the kit's buffer: keys, heaps, dots in the air, and the arcs when they are too thin for paths. */
export function drawRingPixels(kit: RingKit, moment: RingMoment): void {
  const { t, bend, crossfade } = moment;
  const dense = kit.scene.isDense(kit.scene.model.arcsAt(t));
  kit.buffer.pixels.fill(0);
  for (const layer of ringLayers(kit, moment)) {
    if (dense) drawDense(kit, layer, t);
    drawKeys(kit, layer, t);
  }
  const heaps = crossfade ? bend : Math.max(0, (bend - HEAPS_FROM) / (1 - HEAPS_FROM));
  if (heaps > 0) drawHeaps(kit, t, heaps);
}
