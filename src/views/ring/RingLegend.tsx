import type { ReactElement } from 'react';
import type { NodeRows } from '../../scene/nodeLedger.ts';
import { ExactnessMark } from '../../ui/ExactnessMark.tsx';
import styles from './RingView.module.css';
import type { RingLegendTexts } from './ringLabels.ts';

/**
 * Rows of a heap's dot, and of a key's; null when no key is drawn. rows: what there is to be explained. moves, copies:
 * whether rows leave and arrive at any time, and leave copies.
 */
export interface RingLegendProps {
  readonly texts: RingLegendTexts;
  readonly rowsPerDot: number;
  readonly rowsPerKey: number | null;
  readonly rows: NodeRows;
  readonly moves: boolean;
  readonly copies: boolean;
}

type Shade = 'leaving' | 'arrived' | 'copies';

function some(values: Float64Array): boolean {
  return values.some((value) => value > 0);
}

/** Dots of both pictures stand for so nearly the same that one figure tells both. */
function isSame(rowsPerDot: number, rowsPerKey: number | null): boolean {
  return rowsPerKey !== null && Math.abs(rowsPerKey / rowsPerDot - 1) < 0.01;
}

/** What dots and shades mean. */
export function RingLegend({ texts, rowsPerDot, rowsPerKey, rows, moves, copies }: RingLegendProps): ReactElement {
  const same = isSame(rowsPerDot, rowsPerKey);
  const shades: readonly (readonly [Shade, boolean, boolean])[] = [
    ['leaving', some(rows.leaving), moves],
    ['arrived', some(rows.arrived), moves],
    ['copies', some(rows.old), copies],
  ];
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
      {shades.map(([shade, isShown]) =>
        isShown ? (
          <span key={shade}>
            <i className={styles[shade]} data-swatch="" />
            {texts[shade]}
          </span>
        ) : null,
      )}
      <span className={styles.old}>{texts.old}</span>
      {shades.map(([shade, isShown, comes]) =>
        // Room for what comes and goes while rows move: another line would resize the picture, and draw all keys anew.
        comes && !isShown ? (
          <span key={shade} className={styles.room} data-text={texts[shade]} aria-hidden="true">
            <i />
          </span>
        ) : null,
      )}
    </figcaption>
  );
}
