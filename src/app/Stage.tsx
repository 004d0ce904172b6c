import { type ComponentType, type ReactElement, useState } from 'react';
import { useT } from '../i18n/useT.ts';
import { setUi } from '../store/createAppStore.ts';
import type { AppState, StageView } from '../store/state.ts';
import { useApp, useAppContext } from '../store/useApp.ts';
import { lazyView } from '../ui/lazyView.ts';
import { Tabs } from '../ui/Tabs.tsx';
import { Headline } from '../views/headline/Headline.tsx';
import { TargetsTable } from '../views/targets/TargetsTable.tsx';
import styles from './App.module.css';
import { PanelBoundary } from './PanelBoundary.tsx';
import { StripPanel } from './StripPanel.tsx';

const selectView = (state: AppState): StageView => state.ui.stageView;

/** The ring is told that it is left, and tells when it lies flat where the strip begins. */
export const pictures: Readonly<Record<StageView, ComponentType<{ readonly onFlat: () => void }>>> = {
  strip: StripPanel,
  ring: lazyView(async () => (await import('./RingPanel.tsx')).RingPanel),
  flow: lazyView(async () => (await import('../views/flow/FlowView.tsx')).FlowView),
  partitions: lazyView(async () => (await import('../views/partitions/PartitionsView.tsx')).PartitionsView),
  compare: lazyView(async () => (await import('../views/compare/CompareView.tsx')).CompareView),
};
const views = Object.keys(pictures) as StageView[];
/** Views that leave room for the targets below them. */
const withTargets: ReadonlySet<StageView> = new Set(['strip', 'partitions']);

/** The answer in words, the picture, and the targets beside it. */
export function Stage(): ReactElement {
  const { t } = useT();
  const { store } = useAppContext();
  const view = useApp(selectView);
  // The ring uncurls before the strip takes its place; every other view is there at once.
  const [shown, setShown] = useState(view);
  if (shown !== view && !(shown === 'ring' && view === 'strip')) setShown(view);
  const Picture = pictures[shown];
  const items = views.map((id) => ({ id, label: t(`view.${id}`) }));
  return (
    <Tabs
      label={t('app.regions.stage')}
      items={items}
      selected={view}
      onSelect={(stageView) => setUi(store, { stageView })}
    >
      <div className={styles.stage}>
        <PanelBoundary>
          <Headline />
        </PanelBoundary>
        <div className={styles.strip} data-view={shown}>
          <PanelBoundary key={shown}>
            <Picture onFlat={() => setShown(view)} />
          </PanelBoundary>
        </div>
        {withTargets.has(view) && (
          <div className={styles.targets}>
            <PanelBoundary>
              <TargetsTable />
            </PanelBoundary>
          </div>
        )}
      </div>
    </Tabs>
  );
}
