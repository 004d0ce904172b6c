import type { ReactElement } from 'react';
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
  const { store } = useAppContext();
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it listens to its fields, and is none itself.
    <div className={styles.panel} onBlur={() => sealEdits(store)}>
      <TableSection />
      <KeysSection />
      <SchemeSection />
      <NodesSection />
      <CompareSection />
      <CostSection />
    </div>
  );
}
