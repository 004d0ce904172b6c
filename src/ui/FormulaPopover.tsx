import type { ReactElement, ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Heading } from 'react-aria-components/Heading';
import { Dialog, DialogTrigger, Popover } from 'react-aria-components/Popover';
import { cx } from './cx.ts';
import styles from './FormulaPopover.module.css';

export interface FormulaPopoverProps {
  /** The figure as shown; it becomes the button. */
  readonly figure: ReactNode;
  /** Read after the figure, as "show formula". */
  readonly hint: string;
  readonly heading: string;
  /** The formula, its inputs and how it was checked. */
  readonly children: ReactNode;
}

/** A figure that can be asked where it comes from. */
export function FormulaPopover({ figure, hint, heading, children }: FormulaPopoverProps): ReactElement {
  return (
    <DialogTrigger>
      <AriaButton className={cx(styles.figure)}>
        {figure} <span className="visually-hidden">{hint}</span>
      </AriaButton>
      <Popover className={cx(styles.popover)} placement="bottom start" offset={4}>
        <Dialog className={cx(styles.dialog)}>
          <Heading slot="title" level={3} className="section-heading">
            {heading}
          </Heading>
          <div className={styles.body}>{children}</div>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
