import type { ReactElement } from 'react';
import { useT } from '../i18n/useT.ts';
import { describeCommand } from '../store/commandFacts.ts';
import type { PanelId, WindowLayout } from '../store/layout/windowLayout.ts';
import { groupsOf } from '../store/menus.ts';
import type { AppState, WindowSize } from '../store/state.ts';
import { panelCommands } from '../store/targetCommands/panelCommands.ts';
import { runCommand, useApp, useAppContext } from '../store/useApp.ts';
import { MenuButton } from '../ui/MenuButton.tsx';

const selectLayout = (state: AppState): WindowLayout => state.ui.layout;
const selectWindowSize = (state: AppState): WindowSize => state.ui.windowSize;

interface PanelMenuProps {
  readonly panel: PanelId;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
}

/** What dragging a tab and drawing an edge do, as a menu; for one's keyboard and finger. */
export function PanelMenu({ panel, isOpen, onOpenChange }: PanelMenuProps): ReactElement {
  const { t, format } = useT();
  const context = useAppContext();
  const layout = useApp(selectLayout);
  // How far a dock can grow depends on the window.
  useApp(selectWindowSize);
  const groups = groupsOf(panelCommands(layout, panel)).map((group, index) => ({
    id: `panel${index}`,
    entries: group.map((command) => {
      const facts = describeCommand(command, context.store.getState(), t, format);
      return {
        ...facts,
        label: facts.shortLabel,
        staysOpen: command.repeats,
        onAction: () => runCommand(command, context),
      };
    }),
  }));
  return (
    <MenuButton
      label={t('layout.menu', { panel: t(`view.${panel}`) })}
      icon="more"
      groups={groups}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
    />
  );
}
