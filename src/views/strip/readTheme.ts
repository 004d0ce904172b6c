import { readTokens } from '../../ui/readTokens.ts';

/** Colours for the canvas, as CSS colours. `hues` and `hueSofts` start with the accent for moved rows: entry 0. */
export interface StripTheme {
  readonly ribbonStays: string;
  readonly ribbonMoves: string;
  readonly moves: string;
  readonly stays: string;
  readonly surface: string;
  readonly hues: readonly string[];
  readonly hueSofts: readonly string[];
}

const NAMES = [
  '--border',
  '--moves-soft',
  '--moves',
  '--stays',
  '--surface',
  '--accent-soft',
  '--hue-1',
  '--hue-2',
  '--hue-3',
  '--hue-4',
  '--hue-5',
  '--hue-6',
  '--hue-7',
  '--hue-8',
  '--hue-1-soft',
  '--hue-2-soft',
  '--hue-3-soft',
  '--hue-4-soft',
  '--hue-5-soft',
  '--hue-6-soft',
  '--hue-7-soft',
  '--hue-8-soft',
] as const;

/** The theme as it is at an element now. Read it again when the colour scheme changes. */
export function readTheme(element: HTMLElement): StripTheme {
  const tokens = readTokens(element, NAMES);
  const hue = [1, 2, 3, 4, 5, 6, 7, 8] as const;
  return {
    ribbonStays: tokens['--border'],
    ribbonMoves: tokens['--moves-soft'],
    moves: tokens['--moves'],
    stays: tokens['--stays'],
    surface: tokens['--surface'],
    hues: [tokens['--moves'], ...hue.map((n) => tokens[`--hue-${n}`])],
    hueSofts: [tokens['--accent-soft'], ...hue.map((n) => tokens[`--hue-${n}-soft`])],
  };
}

/** A computed colour, `rgb(66, 105, 208)`, as an opaque little-endian RGBA word; mid grey when it is anything else. */
export function toPixel(colour: string): number {
  const [r = 128, g = 128, b = 128] = colour.startsWith('rgb') ? (colour.match(/\d+/g)?.map(Number) ?? []) : [];
  return ((255 << 24) | (b << 16) | (g << 8) | r) >>> 0;
}
