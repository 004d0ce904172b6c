import { useMemo } from 'react';
import { useT } from '../../i18n/useT.ts';
import type { Command } from '../../store/commands/command.ts';
import { type AppStore, setUi } from '../../store/createAppStore.ts';
import { equalLayouts } from '../../store/layout/windowLayout.ts';
import { menus } from '../../store/menus.ts';
import { isMac, shortcutText } from '../../store/shortcutText.ts';
import type { AppState } from '../../store/state.ts';
import { runCommand, useApp, useAppContext } from '../../store/useApp.ts';
import type { MenuDefinition, MenuEntry, MenuGroup } from '../../ui/menu.ts';

/**
 * What menus show of each command now, as one text, so that components re-render only when a label, a reason or a mark
 * changes and not on every frame of an animation.
 */
function selectFacts(state: AppState): string {
  const { past, future } = state.history;
  return JSON.stringify([
    past.at(-1)?.label ?? null,
    future[0]?.label ?? null,
    state.ui.layouts,
    menus.flatMap((menu) =>
      menu.groups
        .flat()
        .map((command) => [command.label(state), command.refusal(state), command.checked?.(state) ?? null]),
    ),
  ]);
}

export function useMenus(): readonly MenuDefinition[] {
  const { t } = useT();
  const context = useAppContext();
  const facts = useApp(selectFacts);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `facts` stands for the state that the entries are made of.
  return useMemo(() => {
    const state = context.store.getState();
    const undoName = state.history.past.at(-1)?.label;
    const redoName = state.history.future[0]?.label;
    const labelOf = (command: Command): string => {
      if (command.id === 'undo' && undoName) return t('command.undoNamed', { name: t(undoName.key, undoName.params) });
      if (command.id === 'redo' && redoName) return t('command.redoNamed', { name: t(redoName.key, redoName.params) });
      const { key, params } = command.label(state);
      return t(key, params);
    };
    const entryOf = (command: Command): MenuEntry => {
      const refusal = command.refusal(state);
      const keys = command.keys[0];
      return {
        id: command.id,
        label: labelOf(command),
        shortcut: keys === undefined ? undefined : shortcutText(keys, isMac),
        disabledReason: refusal && t(refusal.key, refusal.params),
        checked: command.checked?.(state),
        onAction: () => runCommand(command, context),
      };
    };
    return menus.map((menu) => ({
      id: menu.id,
      label: t(menu.label),
      groups: [
        ...menu.groups.map((group, index) => ({
          id: `${menu.id}${index}`,
          choice: choiceOf(group),
          entries: group.map(entryOf),
        })),
        ...(menu.id === 'view' ? [ownLayouts(context.store, t('layout.own'))] : []),
      ],
    }));
  }, [context, facts, t]);
}

/** Layouts that the reader saved; the dialog of "Save layout as" deletes them. */
function ownLayouts(store: AppStore, heading: string): MenuGroup {
  const { layout, layouts } = store.getState().ui;
  const entries = layouts.map((own) => ({
    id: `own:${own.name}`,
    label: own.name,
    checked: equalLayouts(layout, own.layout),
    onAction: () => setUi(store, { layout: own.layout }),
  }));
  return { id: 'ownLayouts', heading, choice: 'one', entries };
}

/** A group of several switches is a choice of one; a switch alone is on or off. */
function choiceOf(group: readonly Command[]): MenuGroup['choice'] {
  if (!group.every((command) => command.checked !== undefined)) return undefined;
  return group.length === 1 || group.some((command) => command.several) ? 'many' : 'one';
}

/** All menus as the sections of one, for a bar that has no room for them side by side. */
export function joinMenus(definitions: readonly MenuDefinition[]): readonly MenuGroup[] {
  return definitions.flatMap(({ label, groups }) =>
    groups.map((group, index) => (index === 0 ? { ...group, heading: label } : group)),
  );
}
