import { lazy, type ReactElement, Suspense } from 'react';
import { useT } from '../i18n/useT.ts';
import { setUi } from '../store/createAppStore.ts';
import type { AppState, StageView } from '../store/state.ts';
import { useApp, useAppContext } from '../store/useApp.ts';
import { Tabs } from '../ui/Tabs.tsx';
import { Headline } from '../views/headline/Headline.tsx';
import { TargetsTable } from '../views/targets/TargetsTable.tsx';
import styles from './App.module.css';
import { StripPanel } from './StripPanel.tsx';

const PartitionsView = lazy(async () => ({
  default: (await import('../views/partitions/PartitionsView.tsx')).PartitionsView,
}));

const selectView = (state: AppState): StageView => state.ui.stageView;
const views: readonly StageView[] = ['strip', 'partitions'];

/** The answer in words, the picture, and the targets beside it. */
export function Stage(): ReactElement {
  const { t } = useT();
  const { store } = useAppContext();
  const view = useApp(selectView);
  const items = views.map((id) => ({ id, label: t(`view.${id}`) }));
  return (
    <Tabs
      label={t('app.regions.stage')}
      items={items}
      selected={view}
      onSelect={(stageView) => setUi(store, { stageView })}
    >
      <div className={styles.stage}>
        <Headline />
        <div className={styles.strip}>
          <Suspense fallback={null}>{view === 'strip' ? <StripPanel /> : <PartitionsView />}</Suspense>
        </div>
        <div className={styles.targets}>
          <TargetsTable />
        </div>
      </div>
    </Tabs>
  );
}
