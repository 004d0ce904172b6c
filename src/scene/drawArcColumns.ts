import type { PixelBuffer } from './drawDots.ts';
import type { Span } from './ringFrame.ts';

/** Most pixels between two samples across the band: below 1, so that a slanted band has no holes. */
const ACROSS = 0.7;

/**
 * Writes columns along the bent strip between two offsets from its middle line, CSS px. `table`: the middle line in device
 * px (`fillBendTable`), with more than one place a device pixel.
 */
export function drawArcColumns(
  buffer: PixelBuffer,
  table: Float32Array,
  span: Span,
  ratio: number,
  columns: Uint32Array,
): void {
  const { pixels, width } = buffer;
  const size = table.length / 4;
  const inner = span.inner * ratio;
  const steps = Math.ceil(((span.outer - span.inner) * ratio) / ACROSS);
  const across = ((span.outer - span.inner) * ratio) / steps;
  for (let i = 0; i < size; i++) {
    const colour = columns[Math.floor((i * columns.length) / size)]!;
    if (colour === 0) continue;
    const nx = table[4 * i + 2]! * across;
    const ny = table[4 * i + 3]! * across;
    let x = table[4 * i]! + table[4 * i + 2]! * inner;
    let y = table[4 * i + 1]! + table[4 * i + 3]! * inner;
    // A column is a straight line: with both ends inside, all of it is.
    if (isInside(buffer, x, y) && isInside(buffer, x + nx * steps, y + ny * steps)) {
      for (let step = 0; step <= steps; step++, x += nx, y += ny) pixels[(y | 0) * width + (x | 0)] = colour;
    } else {
      for (let step = 0; step <= steps; step++, x += nx, y += ny) {
        if (isInside(buffer, x, y)) pixels[(y | 0) * width + (x | 0)] = colour;
      }
    }
  }
}

function isInside({ width, height }: PixelBuffer, x: number, y: number): boolean {
  return x >= 0 && y >= 0 && x < width && y < height;
}

/** The pixels of a band that does not bend, in the order of the buffer, and the column that each shows. */
export interface BandPixels {
  readonly at: Uint32Array;
  readonly column: Uint16Array;
}

/** Looks up what `drawArcColumns` would write with so many columns, at most 65,535. */
export function computeBandPixels(
  { width, height }: PixelBuffer,
  table: Float32Array,
  span: Span,
  ratio: number,
  columns: number,
): BandPixels {
  const shown = { pixels: new Uint32Array(width * height), width, height };
  drawArcColumns(
    shown,
    table,
    span,
    ratio,
    Uint32Array.from({ length: columns }, (_, i) => i + 1),
  );
  const at = new Uint32Array(shown.pixels.length);
  let count = 0;
  for (let i = 0; i < at.length; i++) if (shown.pixels[i] !== 0) at[count++] = i;
  return { at: at.slice(0, count), column: Uint16Array.from(at.subarray(0, count), (i) => shown.pixels[i]! - 1) };
}

/** Writes columns into the pixels of a band; those of colour 0 are left as they are. */
export function drawBandPixels({ pixels }: PixelBuffer, { at, column }: BandPixels, columns: Uint32Array): void {
  for (let i = 0; i < at.length; i++) {
    const colour = columns[column[i]!]!;
    if (colour !== 0) pixels[at[i]!] = colour;
  }
}
