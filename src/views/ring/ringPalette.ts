import type { ArcPalette } from '../../scene/arcColumns.ts';
import type { StackPalette } from '../../scene/drawStacks.ts';
import { nodeHue } from '../../scene/nodeHue.ts';
import { type CanvasTheme, mixPixels, toPixel } from '../../ui/readTheme.ts';

/** Shares of a node's hue in the background, for what is on its way. */
const LEAVING = 0.42;
const ARRIVED = 0.72;

export interface RingPalette {
  readonly arcs: ArcPalette;
  readonly heaps: StackPalette;
}

/** Colour words of every node. */
export function ringPalette(nodes: number, theme: CanvasTheme): RingPalette {
  const ground = toPixel(theme.background);
  const full = Uint32Array.from({ length: nodes }, (_, node) => toPixel(theme.hues[nodeHue(node)]!));
  const shade = (share: number) => full.map((colour) => mixPixels(colour, ground, share));
  const none = toPixel(theme.ribbonStays);
  const leaving = shade(LEAVING);
  return {
    arcs: { full, light: leaving, none },
    heaps: { stay: full, arrived: shade(ARRIVED), leaving, old: toPixel(theme.stays) },
  };
}

/** The same words less opaque, `alpha` 0..1; 0 stays 0. */
export function fadePixels(colours: Uint32Array, alpha: number): Uint32Array {
  if (alpha >= 1) return colours;
  const a = Math.round(alpha * 255) << 24;
  return colours.map((colour) => (colour === 0 ? 0 : ((colour & 0xffffff) | a) >>> 0));
}

/** A colour word as canvases take it. */
export function toCss(colour: number): string {
  return `rgb(${colour & 255} ${(colour >>> 8) & 255} ${(colour >>> 16) & 255})`;
}
