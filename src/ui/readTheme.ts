import { readTokens } from './readTokens.ts';

/** Colours for canvases, as CSS colours. */
export interface CanvasTheme {
  readonly background: string;
  readonly ribbonStays: string;
  readonly ribbonMoves: string;
  /** Rows that belong to no node, and old copies. */
  readonly stays: string;
  /** Entry 0 is the accent for moved rows, entries 1..8 the hues. */
  readonly hues: readonly string[];
}

const HUES = [
  '--moves',
  '--hue-1',
  '--hue-2',
  '--hue-3',
  '--hue-4',
  '--hue-5',
  '--hue-6',
  '--hue-7',
  '--hue-8',
] as const;

/** The theme as it is at an element now. Read it again when the colour scheme changes. */
export function readTheme(element: HTMLElement): CanvasTheme {
  const tokens = readTokens(element, ['--bg', '--stays-soft', '--moves-soft', '--stays', ...HUES]);
  return {
    background: tokens['--bg'],
    ribbonStays: tokens['--stays-soft'],
    ribbonMoves: tokens['--moves-soft'],
    stays: tokens['--stays'],
    hues: HUES.map((name) => tokens[name]),
  };
}

/** A computed colour, `rgb(66, 105, 208)`, as an opaque little-endian RGBA word; mid grey when it is anything else. */
export function toPixel(colour: string): number {
  const [r = 128, g = 128, b = 128] = colour.startsWith('rgb') ? (colour.match(/\d+/g)?.map(Number) ?? []) : [];
  return ((255 << 24) | (b << 16) | (g << 8) | r) >>> 0;
}

/** `share` (0..1) of one opaque colour word in another. */
export function mixPixels(colour: number, ground: number, share: number): number {
  const channel = (shift: number) => {
    const [a, b] = [(colour >>> shift) & 255, (ground >>> shift) & 255];
    return Math.round(b + (a - b) * share) << shift;
  };
  return ((255 << 24) | channel(16) | channel(8) | channel(0)) >>> 0;
}
