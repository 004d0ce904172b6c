import type { ReactElement } from 'react';
import { modulo64 } from '../../hash/modulo.ts';
import type { PgError } from '../../hash/pgError.ts';
import type { Words } from '../../hash/trace.ts';
import { useT } from '../../i18n/useT.ts';
import { selectCounted } from '../../store/selectors.ts';
import { useApp } from '../../store/useApp.ts';
import { distinctModuli } from '../../topology/boundOrder.ts';
import type { Layout } from '../../topology/layout.ts';
import { noPartitionError } from '../../topology/noPartition.ts';
import { buildRouter, routeHash } from '../../topology/routing.ts';
import styles from './InspectPanel.module.css';

interface PlacesProps {
  readonly rowHash: Words;
  /** The key's columns as typed; null is NULL. */
  readonly texts: readonly (string | null)[];
}

/** Where the key goes, now and in the target, and its remainder by each modulus that either has. */
export function Places({ rowHash, texts }: PlacesProps): ReactElement | null {
  const { t } = useT();
  const counted = useApp(selectCounted);
  if (counted === null) return null;
  const { from, to, table } = counted.derived;
  const refusal = noPartitionError(
    table.name,
    table.keyColumns.map(({ name }) => name),
    texts,
  );
  const moduli = distinctModuli([...from, ...to]);
  return (
    <section className={styles.places}>
      <dl>
        <Place label={t('inspect.now')} layout={from} rowHash={rowHash} refusal={refusal} />
        <Place label={t('inspect.target')} layout={to} rowHash={rowHash} refusal={refusal} />
      </dl>
      <h2>{t('inspect.remainders')}</h2>
      <ul>
        {moduli.map((modulus) => (
          <li key={modulus}>
            {t('inspect.remainder', { hash: 'h', modulus, remainder: modulo64(rowHash.hi, rowHash.lo, modulus) })}
          </li>
        ))}
      </ul>
    </section>
  );
}

interface PlaceProps {
  readonly label: string;
  readonly layout: Layout;
  readonly rowHash: Words;
  /** What PostgreSQL says when no partition takes the row. */
  readonly refusal: PgError;
}

function Place({ label, layout, rowHash, refusal }: PlaceProps): ReactElement {
  const partition = layout[routeHash(buildRouter(layout), rowHash.hi, rowHash.lo)];
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {partition === undefined ? (
          <span className={styles.error}>
            ERROR: {refusal.message} DETAIL: {refusal.detail}
          </span>
        ) : (
          <>
            <strong>{partition.name}</strong> ({partition.modulus}, {partition.remainder})
          </>
        )}
      </dd>
    </div>
  );
}
