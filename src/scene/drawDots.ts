import type { DotGeometry, DotStamp } from './dotGeometry.ts';
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

/** Whether all of a dot is inside whose top left corner, rounded down, is its first pixel; device px. */
export function isDotInside(
  { width, height }: PixelBuffer,
  { stampSize }: DotStamp,
  left: number,
  top: number,
): boolean {
  return left > -1 && top > -1 && (left | 0) + stampSize <= width && (top | 0) + stampSize <= height;
}

/** First pixel of a dot centred at (x, y), device px, both positive: truncating rounds down. -1 when it is not all inside. */
export function stampStart(buffer: PixelBuffer, dot: DotStamp, x: number, y: number): number {
  const left = x - dot.stampSize / 2 + 0.5;
  const top = y - dot.stampSize / 2 + 0.5;
  return isDotInside(buffer, dot, left, top) ? (top | 0) * buffer.width + (left | 0) : -1;
}

/**
 * Writes one dot from its first pixel on. A square stamp is written without looking; the soft edges of a round one do not
 * overwrite what is there.
 */
export function stampAt({ pixels, width }: PixelBuffer, dot: DotStamp, start: number, colour: number): void {
  const { stampSize } = dot;
  if (stampSize === 2) {
    pixels[start] = colour;
    pixels[start + 1] = colour;
    pixels[start + width] = colour;
    pixels[start + width + 1] = colour;
  } else if (stampSize === 1) pixels[start] = colour;
  else if (dot.square) {
    for (let row = start, end = start + stampSize * width; row < end; row += width) {
      for (let o = row; o < row + stampSize; o++) pixels[o] = colour;
    }
  } else stampRound(pixels, width, dot, start, colour);
}

/** Writes one dot centred at (x, y), device px; nothing when it is not all inside. */
export function stampDot(buffer: PixelBuffer, dot: DotStamp, x: number, y: number, colour: number): void {
  const start = stampStart(buffer, dot, x, y);
  if (start >= 0) stampAt(buffer, dot, start, colour);
}

function stampRound(pixels: Uint32Array, width: number, dot: DotStamp, start: number, colour: number): void {
  const { stamp, stampSize } = dot;
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

/** Dots in device px of one geometry and in their colours: what does not change from frame to frame. One entry a dot. */
export interface PlacedDots {
  readonly dots: Dots;
  readonly geometry: DotGeometry;
  /** Centre before and after; NaN without a partition, where nothing is drawn. */
  readonly xFrom: Float32Array;
  readonly xTo: Float32Array;
  /** Below the top of its row. */
  readonly height: Float32Array;
  readonly colourFrom: Uint32Array;
  readonly colourTo: Uint32Array;
}

/** Looks up once a view what a frame would have to look up for every dot; a third of the time of a frame. */
export function placeDots(dots: Dots, geometry: DotGeometry, palette: DotPalette): PlacedDots {
  const { colours, fromHue, toHue } = palette;
  const xFrom = new Float32Array(dots.count);
  const xTo = new Float32Array(dots.count);
  const height = new Float32Array(dots.count);
  const colourFrom = new Uint32Array(dots.count);
  const colourTo = new Uint32Array(dots.count);
  for (let i = 0; i < dots.count; i++) {
    const from = dots.from[i]!;
    const to = dots.to[i]!;
    xFrom[i] = from < 0 ? Number.NaN : geometry.from.offset[from]! + geometry.from.slope[from]! * dots.xFrom[i]!;
    xTo[i] = to < 0 ? Number.NaN : geometry.to.offset[to]! + geometry.to.slope[to]! * dots.xTo[i]!;
    height[i] = dots.y[i]! * geometry.rowHeight;
    colourFrom[i] = from < 0 ? 0 : colours[fromHue[from]!]!;
    colourTo[i] = to < 0 ? 0 : colours[dots.moved[i] === 1 ? 0 : toHue[to]!]!;
  }
  return { dots, geometry, xFrom, xTo, height, colourFrom, colourTo };
}

/** The dots of the old layout, which do not change over time: for the static layer. */
export function drawBeforeDots(buffer: PixelBuffer, placed: PlacedDots): void {
  const { geometry, xFrom, height, colourFrom } = placed;
  for (let i = 0; i < xFrom.length; i++) {
    const x = xFrom[i]!;
    if (x >= geometry.left && x <= geometry.right) {
      stampDot(buffer, geometry, x, geometry.beforeTop + height[i]!, colourFrom[i]!);
    }
  }
}

/**
 * The after row and the dots in flight at plan time t. A dot eases down and takes its x from its height as the
 * sides of its ribbon do (`ribbonPath`), so a key never leaves its ribbon. It comes into sight below its old box, which keeps its still dots.
 * Writes pixels only; allocates nothing. The buffer must be clear.
 */
export function drawDots(buffer: PixelBuffer, placed: PlacedDots, t: number): void {
  const { geometry, dots, xFrom, xTo, height, colourFrom, colourTo } = placed;
  const { left, right, beforeTop, afterTop, rebuild, ribbonTop, ribbonHeight } = geometry;
  const { delay, step, flies } = dots;
  for (let i = 0; i < xFrom.length; i++) {
    const local = step[i]! < 0 ? 1 : t - step[i]!;
    if (local <= 0) {
      const x = xFrom[i]!;
      if (!rebuild && x >= left && x <= right) stampDot(buffer, geometry, x, afterTop + height[i]!, colourFrom[i]!);
      continue;
    }
    const target = xTo[i]!;
    const u = (local - delay[i]!) / (1 - MAX_DELAY);
    if (flies[i] === 0 || local >= 1 || u >= 1) {
      if (target >= left && target <= right) stampDot(buffer, geometry, target, afterTop + height[i]!, colourTo[i]!);
      continue;
    }
    if (u <= 0) continue;
    const y = beforeTop + (afterTop - beforeTop) * u * u * (3 - 2 * u) + height[i]!;
    if (y < ribbonTop) continue;
    const down = Math.min(1, (y - ribbonTop) / ribbonHeight);
    const x = xFrom[i]! + (target - xFrom[i]!) * down * down * (3 - 2 * down);
    if (x >= left && x <= right) stampDot(buffer, geometry, x, y, colourTo[i]!);
  }
}
