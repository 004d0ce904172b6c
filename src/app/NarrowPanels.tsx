import type { ReactElement } from 'react';
import { useT } from '../i18n/useT.ts';
import { openPanel } from '../store/layout/changeLayout.ts';
import { openPanels, type WindowLayout } from '../store/layout/windowLayout.ts';
import { useAppContext } from '../store/useApp.ts';
import { Tabs } from '../ui/Tabs.tsx';
import styles from './Docks.module.css';
import { Panel } from './Panel.tsx';

/** All panels as one set of tabs below the stage, for a window that has no room beside it. */
export function NarrowPanels({ layout }: { readonly layout: WindowLayout }): ReactElement | null {
  const { t } = useT();
  const { store } = useAppContext();
  if (layout.front === null) return null;
  const items = openPanels(layout).map((id) => ({ id, label: t(`view.${id}`) }));
  return (
    <aside
      className={styles.narrow}
      aria-label={items.map(({ label }) => label).join(', ')}
      data-panel={layout.front}
      data-region="panels"
    >
      <Tabs label={t('app.panels')} items={items} selected={layout.front} onSelect={(panel) => openPanel(store, panel)}>
        <Panel id={layout.front} />
      </Tabs>
    </aside>
  );
}
