import { setUi } from '../createAppStore.ts';
import type { Theme } from '../preferences.ts';
import { always, type Command, text } from './command.ts';

function themeCommand(theme: Theme, id: string): Command {
  return {
    id,
    menu: 'view',
    group: 3,
    label: () => text(`theme.${theme}`),
    keys: [],
    refusal: always,
    checked: ({ ui }) => ui.theme === theme,
    run: ({ store }) => setUi(store, { theme }),
  };
}

export const themeSystem = themeCommand('system', 'themeSystem');
export const themeLight = themeCommand('light', 'themeLight');
export const themeDark = themeCommand('dark', 'themeDark');
export const themeContrast = themeCommand('contrast', 'themeContrast');
