import type { ReactElement } from 'react';
import { useT } from '../../i18n/useT.ts';
import { MAX_KEY_COLUMNS } from '../../keys/keySpec.ts';
import { addColumn } from '../../store/edits/addColumn.ts';
import { removeColumn } from '../../store/edits/removeColumn.ts';
import { renameColumn } from '../../store/edits/renameColumn.ts';
import { renameTable } from '../../store/edits/renameTable.ts';
import { setPartitionNames } from '../../store/edits/setPartitionNames.ts';
import { setRowBytes } from '../../store/edits/setRowBytes.ts';
import type { Scenario } from '../../store/scenario.ts';
import type { AppState } from '../../store/state.ts';
import { useApp } from '../../store/useApp.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import styles from './ScenarioPanel.module.css';
import { Section } from './Section.tsx';
import { ServerFields } from './ServerFields.tsx';
import { TypeFields } from './TypeFields.tsx';
import { useEdit } from './useEdit.ts';

const selectTable = (state: AppState): Scenario['table'] => state.document.table;
const selectColumns = (state: AppState): Scenario['keys']['columns'] => state.document.keys.columns;

/** The table, its key columns and the names of its partitions. */
export function TableSection(): ReactElement {
  const { t, format } = useT();
  const table = useApp(selectTable);
  const columns = useApp(selectColumns);
  const name = useEdit(renameTable);
  const pattern = useEdit(setPartitionNames);
  const width = useEdit(setRowBytes);
  const add = useEdit(addColumn);
  return (
    <Section title={t('scenario.table')} note={table.name}>
      <TextField
        label={t('scenario.tableName')}
        value={table.name}
        validate={(next) => name.validate({ name: next })}
        onCommit={(next) => name.commit({ name: next })}
      />
      {columns.map((_, index) => (
        <KeyColumn key={index} index={index} />
      ))}
      {columns.length < MAX_KEY_COLUMNS && (
        <div className={styles.row}>
          <Button label={t('scenario.addColumn')} variant="quiet" onPress={() => add.commit({})} />
        </div>
      )}
      <TextField
        label={t('scenario.partitionNames')}
        value={table.partitionNames}
        isMono
        validate={(next) => pattern.validate({ pattern: next })}
        onCommit={(next) => pattern.commit({ pattern: next })}
      />
      <NumberField
        label={t('scenario.rowWidth')}
        value={table.rowBytes}
        unit={t('scenario.byteUnit')}
        format={format.integer}
        step={10}
        validate={(next) => width.validate({ bytes: next })}
        onCommit={(next) => width.commit({ bytes: next })}
      />
      <ServerFields />
    </Section>
  );
}

function KeyColumn({ index }: { readonly index: number }): ReactElement | null {
  const { t } = useT();
  const columns = useApp(selectColumns);
  const rename = useEdit(renameColumn);
  const remove = useEdit(removeColumn);
  const column = columns[index];
  if (column === undefined) return null;
  const label = columns.length === 1 ? t('scenario.keyColumn') : t('scenario.keyColumnN', { n: index + 1 });
  return (
    <div className={styles.column}>
      <TextField
        label={label}
        value={column.name}
        validate={(next) => rename.validate({ index, name: next })}
        onCommit={(next) => rename.commit({ index, name: next })}
      />
      <TypeFields index={index} column={column} />
      {columns.length > 1 && (
        <span className={styles.remove}>
          <IconButton
            icon="close"
            label={t('scenario.removeColumn', { name: column.name })}
            onPress={() => remove.commit({ index })}
          />
        </span>
      )}
    </div>
  );
}
