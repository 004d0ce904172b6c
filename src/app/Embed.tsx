import { type ReactElement, useEffect } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { useT } from '../i18n/useT.ts';
import { wholeAddress } from '../store/embedAddress.ts';
import { encodeLink } from '../store/link.ts';
import type { AppState } from '../store/state.ts';
import { useApp, useAppContext } from '../store/useApp.ts';
import { Headline } from '../views/headline/Headline.tsx';
import { Notices } from '../views/notices/Notices.tsx';
import styles from './Embed.module.css';
import { PanelBoundary } from './PanelBoundary.tsx';
import { pictures } from './Stage.tsx';
import { TimelinePanel } from './TimelinePanel.tsx';
import { usePlayback } from './usePlayback.ts';

const selectView = (state: AppState): AppState['ui']['stageView'] => state.ui.stageView;
const selectDocument = (state: AppState): AppState['document'] => state.document;

/** One view of the stage for a frame in another page: its answer, its playback, and the way to the whole app. */
export function Embed(): ReactElement {
  const { t, locale } = useT();
  const { services } = useAppContext();
  const view = useApp(selectView);
  const scenario = useApp(selectDocument);
  usePlayback();
  useEffect(() => {
    document.title = t('app.title', { name: scenario.name });
    document.documentElement.lang = locale;
  }, [t, locale, scenario.name]);
  const Picture = pictures[view];
  return (
    <I18nProvider locale={locale}>
      <main className={styles.embed} aria-label={t('app.regions.stage')}>
        <PanelBoundary>
          <Headline />
        </PanelBoundary>
        <div className={styles.picture}>
          <PanelBoundary>
            <Picture onFlat={ignore} />
          </PanelBoundary>
        </div>
        {(view === 'strip' || view === 'ring' || view === 'partitions') && (
          <PanelBoundary>
            <TimelinePanel />
          </PanelBoundary>
        )}
        <a
          className={styles.open}
          href={wholeAddress(services.address.withHash(encodeLink({ scenario, t: null, view })))}
          target="_blank"
          rel="noopener"
        >
          {t('embed.open')}
        </a>
        <Notices />
      </main>
    </I18nProvider>
  );
}

function ignore(): void {}
