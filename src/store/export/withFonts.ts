import { embedFonts } from '../../scene/svg/embedFonts.ts';
import { type FontSubset, fontSubsetIds, usesSubset } from '../../scene/svg/fontSubsets.ts';

const loaders: Readonly<Record<FontSubset, () => Promise<{ readonly default: string }>>> = {
  latin: () => import('inter-ui/variable/InterVariable.woff2?subset=latin'),
  latinExtended: () => import('inter-ui/variable/InterVariable.woff2?subset=latinExtended'),
  greek: () => import('inter-ui/variable/InterVariable.woff2?subset=greek'),
  cyrillic: () => import('inter-ui/variable/InterVariable.woff2?subset=cyrillic'),
};

/** A picture as it leaves the page: with the parts of its font that its texts need, which are loaded for it. */
export async function withFonts(svg: string): Promise<string> {
  const needed = fontSubsetIds.filter((subset) => usesSubset(svg, subset));
  const files = needed.map(async (subset) => ({ subset, base64: (await loaders[subset]()).default }));
  return embedFonts(svg, await Promise.all(files));
}
