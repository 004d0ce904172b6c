import type { CodeRanges } from './embedFonts.ts';

/**
 * Parts of Inter, the font that saved pictures carry. The build cuts a file for each, and a picture takes those whose
 * characters it has. Chinese is of another font, see app/build/chineseFontPlugin.ts.
 */
export const fontSubsets = {
  // With the signs that texts of all languages have: quotes, dashes, the gap between groups of digits, arrows, minus.
  latin: [
    [0x20, 0x7e],
    [0xa0, 0xff],
    [0x2010, 0x2026],
    [0x202f, 0x203a],
    [0x20ac, 0x20ac],
    [0x2190, 0x2193],
    [0x2212, 0x2212],
    [0x2248, 0x2248],
    [0x2260, 0x2265],
    [0xfffd, 0xfffd],
  ],
  latinExtended: [[0x100, 0x24f]],
  greek: [[0x370, 0x3ff]],
  cyrillic: [
    [0x400, 0x45f],
    [0x490, 0x491],
    [0x2116, 0x2116],
  ],
} as const satisfies Readonly<Record<string, CodeRanges>>;

export type FontSubset = keyof typeof fontSubsets;

export const fontSubsetIds = Object.keys(fontSubsets) as readonly FontSubset[];
