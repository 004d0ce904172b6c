import { readFile } from 'node:fs/promises';
import subsetFont from 'subset-font';
import type { Plugin } from 'vite';
import { type FontSubset, fontSubsets } from '../../scene/svg/fontSubsets.ts';

const SUFFIX = /\.woff2\?subset=(\w+)$/;

/** What pictures use of a font's features: digits of one width, and letters that stand and combine as they should. */
const FEATURES = ['tnum', 'kern', 'ccmp', 'locl', 'mark', 'mkmk'];
/** Where a font names its licence, which goes with every copy. */
const LICENCE_NAMES = [13, 14];

/**
 * Vite plugin: `import base64 from 'font.woff2?subset=latin'` gives the part of a variable font that is named so in
 * scene/svg/fontSubsets.ts, from regular to bold. As text in a script, because pictures carry it as text.
 */
export function fontSubset(): Plugin {
  return {
    name: 'font-subset',
    enforce: 'pre',
    load: {
      filter: { id: SUFFIX },
      async handler(id) {
        const subset = SUFFIX.exec(id)?.[1] as FontSubset;
        const characters = fontSubsets[subset].flatMap(([first, last]) =>
          Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i)),
        );
        const font = await subsetFont(await readFile(id.replace(/\?.*$/, '')), characters.join(''), {
          targetFormat: 'woff2',
          keepFeatures: FEATURES,
          preserveNameIds: LICENCE_NAMES,
          noHinting: true,
          variationAxes: { opsz: 14, wght: { min: 400, max: 700 } },
        });
        return { code: `export default ${JSON.stringify(font.toString('base64'))};`, moduleType: 'js' };
      },
    },
  };
}
