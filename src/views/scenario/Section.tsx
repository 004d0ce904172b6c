import { type ReactElement, type ReactNode, useId } from 'react';
import styles from './ScenarioPanel.module.css';

interface SectionProps {
  readonly title: string;
  /** Small text at the end of the heading. */
  readonly note?: string;
  readonly children: ReactNode;
}

/** A group of fields under a small heading. */
export function Section({ title, note, children }: SectionProps): ReactElement {
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 className={styles.heading} id={id}>
        <span>{title}</span>
        {note !== undefined && (
          <span className={styles.note} title={note}>
            {note}
          </span>
        )}
      </h2>
      {children}
    </section>
  );
}
