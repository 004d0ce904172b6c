import type { TextKey } from '../../i18n/i18n.ts';
import type { Recipe } from '../../planner/plan.ts';
import { setRecipe } from '../edits/setRecipe.ts';
import type { Command } from './command.ts';
import { editCommand } from './editCommand.ts';

function recipeCommand(id: string, label: TextKey, recipe: Recipe): Command {
  return editCommand({
    id,
    menu: 'plan',
    group: 4,
    edit: setRecipe,
    args: () => ({ recipe }),
    label,
    checked: ({ document }) => document.recipe === recipe,
  });
}

export const recipeCopy = recipeCommand('recipeCopy', 'command.recipeCopy', 'copy');
export const recipeKeepHalf = recipeCommand('recipeKeepHalf', 'command.recipeKeepHalf', 'keepHalf');
