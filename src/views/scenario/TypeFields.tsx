import type { ReactElement } from 'react';
import { getKeyType } from '../../hash/getKeyType.ts';
import { keyTypes } from '../../hash/keyTypes/keyTypes.ts';
import { resolveKeyType } from '../../hash/resolveKeyType.ts';
import { useT } from '../../i18n/useT.ts';
import type { KeyColumnSpec } from '../../keys/keySpec.ts';
import { setUi } from '../../store/createAppStore.ts';
import { setKeyType } from '../../store/edits/setKeyType.ts';
import { setOperatorClass } from '../../store/edits/setOperatorClass.ts';
import { useAppContext } from '../../store/useApp.ts';
import { ComboField } from '../../ui/ComboField.tsx';
import { Select } from '../../ui/Select.tsx';
import { useEdit } from './useEdit.ts';

interface TypeFieldsProps {
  readonly index: number;
  readonly column: KeyColumnSpec;
}

const suggestions = keyTypes.map(({ id, sqlName }) => ({
  id,
  label: sqlName,
  ...(id !== sqlName && { hint: id }),
}));

/** Shown as PostgreSQL writes it; a type that has to be created is shown as it is created. */
function typeText(id: string): string {
  const { sqlName, definition } = getKeyType(id);
  return definition === undefined ? sqlName : id;
}

/** A key column's type, with what PostgreSQL lets one choose about it. */
export function TypeFields({ index, column }: TypeFieldsProps): ReactElement {
  const { t } = useT();
  const { store } = useAppContext();
  const type = useEdit(setKeyType);
  const operatorClass = useEdit(setOperatorClass);
  const { operatorClasses, rule } = getKeyType(column.type, column.operatorClass);
  return (
    <>
      <ComboField
        label={t('scenario.type')}
        listLabel={t('scenario.typeList')}
        options={suggestions}
        value={typeText(column.type)}
        validate={(text) => type.validate({ index, type: text })}
        onCommit={(text) => {
          type.commit({ index, type: text });
          const written = resolveKeyType(text);
          if (!written.ok || written.value.typmod === undefined) return;
          setUi(store, { notice: { kind: 'info', key: 'notice.typmod', params: { type: text } } });
        }}
      />
      {operatorClasses.length > 1 && (
        <Select<string>
          label={t('scenario.operatorClass')}
          options={operatorClasses.map(({ name, hashed }, choice) => ({
            id: name,
            label: name,
            hint: choice === 0 ? t('scenario.defaultClass') : hashed && t(`rule.${hashed.rule}`),
          }))}
          value={column.operatorClass ?? operatorClasses[0].name}
          onSelect={(name) => operatorClass.commit({ index, name })}
        />
      )}
      {(rule === 'text' || rule === 'bpchar') && (
        <Select<string>
          label={t('scenario.collation')}
          options={[
            { id: 'deterministic', label: t('collation.deterministic'), hint: t('collation.deterministicHelp') },
            { id: 'icu', label: t('collation.nondeterministic'), disabledReason: t('collation.nondeterministicHelp') },
          ]}
          value="deterministic"
          onSelect={() => undefined}
        />
      )}
    </>
  );
}
