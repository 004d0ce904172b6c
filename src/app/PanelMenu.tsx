import type { ReactElement } from 'react';
import { useT } from '../i18n/useT.ts';
import { changeLayout } from '../store/layout/changeLayout.ts';
import {
  closePanel,
  type Dock,
  type DockId,
  dockIds,
  movePanel,
  type PanelId,
  toggleCollapsed,
} from '../store/layout/windowLayout.ts';
import { useAppContext } from '../store/useApp.ts';
import { MenuButton } from '../ui/MenuButton.tsx';
import type { MenuEntry } from '../ui/menu.ts';

interface PanelMenuProps {
  readonly panel: PanelId;
  readonly id: DockId;
  readonly dock: Dock;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  /** A panel that left its dock takes the focus along. */
  readonly onMove: (panel: PanelId | null) => void;
}

/** What dragging a tab and drawing an edge do, as a menu; for one's keyboard and finger. */
export function PanelMenu({ panel, id, dock, isOpen, onOpenChange, onMove }: PanelMenuProps): ReactElement {
  const { t } = useT();
  const { store } = useAppContext();
  const at = dock.panels.indexOf(panel);
  const name = (other: PanelId): string => t(`view.${other}`);
  const move = (to: DockId, index?: number): void => {
    changeLayout(store, (layout) => movePanel(layout, panel, to, index));
    onMove(panel);
  };
  const entry = (key: string, label: string, onAction: () => void): MenuEntry => ({ id: key, label, onAction });
  const before = dock.panels[at - 1];
  const after = dock.panels[at + 1];
  const moves = dockIds.filter((to) => to !== id).map((to) => entry(to, t(`layout.moveTo.${to}`), () => move(to)));
  const order = [
    ...(before === undefined
      ? []
      : [entry('earlier', t('layout.earlier', { panel: name(before) }), () => move(id, at - 1))]),
    ...(after === undefined ? [] : [entry('later', t('layout.later', { panel: name(after) }), () => move(id, at + 1))]),
  ];
  const rest = [
    entry('collapse', t('layout.collapse'), () => {
      changeLayout(store, (layout) => toggleCollapsed(layout, id));
      onMove(panel);
    }),
    entry('close', t('layout.close', { panel: name(panel) }), () => {
      changeLayout(store, (layout) => closePanel(layout, panel));
      onMove(after ?? before ?? null);
    }),
  ];
  return (
    <MenuButton
      label={t('layout.menu', { panel: name(panel) })}
      icon="more"
      groups={[
        { id: 'moves', entries: moves },
        { id: 'order', entries: order },
        { id: 'rest', entries: rest },
      ]}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
    />
  );
}
