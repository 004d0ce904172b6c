import { always, type Command, type CommandText, text, textOf } from '../commands/command.ts';
import { setUi } from '../createAppStore.ts';
import {
  closePanel,
  dockIds,
  dockOf,
  movePanel,
  type PanelId,
  toggleCollapsed,
  type WindowLayout,
} from '../layout/windowLayout.ts';
import { resizeCommands } from './resizeCommands.ts';

/** What dragging a tab and drawing an edge do, for one panel; nothing for one that is closed. */
export function panelCommands(layout: WindowLayout, panel: PanelId | null): readonly Command[] {
  const id = panel && dockOf(layout, panel);
  if (panel === null || id === null) return [];
  const { panels } = layout[id];
  const at = panels.indexOf(panel);
  const before = panels[at - 1];
  const after = panels[at + 1];
  const name = `view.${panel}` as const;
  /** next: what has the focus afterwards; a panel that leaves its dock takes it along. */
  const command = (
    key: string,
    group: number,
    label: CommandText,
    shortLabel: CommandText,
    change: (layout: WindowLayout) => WindowLayout,
    next: PanelId | null = panel,
  ): Command => ({
    id: key,
    menu: 'panel',
    group,
    label: () => label,
    shortLabel,
    keys: [],
    refusal: always,
    run: ({ store }) => setUi(store, { layout: change(store.getState().ui.layout), focusPanel: next }),
  });
  const beside = (key: 'earlier' | 'later', other: PanelId | undefined, index: number): readonly Command[] => {
    if (other === undefined) return [];
    const label = textOf(`panel.${key}`, { panel: name, other: `view.${other}` });
    const shortLabel = textOf(`layout.${key}`, { panel: `view.${other}` });
    return [command(key, 2, label, shortLabel, (now) => movePanel(now, panel, id, index))];
  };
  const close = textOf('layout.close', { panel: name });
  return [
    ...dockIds
      .filter((to) => to !== id)
      .map((to) =>
        command(`${to}Dock`, 1, textOf(`panel.moveTo.${to}`, { panel: name }), text(`layout.moveTo.${to}`), (now) =>
          movePanel(now, panel, to),
        ),
      ),
    ...beside('earlier', before, at - 1),
    ...beside('later', after, at + 1),
    ...resizeCommands(id, panel),
    command('collapseDock', 4, textOf('panel.collapse', { panel: name }), text('layout.collapse'), (now) =>
      toggleCollapsed(now, id),
    ),
    command('closePanel', 4, close, close, (now) => closePanel(now, panel), after ?? before ?? null),
  ];
}
