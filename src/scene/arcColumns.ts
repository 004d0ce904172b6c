import type { ArcTable } from './arcTable.ts';
import type { PixelBuffer } from './drawDots.ts';
import type { Span } from './ringFrame.ts';

/** Colours of arcs as little-endian RGBA words: of each node, of each node's light shade, and of what no node has. */
export interface ArcPalette {
  readonly full: Uint32Array;
  readonly light: Uint32Array;
  readonly none: number;
}

/** Red, green, blue and weight of each column. */
function addColour(sums: Float32Array, x0: number, x1: number, colour: number): void {
  const columns = sums.length / 4;
  const last = Math.min(columns, x1 * columns);
  for (let from = Math.max(0, x0 * columns), column = Math.floor(from); from < last; from = ++column) {
    const weight = Math.min(last, column + 1) - from;
    const at = 4 * column;
    sums[at]! += (colour & 255) * weight;
    sums[at + 1]! += ((colour >>> 8) & 255) * weight;
    sums[at + 2]! += ((colour >>> 16) & 255) * weight;
    sums[at + 3]! += weight;
  }
}

/**
 * Tens of thousands of arcs as `out.length` columns of the mixed colour of the arcs in each, by their width: what a pixel
 * of the ring would show anyway. Cost O(arcs + columns). A column without arcs is 0.
 */
export function computeArcColumns(table: ArcTable, palette: ArcPalette, out: Uint32Array): void {
  const sums = new Float32Array(4 * out.length);
  const { x0, x1, node, rest, filled } = table;
  for (let i = 0; i < table.count; i++) {
    const share = filled[i]!;
    const edge = share === 1 ? x1[i]! : x0[i]! + (x1[i]! - x0[i]!) * share;
    if (share > 0) addColour(sums, x0[i]!, edge, node[i]! < 0 ? palette.none : palette.full[node[i]!]!);
    if (share < 1) addColour(sums, edge, x1[i]!, rest[i]! < 0 ? palette.none : palette.light[rest[i]!]!);
  }
  for (let column = 0; column < out.length; column++) {
    const at = 4 * column;
    const weight = sums[at + 3]!;
    if (weight < 0.05) out[column] = 0;
    else {
      const mixed = (channel: number) => Math.round(sums[at + channel]! / weight);
      out[column] = ((255 << 24) | (mixed(2) << 16) | (mixed(1) << 8) | mixed(0)) >>> 0;
    }
  }
}

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
  const { pixels, width, height } = buffer;
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
    for (let step = 0; step <= steps; step++, x += nx, y += ny) {
      if (x >= 0 && y >= 0 && x < width && y < height) pixels[(y | 0) * width + (x | 0)] = colour;
    }
  }
}
