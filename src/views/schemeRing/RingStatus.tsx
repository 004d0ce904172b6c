import type { ReactElement } from 'react';
import { useT } from '../../i18n/useT.ts';
import { circleFacts } from '../../store/ringScheme.ts';
import type { AppState, Comparison } from '../../store/state.ts';
import { useApp, useAppContext } from '../../store/useApp.ts';
import { Button } from '../../ui/Button.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import styles from './SchemeRing.module.css';

const selectComparison = (state: AppState): Comparison => state.comparison;
const selectAllRows = (state: AppState): number => state.document.keys.rows;

/** How many rows the scheme on the ring moves, and nodes that get none; how far its comparison is, until it is there; or that it was stopped. */
export function RingStatus({ scheme }: { readonly scheme: string }): ReactElement | null {
  const { t, format } = useT();
  const { services, comparing } = useAppContext();
  const { status, progress, error, circle } = useApp(selectComparison);
  const allRows = useApp(selectAllRows);
  const isDrawn = circle?.request.scheme.scheme === scheme;
  if (status === 'failed' || status === 'cancelled' || (status === 'ready' && !isDrawn)) {
    return (
      <div role="alert" className={styles.status}>
        {status === 'failed' ? t('compare.failed', { message: error ?? '' }) : t('compare.cancelled')}
        <Button label={t('headline.again')} onPress={comparing.again} />
      </div>
    );
  }
  if (status === 'running') {
    // Drawing is too short for a bar; comparing millions of rows is not.
    if (progress === null) return null;
    return (
      <div className={styles.status}>
        <ProgressBar
          label={t('compare.running')}
          share={progress.total === 0 ? null : progress.done / progress.total}
          text={format.percent(progress.done, progress.total)}
          onCancel={() => services.compareEngine.cancel()}
          cancelLabel={t('headline.cancel')}
        />
      </div>
    );
  }
  const facts = circle === null ? null : circleFacts(circle);
  if (facts === null) return null;
  const { counts, total, nodeOfAfter } = facts;
  const empty = nodeOfAfter.filter((node) => counts.after[node] === 0).length;
  return (
    <p className={styles.status}>
      {t(total < allRows ? 'ring.schemePart' : 'ring.schemeMoved', {
        moved: format.integer(counts.moved),
        total: format.integer(total),
        share: format.percent(counts.moved, total),
      })}
      {empty > 0 &&
        ` · ${t('compare.empty', { empty: format.integer(empty), nodes: format.integer(nodeOfAfter.length) })}`}
    </p>
  );
}
