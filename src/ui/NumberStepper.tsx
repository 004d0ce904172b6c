import type { ReactElement } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { cx } from './cx.ts';
import { IconGlyph } from './icons.tsx';
import styles from './NumberStepper.module.css';

export interface StepLabels {
  readonly increase: string;
  readonly decrease: string;
}

export interface NumberStepperProps {
  readonly labels: StepLabels;
  /** 1 or -1 step. */
  readonly onStep: (count: number) => void;
}

/** The two small buttons in a number field; out of the tab order because the arrow keys do the same. */
export function NumberStepper({ labels, onStep }: NumberStepperProps): ReactElement {
  return (
    <span className={styles.stepper}>
      <StepButton label={labels.decrease} icon="minus" onPress={() => onStep(-1)} />
      <StepButton label={labels.increase} icon="plus" onPress={() => onStep(1)} />
    </span>
  );
}

interface StepButtonProps {
  readonly label: string;
  readonly icon: 'plus' | 'minus';
  readonly onPress: () => void;
}

function StepButton({ label, icon, onPress }: StepButtonProps): ReactElement {
  return (
    <AriaButton
      className={cx(styles.button)}
      aria-label={label}
      excludeFromTabOrder
      preventFocusOnPress
      onPress={onPress}
    >
      <IconGlyph name={icon} />
    </AriaButton>
  );
}
