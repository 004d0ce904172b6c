import type { ArcPalette } from './arcColumns.ts';
import { mixPixels, toPixel } from './colourWords.ts';
import type { StackPalette } from './drawStacks.ts';
import { nodeHue } from './nodeHue.ts';
import type { CanvasTheme } from './theme.ts';

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
