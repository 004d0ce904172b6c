import { readTokens } from '../../ui/readTokens.ts';

/** Colours for the canvas, as CSS colours. */
export interface StripTheme {
  readonly ribbonStays: string;
  readonly ribbonMoves: string;
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
export function readTheme(element: HTMLElement): StripTheme {
  const tokens = readTokens(element, ['--border', '--moves-soft', ...HUES]);
  return {
    ribbonStays: tokens['--border'],
    ribbonMoves: tokens['--moves-soft'],
    hues: HUES.map((name) => tokens[name]),
  };
}

/** A computed colour, `rgb(66, 105, 208)`, as an opaque little-endian RGBA word; mid grey when it is anything else. */
export function toPixel(colour: string): number {
  const [r = 128, g = 128, b = 128] = colour.startsWith('rgb') ? (colour.match(/\d+/g)?.map(Number) ?? []) : [];
  return ((255 << 24) | (b << 16) | (g << 8) | r) >>> 0;
}
