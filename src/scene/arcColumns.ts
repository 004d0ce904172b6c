import type { ArcTable } from './arcTable.ts';

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
 * of the ring would show anyway. Cost O(arcs + columns). A column without arcs is 0. `sums`: working space, 4 a column.
 */
export function computeArcColumns(
  table: ArcTable,
  palette: ArcPalette,
  out: Uint32Array,
  sums = new Float32Array(4 * out.length),
): void {
  sums.fill(0);
  const { x0, x1, node, rest, filled } = table;
  for (let i = 0; i < table.count; i++) {
    const share = filled[i]!;
    const edge = share === 1 ? x1[i]! : x0[i]! + (x1[i]! - x0[i]!) * share;
    if (share > 0) addColour(sums, x0[i]!, edge, node[i]! < 0 ? palette.none : palette.full[node[i]!]!);
    if (share < 1) addColour(sums, edge, x1[i]!, rest[i]! < 0 ? palette.none : palette.light[rest[i]!]!);
  }
  for (let at = 0, column = 0; column < out.length; column++, at += 4) {
    const weight = sums[at + 3]!;
    const red = Math.round(sums[at]! / weight);
    const green = Math.round(sums[at + 1]! / weight);
    const blue = Math.round(sums[at + 2]! / weight);
    out[column] = weight < 0.05 ? 0 : ((255 << 24) | (blue << 16) | (green << 8) | red) >>> 0;
  }
}
