import { embedFonts, type FontFile, hasAny } from '../../scene/svg/embedFonts.ts';
import { type FontSubset, fontSubsetIds, fontSubsets } from '../../scene/svg/fontSubsets.ts';

const loaders: Readonly<Record<FontSubset, () => Promise<{ readonly default: string }>>> = {
  latin: () => import('inter-ui/variable/InterVariable.woff2?subset=latin'),
  latinExtended: () => import('inter-ui/variable/InterVariable.woff2?subset=latinExtended'),
  greek: () => import('inter-ui/variable/InterVariable.woff2?subset=greek'),
  cyrillic: () => import('inter-ui/variable/InterVariable.woff2?subset=cyrillic'),
};

/** Chinese characters and their signs, all that a Chinese font may have. */
const CHINESE = [
  [0x2e80, 0x9fff],
  [0xff00, 0xffef],
] as const;

/**
 * A picture as it leaves the page: with the parts of its fonts that its texts need, which are loaded for it. Characters
 * that are in none, as Chinese ones that only the user has written, are left to the fonts of the system.
 */
export async function withFonts(svg: string): Promise<string> {
  const needed = fontSubsetIds.filter((subset) => hasAny(svg, fontSubsets[subset]));
  const parts = needed.map(
    async (subset): Promise<FontFile> => ({
      ranges: fontSubsets[subset],
      base64: (await loaders[subset]()).default,
    }),
  );
  const chinese = hasAny(svg, CHINESE) ? (await import('virtual:chinese-font')).default : [];
  return embedFonts(svg, [...(await Promise.all(parts)), ...chinese.filter(({ ranges }) => hasAny(svg, ranges))]);
}
