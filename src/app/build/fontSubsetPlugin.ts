import type { Plugin } from 'vite';
import { type FontSubset, fontSubsets } from '../../scene/svg/fontSubsets.ts';
import { cutFont } from './cutFont.ts';

const SUFFIX = /\.woff2\?subset=(\w+)$/;

/**
 * Vite plugin: `import base64 from 'font.woff2?subset=latin'` gives the part of a variable font that is named so in
 * scene/svg/fontSubsets.ts, from regular to bold.
 */
export function fontSubset(): Plugin {
  return {
    name: 'font-subset',
    enforce: 'pre',
    load: {
      filter: { id: SUFFIX },
      async handler(id) {
        const subset = SUFFIX.exec(id)?.[1] as FontSubset;
        const codePoints = fontSubsets[subset].flatMap(([first, last]) =>
          Array.from({ length: last - first + 1 }, (_, i) => first + i),
        );
        const base64 = await cutFont(id.replace(/\?.*$/, ''), codePoints, { opsz: 14, wght: { min: 400, max: 700 } });
        return { code: `export default ${JSON.stringify(base64)};`, moduleType: 'js' };
      },
    },
  };
}
