import type { ReactElement } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { cx } from './cx.ts';
import styles from './ExactnessMark.module.css';
import { WithTooltip } from './WithTooltip.tsx';

/** How a figure came about: counted over all keys, over a sample, or estimated (time, bytes). */
export interface Exactness {
  readonly kind: 'exact' | 'sampled' | 'estimate';
  /** The word for the kind. */
  readonly label: string;
  /** A sentence that says what was counted or assumed. */
  readonly explanation: string;
}

const signs = { exact: '=', sampled: '~', estimate: '≈' } as const;

/** A small sign at a figure; its meaning is told on hover and on focus. */
export function ExactnessMark({ kind, label, explanation }: Exactness): ReactElement {
  return (
    <WithTooltip text={`${label}: ${explanation}`}>
      <AriaButton className={cx(styles.mark, styles[kind])} aria-label={label}>
        {signs[kind]}
      </AriaButton>
    </WithTooltip>
  );
}
