import { toPixel } from './colourWords.ts';
import type { PixelBuffer } from './drawDots.ts';
import { boxStatus } from './liveBoxes.ts';
import {
  type RibbonEdges,
  type RibbonStyle,
  ribbonAlphas,
  ribbonEdges,
  ribbonStyle,
  ribbonsInView,
} from './ribbonMarks.ts';
import type { StripScene } from './strip.ts';
import type { CanvasTheme } from './theme.ts';

/*
 * Thousands of ribbons thinner than a box are not painted one by one: each adds the area that it covers to the pixels
 * below it, and a pixel is as strong as what covers it. Along a row of pixels a ribbon covers one stretch, so that only
 * the two ends of the stretch are written, as differences from pixel to pixel. A ribbon is taken out and put in again when
 * its step begins or ends; the others stay as they are.
 *
 *   covered           0   .3   1   1   .6   0
 *   differences       0   .3  .7   0  -.4  -.6
 */

/** Ribbons of a scene on the pixels between its two rows. */
export interface ThinRibbons {
  /** Place of the pixels on the stage, device px. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Writes every pixel as it is at plan time t. */
  draw(buffer: PixelBuffer, t: number, theme: CanvasTheme): void;
}

/** Areas are whole numbers of this part of a pixel, so that what is taken out leaves nothing behind. */
const PIXEL = 65_536;

const styles = ['stays', 'moved', 'moving'] as const satisfies readonly RibbonStyle[];

/** Null when no ribbon in view is thin. `ratio`: device px a CSS px. */
export function prepareThinRibbons(scene: StripScene, ratio: number): ThinRibbons | null {
  const { model, frame } = scene;
  const { thin } = ribbonsInView(model, frame);
  if (thin.length === 0) return null;
  const y0 = Math.round((frame.beforeY + frame.boxHeight + 2) * ratio);
  const height = Math.max(1, Math.round((frame.afterY - 2) * ratio) - y0);
  const left = Math.round(frame.left * ratio);
  const width = Math.max(1, Math.round((frame.left + frame.plotWidth) * ratio) - left);
  // Ribbons that go straight down make all rows of pixels alike.
  const rows = model.chains.common ? 1 : height;
  const stride = width + 2;
  const areaStays = new Int32Array(rows * stride);
  const areaMoved = new Int32Array(rows * stride);
  const areaMoving = new Int32Array(rows * stride);
  const areas = { stays: areaStays, moved: areaMoved, moving: areaMoving };
  const shown = new Uint8Array(thin.length);
  const toDevice = ({ x, w, toX, toW }: RibbonEdges): RibbonEdges => ({
    x: x * ratio - left,
    w: w * ratio,
    toX: toX * ratio - left,
    toW: toW * ratio,
  });

  function update(t: number): void {
    for (let i = 0; i < thin.length; i++) {
      const ribbon = thin[i]!;
      const status = boxStatus(ribbon.step, ribbon.step, t);
      const style = ribbonStyle(ribbon.moved, status);
      // A waiting ribbon in place still ends at the box that it will be cut from.
      const now = 1 + 2 * styles.indexOf(style) + (status === 'waiting' ? 1 : 0);
      if (shown[i] === now) continue;
      if (shown[i] !== 0) {
        const edges = ribbonEdges(model, frame, ribbon, shown[i]! % 2 === 0 ? 'waiting' : 'done');
        addRibbon(areas[styles[(shown[i]! - 1) >> 1]!], toDevice(edges), rows, width, -1);
      }
      addRibbon(areas[style], toDevice(ribbonEdges(model, frame, ribbon, status)), rows, width, 1);
      shown[i] = now;
    }
  }

  return {
    left,
    top: y0,
    width,
    height,
    draw(buffer, t, theme) {
      update(t);
      const paint = createPaint(model.chains.common, theme);
      for (let row = 0; row < rows; row++) {
        let stays = 0;
        let moved = 0;
        let moving = 0;
        for (let column = 0; column < width; column++) {
          const at = row * stride + column;
          stays += areaStays[at]!;
          moved += areaMoved[at]!;
          moving += areaMoving[at]!;
          buffer.pixels[row * width + column] = paint(stays / PIXEL, moved / PIXEL, moving / PIXEL);
        }
      }
      for (let row = rows; row < height; row++) buffer.pixels.copyWithin(row * width, 0, width);
    },
  };
}

/** Puts a ribbon in or takes it out; taken row by row, as straight lines between smoothstep heights. */
function addRibbon(areas: Int32Array, edges: RibbonEdges, rows: number, width: number, sign: 1 | -1): void {
  const { x, w, toX, toW } = edges;
  let above = 0;
  for (let row = 0; row < rows; row++) {
    const v = (row + 1) / rows;
    const below = rows === 1 ? 0 : v * v * (3 - 2 * v);
    const start = x + (toX - x) * above;
    const end = x + (toX - x) * below;
    const thickness = w + (toW - w) * ((above + below) / 2);
    const first = Math.min(start, end);
    const last = Math.max(start, end) + thickness;
    above = below;
    if (last <= first) continue;
    const area = (PIXEL * thickness) / (last - first);
    const at = row * (width + 2);
    addEnd(areas, at, Math.min(width, Math.max(0, first)), area, sign);
    addEnd(areas, at, Math.min(width, Math.max(0, last)), area, -sign);
  }
}

/** From `place` of a row on, each pixel is covered by `area` more, or less by the sign. */
function addEnd(areas: Int32Array, row: number, place: number, area: number, sign: number): void {
  const pixel = Math.floor(place);
  const next = Math.round(area * (place - pixel));
  areas[row + pixel]! += sign * (Math.round(area) - next);
  areas[row + pixel + 1]! += sign * next;
}

/** The colour word of a pixel by the areas that cover it; where ribbons cross, those that move lie on top. */
function createPaint(common: boolean, theme: CanvasTheme): (stays: number, moved: number, moving: number) => number {
  const alphas = ribbonAlphas(common);
  // Plain numbers: this runs for every pixel of every frame.
  const grey = toPixel(theme.ribbonStays);
  const accent = toPixel(theme.ribbonMoves);
  const red = grey & 255;
  const green = (grey >>> 8) & 255;
  const blue = (grey >>> 16) & 255;
  const toRed = (accent & 255) - red;
  const toGreen = ((accent >>> 8) & 255) - green;
  const toBlue = ((accent >>> 16) & 255) - blue;
  return (stays, moved, moving) => {
    const top = Math.min(1, moving);
    const middle = Math.min(1 - top, moved);
    const bottom = Math.min(1 - top - middle, stays);
    const moves = alphas.moving * top + alphas.moved * middle;
    const alpha = moves + alphas.stays * bottom;
    if (alpha <= 0) return 0;
    const share = moves / alpha;
    const r = (red + toRed * share + 0.5) | 0;
    const g = (green + toGreen * share + 0.5) | 0;
    const b = (blue + toBlue * share + 0.5) | 0;
    return (((alpha * 255 + 0.5) << 24) | (b << 16) | (g << 8) | r) >>> 0;
  };
}
