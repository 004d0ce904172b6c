import { type CSSProperties, memo, type ReactElement } from 'react';
import { useT } from '../../i18n/useT.ts';
import { nodeHue } from '../../scene/nodeHue.ts';
import { type CompareRow, countEmpty } from '../../store/compareRows.ts';
import { schemeName } from '../../store/schemeName.ts';
import styles from './CompareView.module.css';

/** A small strip a scheme: nodes before and after, as wide as their rows; what came from elsewhere is in the accent. */
export const SmallStrips = memo(function SmallStrips({ rows }: { readonly rows: readonly CompareRow[] }): ReactElement {
  const { t, format } = useT();
  return (
    <ul className={styles.strips} aria-label={t('compare.strips')}>
      {rows
        .filter(({ moved }) => moved !== null)
        .map((row) => (
          <li key={row.id} className={styles.strip}>
            <p className={styles.name}>
              <strong>{schemeName(row.id, t)}</strong> <span>{format.percent(row.moved!, row.rows)}</span>
            </p>
            <Bar rows={row.before} total={row.rows} />
            <Bar rows={row.after} total={row.rows} arrived={row.arrived} />
            <Empty row={row} />
          </li>
        ))}
    </ul>
  );
});

/** What has no width in the bars. */
function Empty({ row }: { readonly row: CompareRow }): ReactElement | null {
  const { t, format } = useT();
  const empty = countEmpty(row);
  if (empty === 0) return null;
  const nodes = row.after.filter((rows) => rows !== null).length;
  return (
    <p className={styles.note}>{t('compare.empty', { empty: format.integer(empty), nodes: format.integer(nodes) })}</p>
  );
}

interface BarProps {
  readonly rows: readonly (number | null)[];
  readonly total: number;
  readonly arrived?: readonly number[];
}

/** The figures are in the table; here is their shape only. */
function Bar({ rows, total, arrived }: BarProps): ReactElement {
  return (
    <div className={styles.nodes} aria-hidden="true">
      {rows.map((count, node) =>
        count === null || count === 0 ? null : (
          <span
            key={node}
            className={styles.node}
            data-swatch=""
            style={{ flexGrow: count / Math.max(1, total), '--hue': `var(--hue-${nodeHue(node)})` } as CSSProperties}
          >
            {arrived !== undefined && <span style={{ inlineSize: `${(100 * (arrived[node] ?? 0)) / count}%` }} />}
          </span>
        ),
      )}
    </div>
  );
}
