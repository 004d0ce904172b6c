import { type ReactElement, type ReactNode, useId } from 'react';
import { cx } from './cx.ts';
import styles from './field.module.css';

export interface FieldProps {
  readonly label: string;
  readonly error?: string | null;
  /** One or more controls that have names of their own, or plain text. */
  readonly children: ReactNode;
}

/** A row of the scenario panel for controls that are no field of their own: the label names the group. */
export function Field({ label, error = null, children }: FieldProps): ReactElement {
  const id = useId();
  const describedBy = error === null ? undefined : `${id}-error`;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend can't sit in a grid column.
    <div role="group" aria-labelledby={`${id}-label`} aria-describedby={describedBy} className={cx(styles.field)}>
      <span id={`${id}-label`} className={styles.label}>
        {label}
      </span>
      <div className={styles.control}>{children}</div>
      {error !== null && (
        <span id={describedBy} className={styles.error}>
          {error}
        </span>
      )}
    </div>
  );
}
