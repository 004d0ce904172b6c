import type { ReactElement } from 'react';
import { modulo64 } from '../../hash/modulo.ts';
import type { Words } from '../../hash/trace.ts';
import { useT } from '../../i18n/useT.ts';
import { catalogQuery } from '../../sql/catalogQuery.ts';
import { columnType } from '../../sql/columnType.ts';
import { quoteLiteral, regclassLiteral } from '../../sql/quote.ts';
import { selectCounted } from '../../store/selectors.ts';
import { useApp } from '../../store/useApp.ts';
import { CopyButton } from '../../ui/CopyButton.tsx';
import styles from './InspectPanel.module.css';

interface ServerQueryProps {
  readonly texts: readonly (string | null)[];
  readonly rowHash: Words;
}

/** Queries for the reader's own server: whether it agrees about this key (it answers true), and what its catalog says. */
export function ServerQuery({ texts, rowHash }: ServerQueryProps): ReactElement | null {
  const { t } = useT();
  const counted = useApp(selectCounted);
  if (counted === null) return null;
  const { table, from } = counted.derived;
  const modulus = from.at(-1)?.modulus ?? 1;
  const remainder = modulo64(rowHash.hi, rowHash.lo, modulus);
  const values = table.keyColumns.map(({ sqlType }, index) => {
    const text = texts[index] ?? null;
    return `${text === null ? 'NULL' : quoteLiteral(text)}::${columnType(sqlType)}`;
  });
  const parent = regclassLiteral(table.schema, table.name);
  const asks = `SELECT satisfies_hash_partition(${parent}, ${modulus}, ${remainder}, ${values.join(', ')});`;
  return (
    <>
      <Query title={t('inspect.sql')} sql={asks} copyLabel={t('sql.copy')} />
      <Query title={t('inspect.catalog')} sql={catalogQuery(table)} copyLabel={t('inspect.copyCatalog')} />
    </>
  );
}

interface QueryProps {
  readonly title: string;
  readonly sql: string;
  readonly copyLabel: string;
}

function Query({ title, sql, copyLabel }: QueryProps): ReactElement {
  const { t } = useT();
  return (
    <section className={styles.chain}>
      <h2>{title}</h2>
      <pre className={styles.query}>{sql}</pre>
      <CopyButton text={sql} label={copyLabel} copiedText={t('notice.copied')} failedText={t('notice.copyRefused')} />
    </section>
  );
}
