import { type FontSubset, fontSubsets } from './fontSubsets.ts';
import { PICTURE_FONT } from './picture.ts';

/** A subset of the font as a WOFF2 file in base64. */
export interface FontFile {
  readonly subset: FontSubset;
  readonly base64: string;
}

/**
 * A picture that carries its fonts. Only for files: the policy of the page allows no inline styles, and pictures that
 * are drawn in it have the page's fonts.
 */
export function embedFonts(svg: string, files: readonly FontFile[]): string {
  // In attributes `>` is written `&gt;`, so this one ends the root's own tag.
  const start = svg.indexOf('>') + 1;
  return `${svg.slice(0, start)}\n<style>\n${files.map(fontFace).join('\n')}\n</style>${svg.slice(start)}`;
}

function fontFace({ subset, base64 }: FontFile): string {
  const ranges = fontSubsets[subset].map(([first, last]) => `U+${first.toString(16)}-${last.toString(16)}`);
  return `@font-face{font-family:${PICTURE_FONT};font-weight:400 700;src:url(data:font/woff2;base64,${base64}) format("woff2");unicode-range:${ranges.join(',')}}`;
}
