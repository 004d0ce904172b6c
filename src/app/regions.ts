/** Parts of the window that F6 walks, in their order; each element that is one carries its id as `data-region`. */
export const regions = [
  'header',
  'left',
  'stage',
  'timeline',
  'bottom',
  'right',
  'panels',
  'status',
  'messages',
] as const;

export type RegionId = (typeof regions)[number];

/**
 * The visible region after or before one, around the corner; null when none is visible. A region that has gone keeps its
 * place in the order; null, for the whole page, lies before the first.
 */
export function nextRegion(visible: readonly RegionId[], current: RegionId | null, direction: 1 | -1): RegionId | null {
  const ordered = direction === 1 ? regions : regions.toReversed();
  const here = current === null ? -1 : ordered.indexOf(current);
  const ahead = [...ordered.slice(here + 1), ...ordered.slice(0, here + 1)];
  return ahead.find((id) => visible.includes(id)) ?? null;
}
