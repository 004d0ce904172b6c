import type { ReactElement } from 'react';
import { Label } from 'react-aria-components/Label';
import { ProgressBar as AriaProgressBar } from 'react-aria-components/ProgressBar';
import { cx } from './cx.ts';
import { IconButton } from './IconButton.tsx';
import styles from './ProgressBar.module.css';

export interface ProgressBarProps {
  readonly label: string;
  /** Share that is done, 0..1; null while it is unknown. */
  readonly share: number | null;
  /** What is done, with its denominator: "40 000 of 100 000 rows". */
  readonly text: string;
  readonly onCancel?: () => void;
  readonly cancelLabel?: string;
}

/** Work under way, how far it is, and how to stop it. */
export function ProgressBar({ label, share, text, onCancel, cancelLabel }: ProgressBarProps): ReactElement {
  return (
    <div className={styles.row}>
      <AriaProgressBar
        className={cx(styles.progress)}
        value={(share ?? 0) * 100}
        isIndeterminate={share === null}
        valueLabel={text}
      >
        <div className={styles.words}>
          <Label>{label}</Label>
          <span className={styles.value}>{text}</span>
        </div>
        <div className={styles.track}>
          <div
            className={cx(styles.fill, share === null && styles.unknown)}
            style={{ width: share === null ? '30%' : `${share * 100}%` }}
          />
        </div>
      </AriaProgressBar>
      {onCancel !== undefined && cancelLabel !== undefined && (
        <IconButton label={cancelLabel} icon="close" onPress={onCancel} />
      )}
    </div>
  );
}
