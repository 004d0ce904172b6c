import type { ReactElement } from 'react';
import type { NodeRows } from '../../scene/nodeLedger.ts';
import { ExactnessMark } from '../../ui/ExactnessMark.tsx';
import styles from './RingView.module.css';
import type { RingLegendTexts } from './ringLabels.ts';

/** Rows of a heap's dot, and of a key's; null when no key is drawn. rows: what there is to be explained. */
export interface RingLegendProps {
  readonly texts: RingLegendTexts;
  readonly rowsPerDot: number;
  readonly rowsPerKey: number | null;
  readonly rows: NodeRows;
}

function some(values: Float64Array): boolean {
  return values.some((value) => value > 0);
}

/** Dots of both pictures stand for so nearly the same that one figure tells both. */
function isSame(rowsPerDot: number, rowsPerKey: number | null): boolean {
  return rowsPerKey !== null && Math.abs(rowsPerKey / rowsPerDot - 1) < 0.01;
}

/** What dots and shades mean. */
export function RingLegend({ texts, rowsPerDot, rowsPerKey, rows }: RingLegendProps): ReactElement {
  const same = isSame(rowsPerDot, rowsPerKey);
  return (
    <figcaption className={styles.legend}>
      <span>
        <i className={styles.dot} data-swatch="" />
        {same ? texts.dot(rowsPerDot) : texts.heapDot(rowsPerDot)} {same ? <ExactnessMark {...texts.mark} /> : null}
      </span>
      {same || rowsPerKey === null ? null : (
        <span>
          <i className={styles.dot} data-swatch="" />
          {texts.keyDot(rowsPerKey)} <ExactnessMark {...texts.mark} />
        </span>
      )}
      {some(rows.leaving) ? (
        <span>
          <i className={styles.leaving} data-swatch="" />
          {texts.leaving}
        </span>
      ) : null}
      {some(rows.arrived) ? (
        <span>
          <i className={styles.arrived} data-swatch="" />
          {texts.arrived}
        </span>
      ) : null}
      {some(rows.old) ? (
        <span>
          <i className={styles.copies} data-swatch="" />
          {texts.copies}
        </span>
      ) : null}
      <span className={styles.old}>{texts.old}</span>
    </figcaption>
  );
}
