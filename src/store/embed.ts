import { type StageView, stageViews } from './state.ts';

/**
 * The view that an address with `?embed` or `?embed=ring` asks for: `any` leaves it to the link or to the first one. Null
 * for the whole app. search: the part of an address from `?` on.
 */
export function embedView(search: string): StageView | 'any' | null {
  const value = new URLSearchParams(search).get('embed');
  if (value === null) return null;
  return stageViews.find((view) => view === value) ?? 'any';
}
