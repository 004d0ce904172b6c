import type { TextKey } from '../../i18n/i18n.ts';
import { always, type Command, text } from './command.ts';

/** Walks the parts of the window. Not in a menu: closing one gives the focus back to its button. */
function regionCommand(id: string, label: TextKey, keys: string, direction: 1 | -1): Command {
  return {
    id,
    menu: 'view',
    inMenu: false,
    group: 5,
    label: () => text(label),
    keys: [keys],
    refusal: always,
    run: ({ services }) => services.walkRegions(direction),
  };
}

export const nextRegion = regionCommand('nextRegion', 'command.nextRegion', 'F6', 1);
export const previousRegion = regionCommand('previousRegion', 'command.previousRegion', 'Shift+F6', -1);
