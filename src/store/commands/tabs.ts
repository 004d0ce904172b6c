import { setUi } from '../createAppStore.ts';
import type { RightTab } from '../state.ts';
import { always, type Command, text } from './command.ts';

/** One command for each panel on the right. */
function showTab(tab: RightTab, id: string): Command {
  return {
    id,
    menu: 'view',
    group: 2,
    label: () => text(`view.${tab}`),
    keys: [],
    refusal: always,
    checked: ({ ui }) => ui.rightTab === tab,
    run: ({ store }) => setUi(store, { rightTab: tab }),
  };
}

export const showSql = showTab('sql', 'showSql');
export const showSteps = showTab('steps', 'showSteps');
export const showVerify = showTab('verify', 'showVerify');
export const showInspect = showTab('inspect', 'showInspect');
