import { type ReactElement, useEffect } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { useT } from '../i18n/useT.ts';
import { selectRingScheme } from '../store/ringScheme.ts';
import type { AppState, StageView } from '../store/state.ts';
import { useApp } from '../store/useApp.ts';
import { BoxActions } from '../views/boxActions/BoxActions.tsx';
import { Header } from '../views/header/Header.tsx';
import { Notices } from '../views/notices/Notices.tsx';
import { ScenarioPanel } from '../views/scenario/ScenarioPanel.tsx';
import { StatusBar } from '../views/status/StatusBar.tsx';
import styles from './App.module.css';
import { AppDialogs } from './AppDialogs.tsx';
import { PanelBoundary } from './PanelBoundary.tsx';
import { PrintHost } from './PrintHost.tsx';
import { SidePanel } from './SidePanel.tsx';
import { Stage } from './Stage.tsx';
import { TimelinePanel } from './TimelinePanel.tsx';
import { usePlayback } from './usePlayback.ts';
import { useShortcuts } from './useShortcuts.ts';

/** Views that show the plan at the playhead; the others show before and after, and have no use for a timeline. */
const atPlayhead: ReadonlySet<StageView> = new Set(['strip', 'ring', 'partitions']);

/** The ring of a scheme has a change of its own, with no steps. */
const selectAtPlayhead = (state: AppState): boolean =>
  atPlayhead.has(state.ui.stageView) && (state.ui.stageView !== 'ring' || selectRingScheme(state) === null);
const selectTheme = (state: AppState): AppState['ui']['theme'] => state.ui.theme;
const selectName = (state: AppState): string => state.document.name;

/** The whole window: menus, scenario, stage over timeline, panels on the right, status. */
export function App(): ReactElement {
  const { t, locale } = useT();
  const isAtPlayhead = useApp(selectAtPlayhead);
  const theme = useApp(selectTheme);
  const name = useApp(selectName);
  useShortcuts();
  usePlayback();
  useEffect(() => {
    document.title = t('app.title', { name });
    document.documentElement.lang = locale;
    if (theme === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
  }, [t, name, locale, theme]);
  return (
    <I18nProvider locale={locale}>
      <div className={styles.app}>
        <PanelBoundary>
          <Header />
        </PanelBoundary>
        <PanelBoundary>
          <ScenarioPanel />
        </PanelBoundary>
        <main className={styles.main} aria-label={t('app.regions.stage')}>
          <PanelBoundary>
            <Stage />
          </PanelBoundary>
          {isAtPlayhead && (
            <PanelBoundary>
              <TimelinePanel />
            </PanelBoundary>
          )}
        </main>
        <PanelBoundary>
          <SidePanel />
        </PanelBoundary>
        <PanelBoundary>
          <StatusBar />
        </PanelBoundary>
        <BoxActions />
        <AppDialogs />
        <PrintHost />
        <Notices />
      </div>
    </I18nProvider>
  );
}
