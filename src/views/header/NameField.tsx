import { type ReactElement, useState } from 'react';
import { MAX_NAME_LENGTH } from '../../store/scenario.ts';
import styles from './Header.module.css';

interface NameFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onCommit: (name: string) => void;
}

/** The document's name, written where a title bar has it. Enter keeps a change, Escape or an empty name drops it. */
export function NameField({ label, value, onCommit }: NameFieldProps): ReactElement {
  const [draft, setDraft] = useState<string | null>(null);
  const finish = (keep: boolean): void => {
    const name = draft?.trim() ?? '';
    setDraft(null);
    if (keep && name !== '' && name !== value) onCommit(name);
  };
  return (
    <input
      className={styles.name}
      aria-label={label}
      maxLength={MAX_NAME_LENGTH}
      value={draft ?? value}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={() => finish(true)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur();
        if (event.key === 'Escape') finish(false);
      }}
    />
  );
}
