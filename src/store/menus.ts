import type { TextKey } from '../i18n/i18n.ts';
import type { Command, MenuId } from './commands/command.ts';
import { commands } from './commands/commands.ts';

/** The menu bar, drawn from the list of commands. */
export interface MenuPlan {
  readonly id: MenuId;
  readonly label: TextKey;
  /** Commands that stand together, in the order of their group numbers. */
  readonly groups: readonly (readonly Command[])[];
}

const order: readonly MenuId[] = ['file', 'edit', 'view', 'plan', 'help'];

export const menus: readonly MenuPlan[] = order.map((id) => {
  const groups: Command[][] = [];
  for (const command of commands.filter(({ menu, inMenu }) => menu === id && inMenu !== false)) {
    const group = groups[command.group] ?? [];
    groups[command.group] = group;
    group.push(command);
  }
  return { id, label: `menu.${id}`, groups: groups.filter((group) => group !== undefined) };
});
