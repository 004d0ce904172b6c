import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { Command, CommandContext } from './commands/command.ts';
import type { AppState } from './state.ts';

const AppContext = createContext<CommandContext | null>(null);

/** Hands the store and the outside world to the tree below; the only React context of the app's state. */
export const AppProvider = AppContext.Provider;

export function useAppContext(): CommandContext {
  const context = useContext(AppContext);
  if (context === null) throw new Error('useApp outside AppProvider');
  return context;
}

/** Subscribes to the smallest part of the state that a component needs. Selectors live at module level. */
export function useApp<T>(selector: (state: AppState) => T): T {
  return useStore(useAppContext().store, selector);
}

/** Runs a command unless it refuses; a failure of the outside world reaches the error boundary's console, not the reader's work. */
export function runCommand(command: Command, context: CommandContext): void {
  if (command.refusal(context.store.getState()) !== null) return;
  void command.run(context);
}
