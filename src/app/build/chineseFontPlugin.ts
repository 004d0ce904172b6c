import { createRequire } from 'node:module';
import slices from '@fontsource-variable/noto-sans-sc/unicode.json' with { type: 'json' };
import type { Plugin } from 'vite';
import { zh } from '../../i18n/catalogues/zh.ts';
import type { FontFile } from '../../scene/svg/embedFonts.ts';
import { cutFont } from './cutFont.ts';

const NAME = 'chineseFont';
const FILES = '@fontsource-variable/noto-sans-sc/files';

/** What numbers, dates and lists have beside the words of the catalogue. */
const SIGNS = '，。、；：？！（）《》「」“”…—万亿年月日时分秒';
const CHINESE = /[\u2e80-\u9fff\uff00-\uffef]/;

/**
 * Vite plugin: `import files from 'virtual:chinese-font'` gives the characters of the app's Chinese texts, as FontFile[].
 * Noto Sans SC comes in a hundred files, the most frequent characters in the last ones; each is cut for itself, so that a
 * picture carries those it needs.
 */
export function chineseFont(): Plugin {
  return {
    name: 'chinese-font',
    resolveId: { filter: { id: /^virtual:chinese-font$/ }, handler: () => `\0${NAME}` },
    load: {
      filter: { id: /^\0chineseFont$/ },
      handler: async () => `export default ${JSON.stringify(await cutFiles())};`,
    },
  };
}

async function cutFiles(): Promise<FontFile[]> {
  const { resolve } = createRequire(import.meta.url);
  const texts = Object.values(zh).join('') + SIGNS;
  const wanted = [...new Set(texts)].filter((char) => CHINESE.test(char)).map((char) => char.codePointAt(0)!);
  const files = Object.entries(slices).map(async ([name, ranges]): Promise<FontFile | null> => {
    const isIn = contains(ranges);
    const own = wanted.filter(isIn).sort((a, b) => a - b);
    if (own.length === 0) return null;
    const path = resolve(`${FILES}/noto-sans-sc-${name.replaceAll(/[[\]]/g, '')}-wght-normal.woff2`);
    const base64 = await cutFont(path, own, { wght: { min: 400, max: 700 } });
    return { ranges: runsOf(own), base64 };
  });
  return (await Promise.all(files)).filter((file) => file !== null);
}

/** Whether a code point is in a list as style sheets write it: U+4e00-4e07,U+4e09. */
function contains(list: string): (code: number) => boolean {
  const ranges = list.split(',').map((range) => range.replace('U+', '').split('-'));
  const bounds = ranges.map(
    ([first, last = first]) => [Number.parseInt(first!, 16), Number.parseInt(last!, 16)] as const,
  );
  return (code) => bounds.some(([first, last]) => code >= first && code <= last);
}

/** Ascending numbers as ranges, first to last. */
function runsOf(codes: readonly number[]): [number, number][] {
  const runs: [number, number][] = [];
  for (const code of codes) {
    const run = runs.at(-1);
    if (run !== undefined && run[1] === code - 1) run[1] = code;
    else runs.push([code, code]);
  }
  return runs;
}
