import type { ReactElement } from 'react';
import { useT } from '../../i18n/useT.ts';
import type { AppState } from '../../store/state.ts';
import { useApp, useAppContext } from '../../store/useApp.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './Headline.module.css';

const selectResults = (state: AppState): AppState['results'] => state.results;
const selectRows = (state: AppState): number => state.document.keys.rows;

/** Progress of a count that takes long enough to be seen, with a way to stop it; or why it failed. */
export function CountingNote(): ReactElement | null {
  const { t, format } = useT();
  const { services, counting } = useAppContext();
  const { status, progress, error } = useApp(selectResults);
  const rows = useApp(selectRows);
  if (status === 'failed' || status === 'cancelled') {
    return (
      <div role="alert" className={styles.counting}>
        <span className={styles.failed}>
          {status === 'failed' ? t('headline.failed', { message: error ?? '' }) : t('headline.cancelled')}
        </span>
        <Button label={t('headline.again')} onPress={counting.again} />
      </div>
    );
  }
  if (status !== 'counting' || progress === null) return null;
  return (
    <div className={styles.counting}>
      <progress
        aria-label={t('headline.counting', { rows: format.integer(rows) })}
        value={progress.done}
        max={progress.total}
      />
      <span>
        {t('headline.counting', { rows: format.integer(rows) })} {format.percent(progress.done, progress.total)}
      </span>
      <Button label={t('headline.cancel')} onPress={() => services.engine.cancel()} />
    </div>
  );
}
