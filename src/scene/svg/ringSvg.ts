import { computeArcColumns } from '../arcColumns.ts';
import type { ArcTable } from '../arcTable.ts';
import { traceBand } from '../bend.ts';
import { toCss } from '../colourWords.ts';
import { ringKeyDiameter } from '../dotRoom.ts';
import { drawArcs } from '../drawArcs.ts';
import { drawRingKeys, placeRingKeys } from '../drawRingKeys.ts';
import { drawFlights, drawStacks } from '../drawStacks.ts';
import { flightsAt } from '../flights.ts';
import { timeKeys } from '../keyTimes.ts';
import type { NodeRows } from '../nodeLedger.ts';
import { dotsIn, stackOf } from '../nodeStacks.ts';
import { type BentFrame, bendFrame, computeRingFrame, type Span } from '../ringFrame.ts';
import type { RingKeys } from '../ringKeys.ts';
import type { RingModel } from '../ringModel.ts';
import { type RingPalette, ringPalette } from '../ringPalette.ts';
import { computeRing, type RingScene } from '../ringScene.ts';
import type { PictureTheme } from '../theme.ts';
import { createDotBuffer, DOT_RATIO, dotLayer, PLACE_STAMP } from './dotLayer.ts';
import { PICTURE_WIDTH, type PictureBody } from './picture.ts';
import { type RingTexts, ringTextMarks } from './ringTextMarks.ts';
import { createSvgPainter, type SvgPainter } from './svgPainter.ts';

const HEIGHT = 600;
/** Columns that stand for arcs too thin for a shape of their own. */
const DENSE_COLUMNS = 1024;
/** Least diameter of a dot in the air, CSS px. */
const MIN_FLIGHT = 3;

/** keysOf: about so many sampled keys; keyLimit: so many, instead of one for the rows of a heap's dot. t: plan time. */
export interface RingPicture {
  readonly model: RingModel;
  readonly keysOf: (count: number) => RingKeys;
  readonly total: number;
  readonly keyLimit?: number;
  readonly t: number;
}

/** What the legend tells of a picture. */
export interface RingFacts {
  readonly rowsPerDot: number;
  /** Null when no key is drawn. */
  readonly rowsPerKey: number | null;
  readonly rows: NodeRows;
}

interface Parts {
  readonly scene: RingScene;
  readonly keys: RingKeys;
}

/** Scene and keys of a picture; looking them up twice costs nothing that is seen. */
function partsOf({ model, keysOf, total, keyLimit }: RingPicture): Parts {
  const scene = computeRing(model, computeRingFrame(PICTURE_WIDTH, HEIGHT));
  return { scene, keys: keysOf(keyLimit ?? Math.round(total / scene.stacks.rowsPerDot)) };
}

export function ringFacts(picture: RingPicture): RingFacts {
  const { scene, keys } = partsOf(picture);
  return {
    rowsPerDot: scene.stacks.rowsPerDot,
    rowsPerKey: keys.count === 0 ? null : picture.total / keys.count,
    rows: scene.heapsAt(picture.t),
  };
}

/** Ring and nodes at plan time t, as the canvas draws them, with their labels and dots. */
export function ringSvg(picture: RingPicture, theme: PictureTheme, texts: RingTexts): PictureBody {
  const { t } = picture;
  const parts = partsOf(picture);
  const { scene } = parts;
  const palette = ringPalette(scene.model.nodes.length, theme);
  const painter = createSvgPainter();
  const live = scene.model.arcsAt(t);
  const bent = bendFrame(scene.frame, 1);
  if (scene.isDense(live)) {
    paintDense(painter, bent, bent.old, scene.model.old, palette);
    paintDense(painter, bent, bent.arcs, live, palette);
  } else drawArcs(painter, bent, { live, old: scene.model.old }, palette.arcs, 1);
  return {
    height: HEIGHT,
    marks: [
      ...keyMarks(parts, bent, palette, t),
      ...heapMarks(scene, palette, t),
      ...painter.marks,
      ...ringTextMarks(scene, t, theme, texts),
    ],
  };
}

/** Tens of thousands of arcs as columns of their mixed colours. */
function paintDense(painter: SvgPainter, bent: BentFrame, span: Span, arcs: ArcTable, palette: RingPalette): void {
  const columns = new Uint32Array(DENSE_COLUMNS);
  computeArcColumns(arcs, palette.arcs, columns);
  columns.forEach((colour, i) => {
    if (colour === 0) return;
    painter.fillStyle = toCss(colour);
    painter.beginPath();
    // A little into the next one, so that no seam shows between them.
    const end = Math.min(1, (i + 1.3) / DENSE_COLUMNS);
    traceBand(painter, bent.strip, i / DENSE_COLUMNS, end, span.inner, span.outer);
    painter.fill();
  });
}

function keyMarks({ scene, keys }: Parts, bent: BentFrame, palette: RingPalette, t: number): string[] {
  const { frame } = scene;
  const buffer = createDotBuffer(frame.width, frame.height);
  const canvas = { buffer, dot: PLACE_STAMP, ratio: DOT_RATIO };
  drawRingKeys(buffer, PLACE_STAMP, placeRingKeys(keys, timeKeys(keys, palette.arcs.full), bent, canvas), t);
  return dotLayer(buffer, ringKeyDiameter(keys.count, frame));
}

function heapMarks({ model, stacks, frame, flyers, heapsAt }: RingScene, palette: RingPalette, t: number): string[] {
  const rows = heapsAt(t);
  const heaps = model.nodes.map((_, node) => stackOf(stacks, rows, node));
  const [still, flying] = [0, 1].map(() => createDotBuffer(frame.width, frame.height)) as [
    ReturnType<typeof createDotBuffer>,
    ReturnType<typeof createDotBuffer>,
  ];
  const pen = { dot: PLACE_STAMP, frame: stacks, ratio: DOT_RATIO };
  drawStacks({ ...pen, buffer: still }, heaps, palette.heaps);
  const flights = flightsAt(stacks, model.ledger, flyers, heaps.map(dotsIn), t);
  drawFlights({ ...pen, buffer: flying }, flights, palette.heaps.stay);
  return [...dotLayer(still, stacks.diameter), ...dotLayer(flying, Math.max(MIN_FLIGHT, stacks.diameter))];
}
