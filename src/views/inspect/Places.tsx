import type { ReactElement } from 'react';
import { modulo64 } from '../../hash/modulo.ts';
import type { Words } from '../../hash/trace.ts';
import { useT } from '../../i18n/useT.ts';
import { selectCounted } from '../../store/selectors.ts';
import { useApp } from '../../store/useApp.ts';
import { distinctModuli } from '../../topology/boundOrder.ts';
import type { Layout } from '../../topology/layout.ts';
import { buildRouter, routeHash } from '../../topology/routing.ts';
import styles from './InspectPanel.module.css';

/** Where the key goes, now and in the target, and its remainder by each modulus that either has. */
export function Places({ rowHash }: { readonly rowHash: Words }): ReactElement | null {
  const { t } = useT();
  const counted = useApp(selectCounted);
  if (counted === null) return null;
  const { from, to } = counted.derived;
  const moduli = distinctModuli([...from, ...to]);
  return (
    <section className={styles.places}>
      <dl>
        <Place label={t('inspect.now')} layout={from} rowHash={rowHash} />
        <Place label={t('inspect.target')} layout={to} rowHash={rowHash} />
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
}

function Place({ label, layout, rowHash }: PlaceProps): ReactElement {
  const { t } = useT();
  const partition = layout[routeHash(buildRouter(layout), rowHash.hi, rowHash.lo)];
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {partition === undefined ? (
          t('inspect.noPartition')
        ) : (
          <>
            <strong>{partition.name}</strong> ({partition.modulus}, {partition.remainder})
          </>
        )}
      </dd>
    </div>
  );
}
