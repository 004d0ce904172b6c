import type { ReactElement } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { cx } from './cx.ts';
import styles from './IconButton.module.css';
import { IconGlyph, type IconName } from './icons.tsx';
import { WithTooltip } from './WithTooltip.tsx';

export interface IconButtonProps {
  readonly label: string;
  readonly icon: IconName;
  readonly onPress: () => void;
  /** Shown after the label in the tooltip, as "Space" or "Ctrl+Z". */
  readonly shortcut?: string;
  readonly disabledReason?: string | null | undefined;
  /** For a button that is on or off, as a filter. */
  readonly isPressed?: boolean;
}

/** A button with only a drawing on it; its name is also its tooltip, and so is the reason why it is disabled. */
export function IconButton(props: IconButtonProps): ReactElement {
  const { label, icon, onPress, shortcut, disabledReason = null, isPressed } = props;
  const isDisabled = disabledReason !== null;
  const hint = shortcut === undefined ? label : `${label} (${shortcut})`;
  return (
    <WithTooltip text={isDisabled ? `${hint}: ${disabledReason}` : hint} placement="bottom">
      <AriaButton
        className={cx(styles.button)}
        aria-label={label}
        {...(isDisabled && { 'aria-disabled': true })}
        {...(isPressed !== undefined && { 'aria-pressed': isPressed })}
        onPress={() => {
          if (!isDisabled) onPress();
        }}
      >
        <IconGlyph name={icon} />
      </AriaButton>
    </WithTooltip>
  );
}
