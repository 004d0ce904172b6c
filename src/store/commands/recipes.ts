import type { Recipe } from '../../planner/plan.ts';
import { setRecipe } from '../edits/setRecipe.ts';
import type { Command } from './command.ts';
import { editCommand } from './editCommand.ts';

function recipeCommand(id: 'recipeCopy' | 'recipeKeepHalf', recipe: Recipe): Command {
  return editCommand({
    id,
    menu: 'plan',
    group: 4,
    edit: setRecipe,
    args: () => ({ recipe }),
    label: `command.${id}`,
    checked: ({ document }) => document.recipe === recipe,
  });
}

export const recipeCopy = recipeCommand('recipeCopy', 'copy');
export const recipeKeepHalf = recipeCommand('recipeKeepHalf', 'keepHalf');
