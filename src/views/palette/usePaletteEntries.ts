import { useMemo } from 'react';
import { tEnglish } from '../../i18n/i18n.ts';
import { useT } from '../../i18n/useT.ts';
import { commandFacts, commandLabel, describeCommand } from '../../store/commandFacts.ts';
import { showPalette } from '../../store/commands/showPalette.ts';
import type { AppState } from '../../store/state.ts';
import { commandsNow } from '../../store/targetCommands/commandsNow.ts';
import { useApp, useAppContext } from '../../store/useApp.ts';
import type { PaletteEntry } from './findCommands.ts';

const selectFacts = (state: AppState): string => commandFacts(commandsNow(state), state);

/** All commands but the one that opened the list, in the reader's language, as things stand. */
export function usePaletteEntries(): readonly PaletteEntry[] {
  const { t, format } = useT();
  const { store } = useAppContext();
  const facts = useApp(selectFacts);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `facts` stands for the state that the entries are made of.
  return useMemo(() => {
    const state = store.getState();
    return commandsNow(state)
      .filter((command) => command !== showPalette)
      .map((command) => ({
        ...describeCommand(command, state, t, format),
        menu: command.menu,
        menuName: t(`menu.${command.menu}`),
        english: commandLabel(command, state, tEnglish),
      }));
  }, [store, facts, t, format]);
}
