import type { Plan } from '../planner/plan.ts';

/** A change in place in one word: it only splits, only merges, or does both or something else. */
export function changeWay({ steps }: Plan): 'split' | 'merge' | 'change' {
  const kinds = new Set(steps.map(({ kind }) => kind));
  if (kinds.size > 1) return 'change';
  return kinds.has('split') ? 'split' : kinds.has('merge') ? 'merge' : 'change';
}
