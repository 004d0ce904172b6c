import type { CanvasTheme, PictureTheme } from '../scene/theme.ts';
import { readTokens } from './readTokens.ts';

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

/** The same with the colours of texts and lines, for pictures that leave the page. */
export function readPictureTheme(element: HTMLElement): PictureTheme {
  const tokens = readTokens(element, ['--text', '--text-muted', '--border', '--accent', '--lock']);
  return {
    ...readTheme(element),
    text: tokens['--text'],
    textMuted: tokens['--text-muted'],
    border: tokens['--border'],
    accent: tokens['--accent'],
    lock: tokens['--lock'],
  };
}
