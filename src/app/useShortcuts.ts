import { useEffect } from 'react';
import { tinykeys } from 'tinykeys';
import { commands } from '../store/commands/commands.ts';
import { isSingleKey } from '../store/shortcutText.ts';
import { runCommand, useAppContext } from '../store/useApp.ts';
import { ownsKeys } from './keyOwners.ts';

/** Binds the shortcuts of all commands to the window; focused controls keep the keys that they use themselves. */
export function useShortcuts(): void {
  const context = useAppContext();
  useEffect(() => {
    const bindings: Record<string, (event: KeyboardEvent) => void> = {};
    for (const command of commands) {
      for (const keys of command.keys) {
        const run = (event: KeyboardEvent): void => {
          if (event.defaultPrevented || (event.target instanceof Element && ownsKeys(event.target, keys))) return;
          if (isSingleKey(keys) && !context.store.getState().ui.singleKeys) return;
          event.preventDefault();
          runCommand(command, context);
        };
        bindings[keys] = run;
        // Where letters are not Latin the place of the key counts.
        const placed = keys.replace(/\+([A-Z])$/, '+Key$1');
        if (placed !== keys) {
          bindings[placed] = (event) => {
            if (!/^[a-z]$/i.test(event.key)) run(event);
          };
        }
      }
    }
    return tinykeys(window, bindings);
  }, [context]);
}
