import type { ReactElement, ReactNode } from 'react';
import { Tooltip, TooltipTrigger } from 'react-aria-components/Tooltip';
import { cx } from './cx.ts';
import styles from './WithTooltip.module.css';

/** text: shown on hover and on keyboard focus, and is then the child's description. children: one focusable RAC control. */
export interface WithTooltipProps {
  readonly text: string | null;
  readonly placement?: 'top' | 'bottom' | 'left' | 'right';
  readonly children: ReactNode;
}

/** A control with an explanation; Escape hides it, pressing the control does not. */
export function WithTooltip({ text, placement = 'top', children }: WithTooltipProps): ReactElement {
  return (
    <TooltipTrigger delay={500} closeDelay={80} shouldCloseOnPress={false} isDisabled={text === null}>
      {children}
      <Tooltip className={cx(styles.tooltip)} placement={placement} offset={6}>
        {text}
      </Tooltip>
    </TooltipTrigger>
  );
}
