import { toHex, toPixel } from '../colourWords.ts';
import type { PictureTheme } from '../theme.ts';
import { tag, textTag } from './svg.ts';
import { lineWidth, wrapText } from './textRoom.ts';

/** A picture's body: SVG elements in a box that begins at 0, 0. CSS px. */
export interface PictureBody {
  readonly height: number;
  readonly marks: readonly string[];
}

/** What a mark of the body means. `dot`: as a small circle, `box`: a square, `none`: words only. */
export interface LegendEntry {
  readonly swatch: 'dot' | 'box' | 'none';
  readonly colour?: string;
  readonly opacity?: number;
  readonly text: string;
}

/** The words around the body. */
export interface PictureTexts {
  /** The headline, and the sentences below it. */
  readonly title: string;
  readonly lines: readonly string[];
  /** Title and lines stand beside the picture already. */
  readonly isBare?: boolean;
  /** One sentence that equals the picture, for those who can't see it. */
  readonly description: string;
  readonly legend: readonly LegendEntry[];
}

/** Of every picture, CSS px. */
export const PICTURE_WIDTH = 1200;
const SIDE = 16;
const TITLE = 20;
const LINE = 13;
const LEGEND = 11;

/** The font that saved pictures carry, see embedFonts(), with that of Chinese under the same name; its digits are all as wide. */
export const PICTURE_FONT = 'Inter';

/** Behind it the fonts of the app's style sheet, for other characters and for pictures in the page. */
const FONTS =
  "Inter, system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'DejaVu Sans', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', sans-serif";

/** A whole SVG without its font: title, body and legend on the theme's background. Nothing in it refers to anything outside. */
export function pictureSvg(
  given: PictureTheme,
  texts: PictureTexts,
  body: (theme: PictureTheme) => PictureBody,
): string {
  const theme = hexTheme(given);
  const { height, marks } = body(theme);
  const head = texts.isBare === true ? { height: 0, marks: [] } : headMarks(texts, theme);
  const legend = legendMarks(texts.legend, theme, head.height + height);
  const size = { width: PICTURE_WIDTH, height: head.height + height + legend.height };
  const root = {
    xmlns: 'http://www.w3.org/2000/svg',
    ...size,
    viewBox: `0 0 ${size.width} ${size.height}`,
    role: 'img',
    'font-family': FONTS,
    // An attribute, because the page's policy allows no inline styles, and pictures are drawn in the page too.
    'font-variant': 'tabular-nums',
  };
  return `${tag('svg', root, [
    textTag('title', {}, texts.title),
    textTag('desc', {}, texts.description),
    tag('rect', { ...size, fill: theme.background }),
    ...head.marks,
    tag('g', { transform: `translate(0 ${head.height})` }, marks),
    ...legend.marks,
  ])}\n`;
}

/** A colour as digits: computed ones may be written in ways that only browsers read. */
function hex(colour: string): string {
  return toHex(toPixel(colour));
}

function hexTheme(theme: PictureTheme): PictureTheme {
  const { hues, ...others } = theme;
  const entries = Object.entries(others).map(([name, colour]) => [name, hex(colour)]);
  return { ...(Object.fromEntries(entries) as Omit<PictureTheme, 'hues'>), hues: hues.map(hex) };
}

function headMarks({ title, lines }: PictureTexts, theme: PictureTheme): PictureBody {
  const room = PICTURE_WIDTH - 2 * SIDE;
  const marks: string[] = [];
  let y = 10;
  for (const text of wrapText(title, TITLE, room)) {
    y += TITLE * 1.3;
    marks.push(textTag('text', { x: SIDE, y, 'font-size': TITLE, 'font-weight': 700, fill: theme.text }, text));
  }
  for (const text of lines.flatMap((line) => wrapText(line, LINE, room))) {
    y += LINE * 1.5;
    marks.push(textTag('text', { x: SIDE, y, 'font-size': LINE, fill: theme.textMuted }, text));
  }
  return { height: Math.ceil(y + 16), marks };
}

function legendMarks(entries: readonly LegendEntry[], theme: PictureTheme, top: number): PictureBody {
  const marks: string[] = [];
  let x = SIDE;
  let y = top + 18;
  for (const { swatch, colour = theme.textMuted, opacity, text } of entries) {
    const width = (swatch === 'none' ? 0 : 16) + lineWidth(text, LEGEND);
    if (x > SIDE && x + width > PICTURE_WIDTH - SIDE) {
      x = SIDE;
      y += 18;
    }
    const paint = { fill: hex(colour), 'fill-opacity': opacity };
    if (swatch === 'dot') marks.push(tag('circle', { cx: x + 5, cy: y - 4, r: 2.5, ...paint }));
    if (swatch === 'box') marks.push(tag('rect', { x, y: y - 9, width: 10, height: 10, rx: 2, ...paint }));
    const textX = x + (swatch === 'none' ? 0 : 16);
    marks.push(textTag('text', { x: textX, y, 'font-size': LEGEND, fill: theme.textMuted }, text));
    x += width + 18;
  }
  return { height: y - top + 14, marks };
}
