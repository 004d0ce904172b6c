import type { ReactElement } from 'react';
import { ExactnessMark } from '../../ui/ExactnessMark.tsx';
import styles from './StripStage.module.css';
import type { StripLabels } from './stripLabels.ts';

/** rowsPerDot: all rows over the dots drawn; null when none is. */
export interface StripLegendProps {
  readonly labels: StripLabels;
  readonly rowsPerDot: number | null;
  readonly moves: boolean;
}

/** What dots, colours and order mean. */
export function StripLegend({ labels, rowsPerDot, moves }: StripLegendProps): ReactElement {
  return (
    <figcaption className={styles.legend}>
      {rowsPerDot === null ? null : (
        <span>
          <i className={styles.dot} data-swatch="" />
          {labels.legendDot(rowsPerDot)} <ExactnessMark {...labels.legendMark} />
        </span>
      )}
      {moves ? (
        <span>
          <i className={styles.moves} data-swatch="" />
          {labels.legendMoves}
        </span>
      ) : null}
      <span>
        <i className={styles.stays} data-swatch="" />
        {labels.legendStays}
      </span>
      <span className={styles.order}>{labels.legendOrder}</span>
    </figcaption>
  );
}
