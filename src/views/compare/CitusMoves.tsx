import { type ReactElement, useMemo } from 'react';
import { useT } from '../../i18n/useT.ts';
import type { KeySpec } from '../../keys/keySpec.ts';
import { citusHashesOf, countInRanges } from '../../store/citusHashes.ts';
import type { CitusPlan } from '../../store/citusPlan.ts';
import styles from './CitusDetail.module.css';
import { CitusTables } from './CitusTables.tsx';
import { balanceText, measureText } from './citusText.ts';
import { noticeText } from './serverText.ts';

interface CitusMovesProps {
  readonly plan: CitusPlan;
  readonly keys: KeySpec;
}

/** The plan in sentences, the tables behind them, and what Citus itself says about it. */
export function CitusMoves({ plan, keys }: CitusMovesProps): ReactElement {
  const { t, format } = useT();
  const { change, strategy, moves } = plan;
  const rows = useMemo(() => {
    const hashes = citusHashesOf(keys);
    return hashes === null ? null : countInRanges(hashes, change.before.ranges);
  }, [keys, change]);
  const { ignoredCount, notices } = change.plan;
  const movedRows = rows === null ? null : rowsThatMove(plan, rows);
  const drained = moves.filter(({ why }) => why === 'drain').length;
  return (
    <section className={styles.section} aria-label={t('citus.plan')}>
      <p className={styles.muted}>
        {t('citus.intro', {
          shards: format.integer(change.before.ranges.length),
          strategy: strategy.name,
        })}{' '}
        {measureText(plan, t)}
      </p>
      <p>
        {moves.length > 0 &&
          `${t('citus.planned', {
            count: moves.length,
            drained: format.integer(drained),
            levelled: format.integer(moves.length - drained),
          })} `}
        {moves.length > 0 &&
          movedRows !== null &&
          `${t('citus.movedRows', {
            rows: format.integer(movedRows),
            total: format.integer(keys.rows),
            percent: format.percent(movedRows, keys.rows),
          })} `}
        {balanceText(plan, t, format)}
        {ignoredCount > 0 &&
          ` ${t('citus.ignored', { count: ignoredCount, threshold: format.decimal(strategy.improvementThreshold, 2) })}`}
      </p>
      <CitusTables plan={plan} rows={rows} />
      {notices.length > 0 && (
        <>
          <h2>{t('citus.notices')}</h2>
          <ul className={styles.notices}>
            {/* The same move can be ignored again after another one. */}
            {notices.map((notice, index) => (
              <li key={`${index} ${notice.message}`}>{noticeText(notice)}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** Rows of shards that end on another node than they began; a shard that moves twice counts once. */
function rowsThatMove({ change: { before, after } }: CitusPlan, rows: readonly number[]): number {
  return rows.reduce(
    (sum, count, index) => sum + (before.nodeIds[index]![0] === after.nodeIds[index]![0] ? 0 : count),
    0,
  );
}
