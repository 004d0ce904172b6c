import type { Format } from '../i18n/format.ts';
import type { Translate } from '../i18n/i18n.ts';
import type { Command } from './commands/command.ts';
import { commands } from './commands/commands.ts';
import { commandText, reasonText } from './refusalText.ts';
import { isMac, isSingleKey, shortcutText } from './shortcutText.ts';
import type { AppState } from './state.ts';

/** What menus and the palette show of a command now. */
export interface CommandFacts {
  readonly id: string;
  readonly label: string;
  /** In the menu of the command's target. */
  readonly shortLabel: string;
  readonly shortcut: string | undefined;
  readonly disabledReason: string | null;
  readonly checked: boolean | undefined;
}

export function describeCommand(command: Command, state: AppState, t: Translate, format: Format): CommandFacts {
  const refusal = command.refusal(state);
  const label = commandLabel(command, state, t);
  const keys = command.keys.find((candidate) => state.ui.singleKeys || !isSingleKey(candidate));
  return {
    id: command.id,
    label,
    shortLabel: command.shortLabel === undefined ? label : commandText(command.shortLabel, t),
    shortcut: keys === undefined ? undefined : shortcutText(keys, isMac),
    disabledReason: refusal && reasonText(refusal, t, format),
    checked: command.checked?.(state),
  };
}

/** Undo and redo say what they would take back. */
export function commandLabel(command: Command, state: AppState, t: Translate): string {
  const undone = command.id === 'undo' ? state.history.past.at(-1)?.label : undefined;
  if (undone) return t('command.undoNamed', { name: t(undone.key, undone.params) });
  const redone = command.id === 'redo' ? state.history.future[0]?.label : undefined;
  if (redone) return t('command.redoNamed', { name: t(redone.key, redone.params) });
  return commandText(command.label(state), t);
}

/** Of the commands of the menu bar. */
export function selectCommandFacts(state: AppState): string {
  return commandFacts(commands, state);
}

/**
 * What describeCommand() is made of, of some commands, as one text, so that components re-render only when a label, a
 * reason or a mark changes and not on every frame of an animation.
 */
export function commandFacts(list: readonly Command[], state: AppState): string {
  const { past, future } = state.history;
  return JSON.stringify([
    past.at(-1)?.label ?? null,
    future[0]?.label ?? null,
    state.ui.singleKeys,
    state.ui.layouts,
    list.map((command) => [command.label(state), command.refusal(state), command.checked?.(state) ?? null]),
  ]);
}
