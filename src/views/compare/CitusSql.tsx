import { type ReactElement, useMemo } from 'react';
import type { PgError } from '../../hash/pgError.ts';
import { useT } from '../../i18n/useT.ts';
import type { Result } from '../../lib/result.ts';
import type { CitusPlan } from '../../store/citusPlan.ts';
import { citusQuestion, citusScript, firstNoHost } from '../../store/citusSql.ts';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import styles from './CitusDetail.module.css';
import { errorText } from './serverText.ts';

/** Lines of a script that are drawn; a large plan has tens of thousands. */
const MOST_LINES = 200;

/** The change as statements for the coordinator, and what asks a cluster for its own plan. */
export function CitusSql({ plan }: { readonly plan: CitusPlan }): ReactElement {
  const { t } = useT();
  const script = useMemo(() => citusScript(plan), [plan]);
  const question = useMemo(() => citusQuestion(plan), [plan]);
  const stranger = firstNoHost(plan);
  const first = plan.change.before.tables[0]!.shardIds[0]!;
  return (
    <div className={styles.section}>
      <h2>{t('citus.sql')}</h2>
      <p className={styles.muted}>
        {t('citus.hosts')} {stranger !== null && <strong>{t('citus.noHost', { name: stranger })}</strong>}{' '}
        {t('citus.ids', { first: `${first}` })}
      </p>
      {script.ok && script.value === '' ? (
        <p>{t('citus.nothing')}</p>
      ) : (
        <SqlBlock sql={script} label={t('citus.sql')} copyLabel={t('citus.copySql')} />
      )}
      <h2>{t('citus.question')}</h2>
      <SqlBlock sql={question} label={t('citus.question')} copyLabel={t('citus.copyQuestion')} />
    </div>
  );
}

interface SqlBlockProps {
  readonly sql: Result<string, PgError>;
  readonly label: string;
  readonly copyLabel: string;
}

/** Statements to read and copy; instead of them PostgreSQL's refusal where they can't be written. */
export function SqlBlock({ sql, label, copyLabel }: SqlBlockProps): ReactElement {
  const { t, format } = useT();
  if (!sql.ok) return <ErrorNote text={t('citus.noSql')} quote={errorText(sql.error)} />;
  const lines = sql.value.split('\n');
  const rest = lines.length - MOST_LINES;
  return (
    <>
      <section
        className={styles.sql}
        aria-label={label}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable to be scrolled by keyboard.
        tabIndex={0}
      >
        <pre>{rest > 0 ? lines.slice(0, MOST_LINES).join('\n') : sql.value}</pre>
      </section>
      <div className={styles.row}>
        <CopyButton
          text={sql.value}
          label={copyLabel}
          copiedText={t('notice.copied')}
          failedText={t('notice.copyRefused')}
        />
        {rest > 0 && <span className={styles.muted}>{t('citus.moreLines', { lines: format.integer(rest) })}</span>}
      </div>
    </>
  );
}
