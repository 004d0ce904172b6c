import { type ReactElement, useMemo } from 'react';
import { Button } from 'react-aria-components/Button';
import type { KernelName } from '../../engine/counter.ts';
import { useT } from '../../i18n/useT.ts';
import { measureBalance } from '../../planner/balance.ts';
import { isSameWork } from '../../store/isVerified.ts';
import { selectCounted } from '../../store/selectors.ts';
import type { AppState, Verification } from '../../store/state.ts';
import { useApp } from '../../store/useApp.ts';
import { cx } from '../../ui/cx.ts';
import { lateView } from '../../ui/lazyView.ts';
import { WithTooltip } from '../../ui/WithTooltip.tsx';
import { livePartitions } from './livePartitions.ts';
import styles from './StatusBar.module.css';

const PrivacyNote = lateView(async () => (await import('./PrivacyNote.tsx')).PrivacyNote);

const selectResults = (state: AppState): AppState['results'] => state.results;
/** Names of techniques, the same in every language. */
const KERNEL_NAMES: Readonly<Record<KernelName, string>> = { simd: 'SIMD WebAssembly', typescript: 'TypeScript' };

/** One line of facts: what was counted, how evenly, how fast, and what PostgreSQL says. */
export function StatusBar(): ReactElement {
  const { t, format } = useT();
  const counted = useApp(selectCounted);
  const { status, progress } = useApp(selectResults);
  const live = useApp(livePartitions);
  const balance = useMemo(
    () => counted && measureBalance(counted.derived.from, counted.reply.changes[0]!.from),
    [counted],
  );
  if (counted === null || balance === null) return <footer className={styles.bar} data-region="status" />;
  const { derived, reply } = counted;
  const change = reply.changes[0]!;
  const target = derived.to.length;
  const seconds = reply.elapsedMs / 1000;
  return (
    <footer className={styles.bar} data-region="status">
      <span>
        {status === 'counting' && progress !== null
          ? t('status.counting', { percent: format.percent(progress.done, progress.total) })
          : t('status.counted', { rows: format.integer(change.total) })}
      </span>
      <span>
        {derived.plan.kind === 'none'
          ? t('status.partitionsStill', { count: target })
          : t('status.partitions', { count: live, now: format.integer(live), wanted: format.integer(target) })}
      </span>
      <span>{t('status.nodes', { count: derived.cluster.nodes.length })}</span>
      <WithTooltip
        text={t('status.chiHelp', { chi: format.decimal(balance.chiSquare, 2), df: balance.degreesOfFreedom })}
      >
        <Button className={styles.fact ?? ''}>{t('status.chi', { p: format.decimal(balance.pValue, 3) })}</Button>
      </WithTooltip>
      <WithTooltip
        text={t('status.hashedHelp', {
          kernels: reply.kernels.map((kernel) => KERNEL_NAMES[kernel]).join(' + '),
          count: reply.workers,
        })}
      >
        <Button className={cx(styles.fact, styles.end)}>
          {t('status.hashed', { time: format.duration(reply.elapsedMs) })}
          {seconds > 0 && ` · ${t('status.rate', { rate: format.compact(change.total / seconds) })}`}
        </Button>
      </WithTooltip>
      <Verdict />
      <PrivacyNote stand={t('status.private')} />
    </footer>
  );
}

const selectVerification = (state: AppState): Verification => state.verification;
const selectHasPostgres = (state: AppState): boolean => state.hasPostgres;
const selectDocument = (state: AppState): AppState['document'] => state.document;

function Verdict(): ReactElement {
  const { t, format } = useT();
  const { status, report, document } = useApp(selectVerification);
  const outdated = !isSameWork(document, useApp(selectDocument));
  const hasPostgres = useApp(selectHasPostgres);
  if (!hasPostgres) return <span>{t('status.absent')}</span>;
  if (status === 'running') return <span>{t('status.verifying')}</span>;
  // `cancelled` and `error`: the server has not answered, so it has not differed either.
  if (report === null || report.verdict === 'cancelled' || report.verdict === 'error')
    return <span>{t('status.notVerified')}</span>;
  if (outdated) return <span>{t('status.outdated')}</span>;
  const passed = report.verdict === 'pass';
  const params = {
    version: report.version,
    compared: format.integer(report.partitionsCompared),
    keys: format.integer(report.keysCompared),
  };
  return (
    <span className={passed ? styles.pass : styles.fail}>
      <span aria-hidden="true">{passed ? '●' : '▲'}</span> {t(passed ? 'status.agrees' : 'status.differs', params)}
    </span>
  );
}
