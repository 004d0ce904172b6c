import { type ReactElement, useEffect } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { useT } from '../i18n/useT.ts';
import { selectUnsaved } from '../store/origin.ts';
import { selectRingScheme } from '../store/ringScheme.ts';
import type { AppState, StageView } from '../store/state.ts';
import { useApp } from '../store/useApp.ts';
import { Header } from '../views/header/Header.tsx';
import { StatusBar } from '../views/status/StatusBar.tsx';
import styles from './App.module.css';
import { AppDialogs } from './AppDialogs.tsx';
import { Docks } from './Docks.tsx';
import { DropZone } from './DropZone.tsx';
import { BoxActions, Notices } from './latePanels.tsx';
import { PanelBoundary } from './PanelBoundary.tsx';
import { PrintHost } from './PrintHost.tsx';
import { Stage } from './Stage.tsx';
import { TimelinePanel } from './TimelinePanel.tsx';
import { usePlayback } from './usePlayback.ts';
import { useShortcuts } from './useShortcuts.ts';

/** Views that show the plan at the playhead; the others show before and after, and have no use for a timeline. */
const atPlayhead: ReadonlySet<StageView> = new Set(['strip', 'ring', 'partitions']);

/** The ring of a scheme has a change of its own, with no steps. */
const selectAtPlayhead = (state: AppState): boolean =>
  atPlayhead.has(state.ui.stageView) && (state.ui.stageView !== 'ring' || selectRingScheme(state) === null);
/** With the mark that title bars give to what is not saved. */
const selectName = (state: AppState): string => `${selectUnsaved(state) ? '• ' : ''}${state.document.name}`;

/** The whole window: menus, stage over timeline with docks of panels around, status. */
export function App(): ReactElement {
  const { t, locale } = useT();
  return (
    <I18nProvider locale={locale}>
      <Effects />
      <div className={styles.app}>
        <PanelBoundary>
          <Header />
        </PanelBoundary>
        <Docks>
          <main className={styles.main} data-region="stage" aria-label={t('app.regions.stage')}>
            <PanelBoundary>
              <Stage />
            </PanelBoundary>
            <PanelBoundary>
              <PlayheadTimeline />
            </PanelBoundary>
          </main>
        </Docks>
        <PanelBoundary>
          <StatusBar />
        </PanelBoundary>
        <PanelBoundary>
          <BoxActions />
        </PanelBoundary>
        <PanelBoundary>
          <AppDialogs />
        </PanelBoundary>
        <DropZone />
        <PrintHost />
        <Notices />
      </div>
    </I18nProvider>
  );
}

/** What follows the state without a picture. A part of its own: each render of the window draws all of it again. */
function Effects(): null {
  const { t, locale } = useT();
  const name = useApp(selectName);
  useShortcuts();
  usePlayback();
  useEffect(() => {
    document.title = t('app.title', { name });
    document.documentElement.lang = locale;
  }, [t, name, locale]);
  return null;
}

function PlayheadTimeline(): ReactElement | null {
  return useApp(selectAtPlayhead) ? <TimelinePanel /> : null;
}
