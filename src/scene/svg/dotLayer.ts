import { toHex } from '../colourWords.ts';
import type { DotStamp } from '../dotGeometry.ts';
import type { PixelBuffer } from '../drawDots.ts';
import { tag } from './svg.ts';

/** Places of dots a CSS px: finer than the grid of a usual screen, and still one number for many dots. */
export const DOT_RATIO = 2;

/** Writes one pixel, the place of the dot, instead of its shape. */
export const PLACE_STAMP: DotStamp = { stampSize: 1, stamp: Uint8Array.of(255), square: true };

/** An empty buffer for places; sizes in CSS px. */
export function createDotBuffer(width: number, height: number): PixelBuffer {
  const [w, h] = [width, height].map((side) => Math.max(1, Math.round(side * DOT_RATIO))) as [number, number];
  return { pixels: new Uint32Array(w * h), width: w, height: h };
}

/**
 * The dots whose places were drawn into a buffer with PLACE_STAMP: a path a colour, each dot a line of no length with
 * caps of its size. So a picture has the dots of the canvas, and no more of them than it has places. `top`: CSS px.
 */
export function dotLayer({ pixels, width }: PixelBuffer, diameter: number, top = 0): string[] {
  const paths = new Map<number, string[]>();
  for (let i = 0; i < pixels.length; i++) {
    const colour = pixels[i]!;
    if (colour === 0) continue;
    const path = paths.get(colour) ?? [];
    if (path.length === 0) paths.set(colour, path);
    path.push(`M${i % width} ${Math.floor(i / width)}h0`);
  }
  if (paths.size === 0) return [];
  const offset = 1 / DOT_RATIO / 2;
  const group = {
    transform: `translate(${offset} ${top + offset}) scale(${1 / DOT_RATIO})`,
    fill: 'none',
    'stroke-width': diameter * DOT_RATIO,
    'stroke-linecap': diameter < 3 ? 'square' : 'round',
  };
  return [
    tag(
      'g',
      group,
      Array.from(paths, ([colour, d]) => tag('path', { stroke: toHex(colour), d: d.join('') })),
    ),
  ];
}
