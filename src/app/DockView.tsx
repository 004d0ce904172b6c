import { type CSSProperties, type ReactElement, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { useT } from '../i18n/useT.ts';
import { setUi } from '../store/createAppStore.ts';
import { changeLayout, openPanel } from '../store/layout/changeLayout.ts';
import {
  type Dock,
  type DockId,
  dockSizes,
  isShown,
  showPanel,
  toggleCollapsed,
} from '../store/layout/windowLayout.ts';
import { useAppContext } from '../store/useApp.ts';
import { lazyView } from '../ui/lazyView.ts';
import { IconStand } from '../ui/menuStands.tsx';
import { Splitter } from '../ui/Splitter.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import styles from './Docks.module.css';
import { Panel } from './Panel.tsx';

const PanelMenu = lazyView(async () => (await import('./PanelMenu.tsx')).PanelMenu);

interface DockViewProps {
  readonly id: DockId;
  readonly dock: Dock;
  /** On screen, in CSS px, and how far it can grow. */
  readonly size: number;
  readonly max: number;
  readonly onResize: (size: number) => void;
}

const edges = { left: 'right', right: 'left', bottom: 'top' } as const;

/** A dock: the tabs of its panels over the active one, or a thin bar with their names. Nothing where it has none. */
export function DockView({ id, dock, size, max, onResize }: DockViewProps): ReactElement | null {
  const { t } = useT();
  const { store } = useAppContext();
  const [isMenuOpen, setMenuOpen] = useState(false);
  const { panels, active, collapsed } = dock;
  if (active === null) return null;
  const items = panels.map((panel) => ({ id: panel, label: t(`view.${panel}`) }));
  const name = t(`layout.dock.${id}`);
  const common = {
    'aria-label': items.map(({ label }) => label).join(', '),
    'data-dock': id,
    'data-region': id,
    'data-panel': active,
  };
  if (collapsed) {
    return (
      <aside {...common} className={styles.bar}>
        {items.map((item) => (
          <Button
            key={item.id}
            className={styles.reopen ?? ''}
            aria-label={t('layout.expand', { panel: item.label })}
            onPress={() => {
              openPanel(store, item.id);
              setUi(store, { focusPanel: item.id });
            }}
          >
            {item.label}
          </Button>
        ))}
      </aside>
    );
  }
  return (
    <aside
      {...common}
      className={styles.dock}
      style={{ '--size': `${size}px` } as CSSProperties}
      // The panel that commands are about.
      onFocus={() => changeLayout(store, (layout) => (isShown(layout, active) ? showPanel(layout, active) : layout))}
      onContextMenu={(event) => {
        const tab = (event.target as Element).closest('[role="tab"]');
        const tabs = [...event.currentTarget.querySelectorAll('[role="tab"]')];
        const panel = tab === null ? undefined : panels[tabs.indexOf(tab)];
        if (panel === undefined) return;
        event.preventDefault();
        openPanel(store, panel);
        setMenuOpen(true);
      }}
    >
      <Tabs
        label={name}
        items={items}
        selected={active}
        onSelect={(panel) => openPanel(store, panel)}
        end={
          <PanelMenu stand={<IconStand icon="more" />} panel={active} isOpen={isMenuOpen} onOpenChange={setMenuOpen} />
        }
      >
        <Panel id={active} />
      </Tabs>
      <Splitter
        label={t('layout.resize', { dock: name })}
        help={t('layout.resizeHelp')}
        edge={edges[id]}
        size={size}
        min={dockSizes[id].min}
        max={max}
        onResize={onResize}
        onCommand={(command) => {
          if (command === 'reset') onResize(dockSizes[id].usual);
          else {
            changeLayout(store, (layout) => toggleCollapsed(layout, id));
            setUi(store, { focusPanel: active });
          }
        }}
      />
    </aside>
  );
}
