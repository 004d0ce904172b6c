import { useMemo } from 'react';
import { useT } from '../../i18n/useT.ts';
import { describeCommand, selectCommandFacts } from '../../store/commandFacts.ts';
import type { Command } from '../../store/commands/command.ts';
import { type AppStore, setUi } from '../../store/createAppStore.ts';
import { equalLayouts } from '../../store/layout/windowLayout.ts';
import { menus } from '../../store/menus.ts';
import { runCommand, useApp, useAppContext } from '../../store/useApp.ts';
import type { MenuDefinition, MenuEntry, MenuGroup } from '../../ui/menu.ts';

/** The menu bar in the reader's language, as things stand. */
export function useMenus(): readonly MenuDefinition[] {
  const { t, format } = useT();
  const context = useAppContext();
  const facts = useApp(selectCommandFacts);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `facts` stands for the state that the entries are made of.
  return useMemo(() => {
    const state = context.store.getState();
    const entryOf = (command: Command): MenuEntry => ({
      ...describeCommand(command, state, t, format),
      onAction: () => runCommand(command, context),
    });
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
  }, [context, facts, t, format]);
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
