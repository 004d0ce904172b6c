import { PICTURE_FONT } from './picture.ts';

/** Code points, first to last of each range. */
export type CodeRanges = readonly (readonly [number, number])[];

/** A part of a font: its characters, and a WOFF2 file in base64 that has them. */
export interface FontFile {
  readonly ranges: CodeRanges;
  readonly base64: string;
}

/** Whether a text has a character of these. */
export function hasAny(text: string, ranges: CodeRanges): boolean {
  for (const char of text) {
    const code = char.codePointAt(0)!;
    if (ranges.some(([first, last]) => code >= first && code <= last)) return true;
  }
  return false;
}

/**
 * A picture that carries its fonts, all under one name: each file is for its own characters. Only for files: the policy of
 * the page allows no inline styles, and pictures that are drawn in it have the page's fonts.
 */
export function embedFonts(svg: string, files: readonly FontFile[]): string {
  // In attributes `>` is written `&gt;`, so this one ends the root's own tag.
  const start = svg.indexOf('>') + 1;
  return `${svg.slice(0, start)}\n<style>\n${files.map(fontFace).join('\n')}\n</style>${svg.slice(start)}`;
}

function fontFace({ ranges, base64 }: FontFile): string {
  const list = ranges.map(([first, last]) => `U+${first.toString(16)}${last > first ? `-${last.toString(16)}` : ''}`);
  return `@font-face{font-family:${PICTURE_FONT};font-weight:400 700;src:url(data:font/woff2;base64,${base64}) format("woff2");unicode-range:${list.join(',')}}`;
}
