import type { CSSProperties, ReactElement } from 'react';
import { Meter as AriaMeter, Label } from 'react-aria-components/Meter';
import { cx } from './cx.ts';
import styles from './Meter.module.css';

/** Number of a node's hue, 1..8. */
export type Hue = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

export interface MeterProps {
  readonly label: string;
  readonly value: number;
  /** The value at which the bar is full; above 0. */
  readonly max: number;
  /** The value as text at the end of the row. */
  readonly text: string;
  /** Colours the bar and puts a swatch before the label; without it the bar is grey and there is no swatch. */
  readonly hue?: Hue;
}

/** A row with a label, a bar and a figure: how full a node is. */
export function Meter({ label, value, max, text, hue }: MeterProps): ReactElement {
  const color = { '--meter-color': hue === undefined ? 'var(--stays)' : `var(--hue-${hue})` } as CSSProperties;
  const share = Math.min(100, Math.max(0, (value / max) * 100));
  return (
    <AriaMeter className={cx(styles.meter)} value={value} maxValue={max} valueLabel={text} style={color}>
      {hue !== undefined && <span className={styles.swatch} data-swatch="" />}
      <Label className={cx(styles.label)} title={label}>
        {label}
      </Label>
      <span className={styles.track}>
        <span className={styles.fill} data-swatch="" style={{ width: `${share}%` }} />
      </span>
      <span className={styles.value}>{text}</span>
    </AriaMeter>
  );
}
