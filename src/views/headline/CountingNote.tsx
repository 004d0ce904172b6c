import { type ReactElement, useEffect, useState } from 'react';
import { useT } from '../../i18n/useT.ts';
import type { AppState } from '../../store/state.ts';
import { useApp, useAppContext } from '../../store/useApp.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './Headline.module.css';

const selectResults = (state: AppState): AppState['results'] => state.results;
const selectRows = (state: AppState): number => state.document.keys.rows;

/** A shorter count needs no progress: it would only flicker. */
const NOTICEABLE_MS = 300;

/** True once `on` has been true for so long without a break. */
function useLate(on: boolean, afterMs: number): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!on) return;
    const timer = setTimeout(() => setLate(true), afterMs);
    return () => {
      clearTimeout(timer);
      setLate(false);
    };
  }, [on, afterMs]);
  return on && late;
}

/** Progress of a count that takes long enough to be seen, with a way to stop it; or why it failed. */
export function CountingNote(): ReactElement | null {
  const { t, format } = useT();
  const { services, counting } = useAppContext();
  const { status, progress, error } = useApp(selectResults);
  const rows = useApp(selectRows);
  const late = useLate(status === 'counting', NOTICEABLE_MS);
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
  if (!late || progress === null) return null;
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
