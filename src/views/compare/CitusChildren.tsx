import type { ReactElement } from 'react';
import type { PgError } from '../../hash/pgError.ts';
import { useT } from '../../i18n/useT.ts';
import { ok, type Result } from '../../lib/result.ts';
import { countInRanges } from '../../store/citusHashes.ts';
import type { SplitAnswer } from '../../store/citusShards.ts';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import styles from './CitusDetail.module.css';
import { SqlBlock } from './CitusSql.tsx';
import { errorText } from './serverText.ts';

interface CitusChildrenProps {
  readonly answer: Result<SplitAnswer, PgError>;
  readonly hashes: Int32Array | null;
  readonly label: string;
  readonly copyLabel: string;
}

/** The parts of a shard and the statement that makes them, or why there are none. */
export function CitusChildren({ answer, hashes, label, copyLabel }: CitusChildrenProps): ReactElement {
  const { t, format } = useT();
  if (!answer.ok) return <ErrorNote text={t('citus.refused')} quote={errorText(answer.error)} />;
  const { children, statement } = answer.value;
  const rows = hashes === null ? null : countInRanges(hashes, children);
  return (
    <>
      <table className={styles.children} aria-live="polite">
        <caption className="visually-hidden">{t('citus.children', { what: label })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('citus.shard')}</th>
            <th scope="col">{t('citus.range')}</th>
            <th scope="col">{t('citus.node')}</th>
            {rows !== null && <th scope="col">{t('citus.rows')}</th>}
          </tr>
        </thead>
        <tbody>
          {children.map(({ shardId, min, max, node }, index) => (
            <tr key={shardId}>
              <th scope="row">{shardId}</th>
              <td>
                {min} … {max}
              </td>
              <td>{node}</td>
              {rows !== null && <td>{format.integer(rows[index]!)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
      <SqlBlock sql={ok(statement)} label={t('citus.statement', { what: label })} copyLabel={copyLabel} />
    </>
  );
}
