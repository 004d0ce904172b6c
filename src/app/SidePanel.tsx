import { type ReactElement, Suspense } from 'react';
import { useT } from '../i18n/useT.ts';
import { setUi } from '../store/createAppStore.ts';
import type { AppState, RightTab } from '../store/state.ts';
import { useApp, useAppContext } from '../store/useApp.ts';
import { Tabs } from '../ui/Tabs.tsx';
import styles from './App.module.css';
import { sideViews } from './sideViews.ts';

const selectTab = (state: AppState): RightTab => state.ui.rightTab;

/** The panels on the right, one at a time. */
export function SidePanel(): ReactElement {
  const { t } = useT();
  const { store } = useAppContext();
  const tab = useApp(selectTab);
  const items = sideViews.map(({ id }) => ({ id, label: t(`view.${id}`) }));
  const View = sideViews.find(({ id }) => id === tab)!.View;
  return (
    <aside className={styles.side} data-region="side" aria-label={t('app.regions.side')}>
      <Tabs label={t('app.panels')} items={items} selected={tab} onSelect={(rightTab) => setUi(store, { rightTab })}>
        <Suspense fallback={null}>
          <View />
        </Suspense>
      </Tabs>
    </aside>
  );
}
