import { computeArcColumns } from './arcColumns.ts';
import type { ArcTable } from './arcTable.ts';
import { fillBendTable } from './bend.ts';
import { computeStamp, type DotStamp } from './dotGeometry.ts';
import { type BandPixels, computeBandPixels } from './drawArcColumns.ts';
import type { PixelBuffer } from './drawDots.ts';
import { type PlacedKeys, placeRingKeys } from './drawRingKeys.ts';
import type { StackPen } from './drawStacks.ts';
import { type KeyTexture, textureKeys } from './keyTexture.ts';
import { timeKeys } from './keyTimes.ts';
import { type BentFrame, bendFrame, type Span } from './ringFrame.ts';
import type { RingKeys } from './ringKeys.ts';
import { type RingPalette, ringPalette } from './ringPalette.ts';
import type { RingScene } from './ringScene.ts';
import type { CanvasTheme } from './theme.ts';

/** ratio: device px a CSS px; diameter: of a key's dot, CSS px. buffer: of the whole stage, `stageSides` long. */
export interface KitOptions {
  readonly ratio: number;
  readonly diameter: number;
  readonly buffer: PixelBuffer;
}

/** One band of arcs too thin for a path each. */
export interface DenseBand {
  /** Mixed colours of the arcs; they are computed anew for another table only. */
  columnsOf(arcs: ArcTable): Uint32Array;
  /** Its pixels on the ring at rest. */
  pixels(): BandPixels;
}

/** What one size, theme and model need to draw any moment: stamps, colours and places, looked up once. */
export interface RingKit {
  readonly scene: RingScene;
  readonly theme: CanvasTheme;
  readonly ratio: number;
  readonly buffer: PixelBuffer;
  readonly palette: RingPalette;
  readonly dot: DotStamp;
  readonly pen: StackPen;
  /** For dots in the air, which are seen even over the finest heaps. */
  readonly flightPen: StackPen;
  readonly placed: PlacedKeys;
  readonly bands: { readonly old: DenseBand; readonly arcs: DenseBand };
  /** The middle line at a bend (`fillBendTable`), and the keys as a picture; each is that of the last call. */
  lineAt(bent: BentFrame): Float32Array;
  textureAt(t: number): KeyTexture;
}

/** Least diameter of a dot in the air, CSS px. */
const MIN_FLIGHT = 3;

/** Rows of the picture of the keys a CSS px of the deepest band. */
const FINE = 1.2;

/** Width and height of the buffer for a stage, device px. */
export function stageSides({ frame }: RingScene, ratio: number): readonly [number, number] {
  const side = (length: number) => Math.max(1, Math.round(length * ratio));
  return [side(frame.width), side(frame.height)];
}

/** Places of the bent line that are looked up: more than one a device pixel, and a multiple of the texture's columns. */
function lineSize(length: number, ratio: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(256, length * ratio * 1.3)));
}

function deepest(scene: RingScene): number {
  return Math.max(...[0, 1].map((s) => bendFrame(scene.frame, s).keys).map(({ inner, outer }) => outer - inner));
}

/** Keep the result while none of the arguments changes. */
export function createRingKit(scene: RingScene, keys: RingKeys, theme: CanvasTheme, options: KitOptions): RingKit {
  const { frame, model, stacks } = scene;
  const { ratio, diameter, buffer } = options;
  const palette = ringPalette(model.nodes.length, theme);
  const dot = computeStamp(diameter, ratio);
  const ring = bendFrame(frame, 1);
  const placed = placeRingKeys(keys, timeKeys(keys, palette.arcs.full), ring, { buffer, dot, ratio });
  const size = lineSize(Math.max(frame.width, ring.strip.length), ratio);
  const line = new Float32Array(4 * size);
  const sums = new Float32Array(2 * size);
  const deep = Math.ceil(deepest(scene) * FINE);
  let lineBend = -1;
  let texture: (KeyTexture & { readonly t: number }) | null = null;
  function lineAt({ strip }: BentFrame): Float32Array {
    if (lineBend !== strip.s) fillBendTable(strip, size, ratio, line);
    lineBend = strip.s;
    return line;
  }
  function createBand(span: Span): DenseBand {
    const columns = new Uint32Array(size / 2);
    let mixed: ArcTable | null = null;
    let pixels: BandPixels | null = null;
    return {
      columnsOf(arcs) {
        if (mixed !== arcs) computeArcColumns(arcs, palette.arcs, columns, sums);
        mixed = arcs;
        return columns;
      },
      pixels() {
        pixels ??= computeBandPixels(buffer, lineAt(ring), span, ratio, columns.length);
        return pixels;
      },
    };
  }
  return {
    scene,
    theme,
    ratio,
    buffer,
    palette,
    dot,
    pen: { buffer, dot: computeStamp(stacks.diameter, ratio), frame: stacks, ratio },
    flightPen: { buffer, dot: computeStamp(Math.max(MIN_FLIGHT, stacks.diameter), ratio), frame: stacks, ratio },
    placed,
    bands: { old: createBand(ring.old), arcs: createBand(ring.arcs) },
    lineAt,
    textureAt(t) {
      if (texture?.t !== t) texture = { ...textureKeys(placed, t, size / 2, deep), t };
      return texture;
    },
  };
}
