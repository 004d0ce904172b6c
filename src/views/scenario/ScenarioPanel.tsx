import type { ReactElement } from 'react';
import { useT } from '../../i18n/useT.ts';
import { sealEdits } from '../../store/createAppStore.ts';
import { useAppContext } from '../../store/useApp.ts';
import { CompareSection } from './CompareSection.tsx';
import { CostSection } from './CostSection.tsx';
import { KeysSection } from './KeysSection.tsx';
import { NodesSection } from './NodesSection.tsx';
import styles from './ScenarioPanel.module.css';
import { SchemeSection } from './SchemeSection.tsx';
import { TableSection } from './TableSection.tsx';

/** Everything that decides a figure. Each change takes effect at once; a refused one says why, at its field. */
export function ScenarioPanel(): ReactElement {
  const { t } = useT();
  const { store } = useAppContext();
  return (
    <aside
      className={styles.panel}
      data-region="scenario"
      aria-label={t('app.regions.scenario')}
      onBlur={() => sealEdits(store)}
    >
      <TableSection />
      <KeysSection />
      <SchemeSection />
      <NodesSection />
      <CompareSection />
      <CostSection />
    </aside>
  );
}
