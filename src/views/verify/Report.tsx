import type { ReactElement } from 'react';
import type { Format } from '../../i18n/format.ts';
import type { Translate } from '../../i18n/i18n.ts';
import { useT } from '../../i18n/useT.ts';
import type { VerifyDifference, VerifyReport } from '../../postgres/protocol.ts';
import styles from './VerifyPanel.module.css';

/** PASS or FAIL, what was compared, and the first difference. */
export function Report({ report }: { readonly report: VerifyReport }): ReactElement {
  const { t, format } = useT();
  const { verdict, difference, error } = report;
  return (
    <section aria-label={t('verify.result')} className={styles.report}>
      <p role="status" className={verdict === 'pass' ? styles.pass : styles.fail}>
        <strong>{t(`verify.verdict.${verdict}`)}</strong>
      </p>
      <p>{t(`verify.sentence.${verdict}`, { version: report.version })}</p>
      {error !== undefined && (
        <p className={styles.error}>
          {t('verify.errorAt', { step: stepName(error.step, t), code: error.code })}
          <code>{`${error.message}${error.detail === undefined ? '' : `\n${error.detail}`}`}</code>
        </p>
      )}
      {difference !== undefined && <p className={styles.error}>{differenceText(difference, t, format)}</p>}
      <dl className={styles.facts}>
        <Fact name={t('verify.fact.rows')} value={format.integer(report.rowsInserted)} />
        <Fact name={t('verify.fact.partitions')} value={format.integer(report.partitionsCompared)} />
        <Fact name={t('verify.fact.keys')} value={format.integer(report.keysCompared)} />
        <Fact name={t('verify.fact.version')} value={report.version} />
      </dl>
      {report.sampled && (
        <p className={styles.note}>{t('verify.sampled', { rows: format.integer(report.rowsInserted) })}</p>
      )}
      {report.rowsWithoutPartition > 0 && (
        <p className={styles.note}>{t('verify.homeless', { rows: format.integer(report.rowsWithoutPartition) })}</p>
      )}
      <ol className={styles.times}>
        {report.elapsedMs.map(({ step, ms }) => (
          <li key={step}>
            <span>{stepName(step, t)}</span>
            <span>{format.duration(ms)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string }): ReactElement {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function stepName(step: number, t: Translate): string {
  return step < 0 ? t('verify.setup') : t('verify.step', { n: step + 1 });
}

function differenceText(difference: VerifyDifference, t: Translate, format: Format): string {
  const step = stepName(difference.step, t);
  const none = t('verify.none');
  if (difference.kind === 'rows') {
    const rows = (count: number | null): string => (count === null ? none : format.integer(count));
    return t('verify.difference.rows', {
      step,
      partition: difference.partition,
      expected: rows(difference.expected),
      actual: rows(difference.actual),
    });
  }
  const where = difference.kind === 'key' ? difference.key : difference.partition;
  return t(`verify.difference.${difference.kind}`, {
    step,
    where,
    expected: difference.expected ?? none,
    actual: difference.actual ?? none,
  });
}
