import type { TextKey } from '../i18n/i18n.ts';
import type { BarMenuId, Command } from './commands/command.ts';
import { commands } from './commands/commands.ts';

/** The menu bar, drawn from the list of commands. */
export interface MenuPlan {
  readonly id: BarMenuId;
  readonly label: TextKey;
  readonly groups: readonly (readonly Command[])[];
}

const order: readonly BarMenuId[] = ['file', 'edit', 'view', 'plan', 'help'];

export const menus: readonly MenuPlan[] = order.map((id) => ({
  id,
  label: `menu.${id}`,
  groups: groupsOf(commands.filter(({ menu, inMenu }) => menu === id && inMenu !== false)),
}));

/** Commands that stand together, in the order of their group numbers. */
export function groupsOf(list: readonly Command[]): readonly (readonly Command[])[] {
  const groups: Command[][] = [];
  for (const command of list) {
    const group = groups[command.group] ?? [];
    groups[command.group] = group;
    group.push(command);
  }
  return groups.filter((group) => group !== undefined);
}
