import { useMemo } from 'react';
import { useT } from '../../i18n/useT.ts';
import { commandFacts, describeCommand } from '../../store/commandFacts.ts';
import type { Command } from '../../store/commands/command.ts';
import type { AppState, Preview } from '../../store/state.ts';
import { partitionCommands } from '../../store/targetCommands/partitionCommands.ts';
import { runCommand, useApp, useAppContext } from '../../store/useApp.ts';
import type { PopoverAction } from '../../ui/ActionPopover.tsx';

const commandsOf = ({ document, ui }: AppState): readonly Command[] => partitionCommands(document, ui.selection);
const selectFacts = (state: AppState): string => commandFacts(commandsOf(state), state);
const selectPreview = (state: AppState): Preview | null => state.results.preview;

/** The commands of the selected partition; each one PostgreSQL would refuse carries its reason. */
export function useBoxActions(): readonly PopoverAction[] {
  const { t, format } = useT();
  const context = useAppContext();
  const facts = useApp(selectFacts);
  const preview = useApp(selectPreview);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `facts` and `preview` stand for what the actions are made of.
  return useMemo(() => {
    const state = context.store.getState();
    return commandsOf(state).map((command) => {
      const { id, shortLabel, disabledReason } = describeCommand(command, state, t, format);
      return {
        id,
        label: shortLabel,
        hint: command.hint?.(state, format),
        disabledReason,
        onAction: () => runCommand(command, context),
      };
    });
  }, [context, facts, preview, t, format]);
}
