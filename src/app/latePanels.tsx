import { lazy, type ReactElement, Suspense } from 'react';
import { useT } from '../i18n/useT.ts';
import styles from './App.module.css';

const Scenario = lazy(async () => ({ default: (await import('../views/scenario/ScenarioPanel.tsx')).ScenarioPanel }));
const Actions = lazy(async () => ({ default: (await import('../views/boxActions/BoxActions.tsx')).BoxActions }));
const Toasts = lazy(async () => ({ default: (await import('../views/notices/Notices.tsx')).Notices }));

/** The fields are asked for with the first picture, which does not wait for them; their place is kept. */
export function ScenarioPanel(): ReactElement {
  const { t } = useT();
  return (
    <Suspense fallback={<aside className={styles.late} aria-label={t('app.regions.scenario')} aria-busy="true" />}>
      <Scenario />
    </Suspense>
  );
}

/** Nothing can be clicked before the first picture. */
export function BoxActions(): ReactElement {
  return (
    <Suspense fallback={null}>
      <Actions />
    </Suspense>
  );
}

/** A notice that is there first waits in the store. */
export function Notices(): ReactElement {
  return (
    <Suspense fallback={null}>
      <Toasts />
    </Suspense>
  );
}
