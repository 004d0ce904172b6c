import { type ReactElement, useEffect, useState } from 'react';
import type { EngineProgress } from '../../engine/protocol.ts';
import type { Translate } from '../../i18n/i18n.ts';
import { useT } from '../../i18n/useT.ts';
import type { AppState } from '../../store/state.ts';
import { useApp, useAppContext } from '../../store/useApp.ts';
import { Button } from '../../ui/Button.tsx';
import { useSilence } from '../../ui/useSilence.ts';
import styles from './CountingNote.module.css';
import headline from './Headline.module.css';
import { type TimeLeft, timeLeft } from './timeLeft.ts';

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
  const silent = useSilence(status === 'counting', progress);
  if (status === 'failed' || status === 'cancelled') {
    return (
      <div role="alert" className={headline.counting}>
        <span className={headline.failed}>
          {status === 'failed' ? t('headline.failed', { message: error ?? '' }) : t('headline.cancelled')}
        </span>
        <Button label={t('headline.again')} onPress={counting.again} />
      </div>
    );
  }
  if (!late) return null;
  const label = t('headline.counting', { rows: format.integer(rows) });
  return (
    <div className={headline.counting}>
      {/* Without a value it says that something goes on: no worker has counted its first keys yet. */}
      <progress aria-label={label} {...(progress === null ? {} : { value: progress.done, max: progress.total })} />
      <span className="visually-hidden">{label}</span>{' '}
      {silent === null ? (
        <Figures progress={progress ?? { done: 0, total: rows }} />
      ) : (
        <span role="status">{t('error.workerSilent', { seconds: silent })}</span>
      )}
      <Button label={t('headline.cancel')} onPress={() => services.engine.cancel()} />
    </div>
  );
}

/** How far, how fast, how long still; speed and time as soon as they can be told. */
function Figures({ progress: { done, total, perSecond } }: { readonly progress: EngineProgress }): ReactElement {
  const { t, format } = useT();
  const isKnown = perSecond !== undefined && perSecond > 0;
  return (
    <>
      <span className={styles.percent}>{format.percent(done, total)}</span>{' '}
      <span className={styles.rate}>{isKnown && t('status.rate', { rate: format.compact(perSecond) })}</span>{' '}
      <span className={styles.left}>{isKnown && leftText(timeLeft((total - done) / perSecond), t)}</span>
    </>
  );
}

function leftText(left: TimeLeft, t: Translate): string {
  if (left.unit === 'seconds') return t('headline.secondsLeft', { seconds: left.seconds });
  if (left.unit === 'minutes') return t('headline.minutesLeft', { minutes: left.minutes });
  return t('headline.hoursLeft', { hours: left.hours, minutes: left.minutes });
}
