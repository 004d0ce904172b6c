import type { ReactElement, ReactNode } from 'react';
import { CheckboxButton, CheckboxField } from 'react-aria-components/Checkbox';
import styles from './Checkbox.module.css';
import { cx } from './cx.ts';
import { IconGlyph } from './icons.tsx';

export interface CheckboxProps {
  readonly label: string;
  readonly isChecked: boolean;
  readonly onChange: (isChecked: boolean) => void;
  /** A figure at the far end of the row, as in the list of schemes to compare with. */
  readonly end?: ReactNode;
}

/** A box to tick, with its label and perhaps a figure at the end of the row. */
export function Checkbox({ label, isChecked, onChange, end }: CheckboxProps): ReactElement {
  return (
    <CheckboxField className={cx(styles.field)} isSelected={isChecked} onChange={onChange}>
      <CheckboxButton className={cx(styles.button)}>
        <span className={styles.box}>
          <IconGlyph name="check" />
        </span>
        <span className={styles.label}>{label}</span>
      </CheckboxButton>
      {end !== undefined && <span className={styles.end}>{end}</span>}
    </CheckboxField>
  );
}
