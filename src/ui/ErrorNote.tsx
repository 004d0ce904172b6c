import type { ReactElement, ReactNode } from 'react';
import { cx } from './cx.ts';
import { IconGlyph } from './icons.tsx';
import styles from './Note.module.css';

export interface ErrorNoteProps {
  /** What was refused, with the value and the limit in the sentence. */
  readonly text: string;
  /** Exact words of a server, shown in a fixed-width font: message, DETAIL, SQLSTATE. */
  readonly quote?: string;
  readonly tone?: 'error' | 'warning';
  readonly action?: ReactNode;
}

/** A refusal at the place where it happened; read out at once. */
export function ErrorNote({ text, quote, tone = 'error', action }: ErrorNoteProps): ReactElement {
  return (
    <div className={cx(styles.note, styles[tone])} role="alert">
      <span className={styles.icon}>
        <IconGlyph name="warning" />
      </span>
      <div className={styles.words}>
        <p>{text}</p>
        {quote !== undefined && <p className={styles.quote}>{quote}</p>}
        {action}
      </div>
    </div>
  );
}
