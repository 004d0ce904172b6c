import { openPanel } from '../layout/changeLayout.ts';
import { isShown, type PanelId } from '../layout/windowLayout.ts';
import { always, type Command, text } from './command.ts';

/** One command for each panel: shows it where it is, and opens it when it was closed. */
function showTab(panel: PanelId, id: string): Command {
  return {
    id,
    menu: 'view',
    group: 2,
    label: () => text(`view.${panel}`),
    keys: [],
    refusal: always,
    checked: ({ ui }) => isShown(ui.layout, panel),
    several: true,
    run: ({ store }) => openPanel(store, panel),
  };
}

export const showScenario = showTab('scenario', 'showScenario');
export const showSql = showTab('sql', 'showSql');
export const showSteps = showTab('steps', 'showSteps');
export const showVerify = showTab('verify', 'showVerify');
export const showInspect = showTab('inspect', 'showInspect');
