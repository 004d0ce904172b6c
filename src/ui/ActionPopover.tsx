import { type ReactElement, type ReactNode, useRef } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Heading } from 'react-aria-components/Heading';
import { Dialog, Popover } from 'react-aria-components/Popover';
import { Toolbar } from 'react-aria-components/Toolbar';
import styles from './ActionPopover.module.css';
import { cx } from './cx.ts';

export interface PopoverAction {
  readonly id: string;
  readonly label: string;
  /** What it costs or does, beside the label: "6 195 + 6 253 rows". */
  readonly hint?: string | undefined;
  readonly disabledReason?: string | null | undefined;
  readonly onAction: () => void;
}

/** Where to point, in CSS pixels of the viewport. */
export interface AnchorRect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface ActionPopoverProps {
  /** null closes it. */
  readonly anchor: AnchorRect | null;
  readonly heading: string;
  readonly description?: ReactNode;
  readonly actions: readonly PopoverAction[];
  readonly onClose: () => void;
}

/** What one can do with a mark of a drawing. Up and down walk the actions, Escape closes and gives the focus back. */
export function ActionPopover({ anchor, heading, description, actions, onClose }: ActionPopoverProps): ReactElement {
  const anchorRef = useRef<HTMLDivElement>(null);
  const place = anchor && { left: anchor.x, top: anchor.y, width: anchor.width, height: anchor.height };
  return (
    <>
      <div ref={anchorRef} className={styles.anchor} style={place ?? undefined} />
      <Popover
        className={cx(styles.popover)}
        triggerRef={anchorRef}
        isOpen={anchor !== null}
        onOpenChange={(isOpen) => {
          if (!isOpen) onClose();
        }}
        offset={6}
      >
        <Dialog className={cx(styles.dialog)}>
          <Heading slot="title" level={3} className={cx(styles.heading)}>
            {heading}
          </Heading>
          {description !== undefined && <div className={styles.description}>{description}</div>}
          <Toolbar orientation="vertical" aria-label={heading} className={cx(styles.actions)}>
            {actions.map((action, index) => (
              <ActionRow key={action.id} action={action} isFirst={index === 0} onClose={onClose} />
            ))}
          </Toolbar>
        </Dialog>
      </Popover>
    </>
  );
}

interface ActionRowProps {
  readonly action: PopoverAction;
  readonly isFirst: boolean;
  readonly onClose: () => void;
}

function ActionRow({ action, isFirst, onClose }: ActionRowProps): ReactElement {
  const reason = action.disabledReason ?? null;
  return (
    <AriaButton
      className={cx(styles.action)}
      autoFocus={isFirst}
      {...(reason !== null && { 'aria-disabled': true })}
      onPress={() => {
        if (reason !== null) return;
        onClose();
        action.onAction();
      }}
    >
      {/* The blanks part the words in the button's name; the grid ignores them. */}
      <span>{action.label}</span> {action.hint !== undefined && <span className={styles.hint}>{action.hint}</span>}{' '}
      {reason !== null && <span className={styles.reason}>{reason}</span>}
    </AriaButton>
  );
}
