import { readFile } from 'node:fs/promises';
import subsetFont from 'subset-font';

/** What pictures use of a font's features: digits of one width, and letters that stand and combine as they should. */
const FEATURES = ['tnum', 'kern', 'ccmp', 'locl', 'mark', 'mkmk'];
/** Where a font names its licence, which goes with every copy. */
const LICENCE_NAMES = [13, 14];

/**
 * The part of a font with these characters as WOFF2 in base64: as text, because pictures carry it as text.
 * @param axes of a variable font: the values that are kept
 */
export async function cutFont(
  path: string,
  codePoints: readonly number[],
  axes: Readonly<Record<string, number | { readonly min: number; readonly max: number }>>,
): Promise<string> {
  const characters = codePoints.map((code) => String.fromCodePoint(code)).join('');
  const font = await subsetFont(await readFile(path), characters, {
    targetFormat: 'woff2',
    keepFeatures: FEATURES,
    preserveNameIds: LICENCE_NAMES,
    noHinting: true,
    variationAxes: axes,
  });
  return font.toString('base64');
}
