import { ok } from '../../lib/result.ts';
import type { Recipe } from '../../planner/plan.ts';
import type { Edit } from './edit.ts';

/** How a split or merge writes its rows. */
export const setRecipe: Edit<{ readonly recipe: Recipe }> = {
  id: 'setRecipe',
  label: () => ({ key: 'edit.setRecipe' }),
  apply: (document, args) => ok({ ...document, recipe: args.recipe }),
  history: 'record',
};
