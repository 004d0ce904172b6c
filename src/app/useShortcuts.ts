import { useEffect } from 'react';
import { tinykeys } from 'tinykeys';
import { commands } from '../store/commands/commands.ts';
import { runCommand, useAppContext } from '../store/useApp.ts';

/** Controls that use single keys themselves: typing, walking a list, pressing a button. */
const OWNS_KEYS =
  'input, textarea, select, button, a[href], [contenteditable="true"], [role="dialog"], [role="menu"], [role="listbox"], [role="slider"], [role="tablist"], [role="application"]';

/** The ones among them that have a use for digits: a button or a tab has none. */
const OWNS_DIGITS =
  'input, textarea, select, [contenteditable="true"], [role="dialog"], [role="menu"], [role="listbox"], [role="application"]';

/** Binds the shortcuts of all commands to the window. Keys without a modifier leave focused controls alone. */
export function useShortcuts(): void {
  const context = useAppContext();
  useEffect(() => {
    const bindings: Record<string, (event: KeyboardEvent) => void> = {};
    for (const command of commands) {
      for (const keys of command.keys) {
        bindings[keys] = (event) => {
          const typed = !keys.includes('$mod');
          const owners = /^\d$/.test(keys) ? OWNS_DIGITS : OWNS_KEYS;
          if (event.defaultPrevented || (typed && event.target instanceof Element && event.target.closest(owners)))
            return;
          event.preventDefault();
          runCommand(command, context);
        };
      }
    }
    return tinykeys(window, bindings);
  }, [context]);
}
