import { type ReactElement, useId } from 'react';
import { getKeyType } from '../../hash/getKeyType.ts';
import type { PgError } from '../../hash/pgError.ts';
import type { ServerSpec } from '../../hash/server.ts';
import { useT } from '../../i18n/useT.ts';
import type { KeyColumnSpec } from '../../keys/keySpec.ts';
import { setUi } from '../../store/createAppStore.ts';
import { probeId } from '../../store/probe.ts';
import { useAppContext } from '../../store/useApp.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import styles from './InspectPanel.module.css';
import { VersionNote } from './VersionNote.tsx';

interface ProbeFieldProps {
  readonly column: KeyColumnSpec;
  readonly text: string | null;
  readonly error: PgError | null;
  readonly server: ServerSpec;
}

/** A key column's value; followed with every keystroke, so a half-typed value shows PostgreSQL's complaint about it. */
export function ProbeField({ column, text, error, server }: ProbeFieldProps): ReactElement {
  const { t } = useT();
  const { store } = useAppContext();
  const id = useId();
  const keyType = getKeyType(column.type, column.operatorClass);
  const type = (value: string | null): void => {
    setUi(store, { probe: { ...store.getState().ui.probe, [probeId(column)]: value } });
  };
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{t('inspect.key', { name: column.name, type: keyType.sqlName })}</label>
      <div className={styles.entry}>
        <input
          id={id}
          className={styles.input}
          value={text ?? ''}
          disabled={text === null}
          spellCheck={false}
          autoComplete="off"
          aria-invalid={error !== null}
          aria-describedby={error === null ? undefined : `${id}-error`}
          onChange={(event) => type(event.target.value)}
        />
        <Checkbox label={t('inspect.null')} isChecked={text === null} onChange={(isNull) => type(isNull ? null : '')} />
      </div>
      {error !== null && (
        <p id={`${id}-error`} className={styles.error}>
          ERROR: {error.message}
          {error.detail !== undefined && ` DETAIL: ${error.detail}`}
          {error.hint !== undefined && ` HINT: ${error.hint}`}
        </p>
      )}
      {text !== null && <VersionNote type={keyType} text={text} server={server} />}
    </div>
  );
}
