import type { ReactElement } from 'react';
import { type Exactness, ExactnessMark } from './ExactnessMark.tsx';
import { FormulaPopover, type FormulaPopoverProps } from './FormulaPopover.tsx';
import styles from './Stat.module.css';

export interface StatProps {
  /** The figure, formatted. */
  readonly value: string;
  readonly unit?: string;
  /** What is counted. */
  readonly label: string;
  /** What it is a part of, as "of 100 000". */
  readonly denominator?: string;
  readonly exactness?: Exactness;
  readonly formula?: Omit<FormulaPopoverProps, 'figure'>;
}

/** One headline figure with its unit, its denominator, and how exact it is. */
export function Stat({ value, unit, label, denominator, exactness, formula }: StatProps): ReactElement {
  const figure = (
    <>
      {value}
      {unit !== undefined && ' '}
      {unit !== undefined && <span className={styles.unit}>{unit}</span>}
    </>
  );
  return (
    <div className={styles.stat}>
      <div className={styles.line}>
        <span className={styles.value}>
          {formula === undefined ? figure : <FormulaPopover {...formula} figure={figure} />}
        </span>
        {exactness !== undefined && <ExactnessMark {...exactness} />}
      </div>
      <div className={styles.label}>
        {label}
        {denominator !== undefined && ` ${denominator}`}
      </div>
    </div>
  );
}
