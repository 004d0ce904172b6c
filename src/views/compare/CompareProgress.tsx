import type { ReactElement, ReactNode } from 'react';
import { useT } from '../../i18n/useT.ts';
import type { AppState, Comparison } from '../../store/state.ts';
import { useApp, useAppContext } from '../../store/useApp.ts';
import { Button } from '../../ui/Button.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { useSilence } from '../../ui/useSilence.ts';
import styles from './CompareView.module.css';

const selectComparison = (state: AppState): Comparison => state.comparison;

/** How far the comparison is, and how to stop it; or why there is none. In their place what is compared, once it is. */
export function CompareProgress({ children }: { readonly children: ReactNode }): ReactElement {
  const { t, format } = useT();
  const { services, comparing } = useAppContext();
  const { status, progress, error } = useApp(selectComparison);
  const silent = useSilence(status === 'running', progress);
  if (status === 'failed' || status === 'cancelled') {
    return (
      <div role="alert" className={styles.progress}>
        <span>{status === 'failed' ? t('compare.failed', { message: error ?? '' }) : t('compare.cancelled')}</span>
        <Button label={t('headline.again')} onPress={comparing.again} />
      </div>
    );
  }
  if (status !== 'running' || (progress === null && silent === null)) return <p className={styles.note}>{children}</p>;
  const { done, total, perSecond } = progress ?? { done: 0, total: 0 };
  const rate = perSecond === undefined ? '' : ` · ${t('status.rate', { rate: format.compact(perSecond) })}`;
  return (
    <div className={styles.progress}>
      <ProgressBar
        label={t('compare.running')}
        share={total === 0 ? null : done / total}
        text={silent === null ? `${format.percent(done, total)}${rate}` : t('error.workerSilent', { seconds: silent })}
        onCancel={() => services.compareEngine.cancel()}
        cancelLabel={t('headline.cancel')}
      />
    </div>
  );
}
