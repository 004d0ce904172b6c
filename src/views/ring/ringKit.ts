import { fillBendTable } from '../../scene/bend.ts';
import { computeStamp, type DotStamp } from '../../scene/dotGeometry.ts';
import type { PixelBuffer } from '../../scene/drawDots.ts';
import { type KeyTexture, type PlacedKeys, placeRingKeys, textureKeys, timeKeys } from '../../scene/drawRingKeys.ts';
import type { StackPen } from '../../scene/drawStacks.ts';
import { type BentFrame, bendFrame } from '../../scene/ringFrame.ts';
import type { RingKeys } from '../../scene/ringKeys.ts';
import { type RingPalette, ringPalette } from '../../scene/ringPalette.ts';
import type { RingScene } from '../../scene/ringScene.ts';
import type { CanvasTheme } from '../../scene/theme.ts';

/** ratio: device px a CSS px; diameter: of a key's dot, CSS px. */
export interface KitOptions {
  readonly ratio: number;
  readonly diameter: number;
}

/** What one size, theme and model need to draw any moment: pixels, stamps, colours and places, looked up once. */
export interface RingKit {
  readonly scene: RingScene;
  readonly theme: CanvasTheme;
  readonly ratio: number;
  readonly image: ImageData;
  readonly buffer: PixelBuffer;
  readonly palette: RingPalette;
  readonly dot: DotStamp;
  readonly pen: StackPen;
  /** For dots in the air, which are seen even over the finest heaps. */
  readonly flightPen: StackPen;
  readonly placed: PlacedKeys;
  /** Working space for mixed colours of dense arcs. */
  readonly columns: Uint32Array;
  /** The middle line at a bend (`fillBendTable`), and the keys as a picture; each is that of the last call. */
  lineAt(bent: BentFrame): Float32Array;
  textureAt(t: number): KeyTexture;
}

/** Least diameter of a dot in the air, CSS px. */
const MIN_FLIGHT = 3;

/** Rows of the picture of the keys a CSS px of the deepest band. */
const FINE = 1.2;

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
  const { ratio, diameter } = options;
  const sides = [frame.width, frame.height].map((side) => Math.max(1, Math.round(side * ratio)));
  const image = new ImageData(sides[0]!, sides[1]!);
  const buffer = { pixels: new Uint32Array(image.data.buffer), width: image.width, height: image.height };
  const palette = ringPalette(model.nodes.length, theme);
  const dot = computeStamp(diameter, ratio);
  const ring = bendFrame(frame, 1);
  const placed = placeRingKeys(keys, timeKeys(keys, palette.arcs.full), ring, { buffer, dot, ratio });
  const size = lineSize(Math.max(frame.width, ring.strip.length), ratio);
  const line = new Float32Array(4 * size);
  const deep = Math.ceil(deepest(scene) * FINE);
  let lineBend = -1;
  let texture: (KeyTexture & { readonly t: number }) | null = null;
  return {
    scene,
    theme,
    ratio,
    image,
    buffer,
    palette,
    dot,
    pen: { buffer, dot: computeStamp(stacks.diameter, ratio), frame: stacks, ratio },
    flightPen: { buffer, dot: computeStamp(Math.max(MIN_FLIGHT, stacks.diameter), ratio), frame: stacks, ratio },
    placed,
    columns: new Uint32Array(size / 2),
    lineAt({ strip }) {
      if (lineBend !== strip.s) fillBendTable(strip, size, ratio, line);
      lineBend = strip.s;
      return line;
    },
    textureAt(t) {
      if (texture?.t !== t) texture = { ...textureKeys(placed, t, size / 2, deep), t };
      return texture;
    },
  };
}
