import type { Command } from '../commands/command.ts';
import { commands } from '../commands/commands.ts';
import type { AppState } from '../state.ts';
import { panelCommands } from './panelCommands.ts';
import { partitionCommands } from './partitionCommands.ts';

/** The whole list: what can always be asked for, and what can be done with the partition and the panel used last. */
export function commandsNow({ document, ui }: AppState): readonly Command[] {
  return [...commands, ...partitionCommands(document, ui.partition), ...panelCommands(ui.layout, ui.layout.front)];
}
