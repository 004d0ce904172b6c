import type { ReactElement } from 'react';
import { TextField as AriaTextField, FieldError, Input, Label } from 'react-aria-components/TextField';
import { cx } from './cx.ts';
import styles from './field.module.css';
import { useDraft } from './useDraft.ts';

export interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  /** Called on Enter and on leaving the field, with a text that `validate` lets pass. */
  readonly onCommit: (value: string) => void;
  /** Why a text is refused, or null. */
  readonly validate?: (value: string) => string | null;
  /** Called with every keystroke, for views that follow while one types. */
  readonly onInput?: (value: string) => void;
  readonly placeholder?: string;
  readonly isMono?: boolean;
  readonly layout?: 'row' | 'stack';
}

/** One line of text. A refused text stays for correction, with the reason below; the last good value stays in force. */
export function TextField(props: TextFieldProps): ReactElement {
  const { label, value, onCommit, validate, onInput, placeholder, isMono = false, layout = 'row' } = props;
  const draft = useDraft(value, (text) => {
    const error = validate?.(text) ?? null;
    if (error === null && text !== value) onCommit(text);
    return error;
  });
  return (
    <AriaTextField
      className={cx(styles.field, layout === 'stack' && styles.stack)}
      value={draft.text}
      isInvalid={draft.error !== null}
      onChange={(text) => {
        draft.setText(text);
        onInput?.(text);
      }}
    >
      <Label className={cx(styles.label)}>{label}</Label>
      <div className={styles.control}>
        <div className={styles.box}>
          <Input
            className={cx(styles.input, isMono && styles.mono)}
            {...(placeholder !== undefined && { placeholder })}
            onBlur={draft.commit}
            onKeyDown={draft.onKeyDown}
            spellCheck="false"
            autoComplete="off"
          />
        </div>
      </div>
      <FieldError className={cx(styles.error)}>{draft.error}</FieldError>
    </AriaTextField>
  );
}
