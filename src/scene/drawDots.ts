import type { DotGeometry } from './dotGeometry.ts';
import { type Dots, MAX_DELAY } from './dots.ts';

/** Colours as one little-endian RGBA word each, opaque. */
export interface DotPalette {
  /** Entry 0 is the accent for moved rows, entries 1..8 the hues. */
  readonly colours: Uint32Array;
  /** Hue of each partition of plan.from / plan.to, 0..8. */
  readonly fromHue: Uint8Array;
  readonly toHue: Uint8Array;
}

/** A part of a pixel buffer; the first two fields of `ImageData`, as words. */
export interface PixelBuffer {
  readonly pixels: Uint32Array;
  readonly width: number;
  readonly height: number;
}

/**
 * Writes one dot centred at (x, y), device px; both are positive, so that truncating rounds down. A square stamp is
 * written without looking; the soft edges of a round one do not overwrite what is there.
 */
function stampDot(buffer: PixelBuffer, geometry: DotGeometry, x: number, y: number, colour: number): void {
  const { pixels, width, height } = buffer;
  const { stampSize } = geometry;
  const left = (x - stampSize / 2 + 0.5) | 0;
  const top = (y - stampSize / 2 + 0.5) | 0;
  if (left < 0 || top < 0 || left + stampSize > width || top + stampSize > height) return;
  const start = top * width + left;
  if (stampSize === 2) {
    pixels[start] = colour;
    pixels[start + 1] = colour;
    pixels[start + width] = colour;
    pixels[start + width + 1] = colour;
  } else if (geometry.square) {
    for (let row = start, end = start + stampSize * width; row < end; row += width) {
      for (let o = row; o < row + stampSize; o++) pixels[o] = colour;
    }
  } else stampRound(pixels, width, geometry, start, colour);
}

function stampRound(pixels: Uint32Array, width: number, geometry: DotGeometry, start: number, colour: number): void {
  const { stamp, stampSize } = geometry;
  const transparent = colour & 0xffffff;
  let s = 0;
  let o = start;
  for (let row = 0; row < stampSize; row++, o += width - stampSize) {
    for (let column = 0; column < stampSize; column++, o++) {
      const coverage = stamp[s++]!;
      if (coverage === 255) pixels[o] = colour;
      else if (coverage !== 0 && pixels[o] === 0) pixels[o] = transparent | (coverage << 24);
    }
  }
}

/** The dots of the old layout, which do not change over time: for the static layer. */
export function drawBeforeDots(buffer: PixelBuffer, dots: Dots, geometry: DotGeometry, palette: DotPalette): void {
  const { offset, slope } = geometry.from;
  for (let i = 0; i < dots.count; i++) {
    const from = dots.from[i]!;
    if (from < 0) continue;
    const x = offset[from]! + slope[from]! * dots.xFrom[i]!;
    if (x < geometry.left || x > geometry.right) continue;
    const y = geometry.beforeTop + dots.y[i]! * geometry.rowHeight;
    stampDot(buffer, geometry, x, y, palette.colours[palette.fromHue[from]!]!);
  }
}

/**
 * The after row and the dots in flight at plan time t. A dot eases down and takes its x from its height as the
 * sides of its ribbon do (`ribbonPath`), so a key never leaves its ribbon. It comes into sight below its old box, which keeps its still dots.
 * Writes pixels only; allocates nothing. The buffer must be clear.
 */
export function drawDots(buffer: PixelBuffer, dots: Dots, t: number, geometry: DotGeometry, palette: DotPalette): void {
  const { from: fromLines, to: toLines, left, right, beforeTop, afterTop, rowHeight, rebuild } = geometry;
  const { ribbonTop, ribbonHeight } = geometry;
  const { colours, fromHue, toHue } = palette;
  const { xFrom, xTo, y: heights, delay, from: froms, to: tos, step: steps, moved, flies } = dots;
  for (let i = 0; i < dots.count; i++) {
    const from = froms[i]!;
    const to = tos[i]!;
    const local = steps[i]! < 0 ? 1 : t - steps[i]!;
    const height = heights[i]! * rowHeight;
    if (local <= 0) {
      if (rebuild || from < 0) continue;
      const x = fromLines.offset[from]! + fromLines.slope[from]! * xFrom[i]!;
      if (x >= left && x <= right) stampDot(buffer, geometry, x, afterTop + height, colours[fromHue[from]!]!);
      continue;
    }
    if (to < 0) continue;
    const target = toLines.offset[to]! + toLines.slope[to]! * xTo[i]!;
    const colour = colours[moved[i] === 1 ? 0 : toHue[to]!]!;
    const u = (local - delay[i]!) / (1 - MAX_DELAY);
    if (flies[i] === 0 || local >= 1 || u >= 1) {
      if (target >= left && target <= right) stampDot(buffer, geometry, target, afterTop + height, colour);
      continue;
    }
    if (u <= 0) continue;
    const y = beforeTop + (afterTop - beforeTop) * u * u * (3 - 2 * u) + height;
    if (y < ribbonTop) continue;
    const down = Math.min(1, (y - ribbonTop) / ribbonHeight);
    const source = fromLines.offset[from]! + fromLines.slope[from]! * xFrom[i]!;
    const x = source + (target - source) * down * down * (3 - 2 * down);
    if (x >= left && x <= right) stampDot(buffer, geometry, x, y, colour);
  }
}
