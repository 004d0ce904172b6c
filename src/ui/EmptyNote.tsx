import type { ReactElement, ReactNode } from 'react';
import styles from './Note.module.css';

/** Says in one sentence why nothing is shown, and perhaps offers the button that changes that. */
export function EmptyNote({ text, action }: { readonly text: string; readonly action?: ReactNode }): ReactElement {
  return (
    <div className={styles.empty}>
      <p>{text}</p>
      {action}
    </div>
  );
}
