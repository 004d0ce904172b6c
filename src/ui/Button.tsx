import type { ReactElement } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import styles from './Button.module.css';
import { cx } from './cx.ts';
import { IconGlyph, type IconName } from './icons.tsx';
import { WithTooltip } from './WithTooltip.tsx';

export interface ButtonProps {
  readonly label: string;
  readonly onPress: () => void;
  readonly variant?: 'primary' | 'plain' | 'quiet' | 'danger';
  readonly icon?: IconName;
  /** Why it can't be pressed. The button stays focusable and the reason is its description. */
  readonly disabledReason?: string | null | undefined;
}

/** A button with words on it. */
export function Button({ label, onPress, variant = 'plain', icon, disabledReason = null }: ButtonProps): ReactElement {
  const isDisabled = disabledReason !== null;
  return (
    <WithTooltip text={disabledReason}>
      <AriaButton
        className={cx(styles.button, styles[variant])}
        {...(isDisabled && { 'aria-disabled': true })}
        onPress={() => {
          if (!isDisabled) onPress();
        }}
      >
        {icon !== undefined && <IconGlyph name={icon} />}
        {label}
      </AriaButton>
    </WithTooltip>
  );
}
