import type { ReactElement } from 'react';
import { SwitchButton, SwitchField } from 'react-aria-components/Switch';
import { cx } from './cx.ts';
import styles from './Switch.module.css';

export interface SwitchProps {
  readonly label: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

/** A setting that takes effect at once. */
export function Switch({ label, isOn, onChange }: SwitchProps): ReactElement {
  return (
    <SwitchField isSelected={isOn} onChange={onChange}>
      <SwitchButton className={cx(styles.button)}>
        <span>{label}</span>
        <span className={styles.track}>
          <span className={styles.thumb} />
        </span>
      </SwitchButton>
    </SwitchField>
  );
}
