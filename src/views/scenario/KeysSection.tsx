import type { ReactElement } from 'react';
import { useT } from '../../i18n/useT.ts';
import type { KeySpec, SourceKind, SourceSpec } from '../../keys/keySpec.ts';
import { getSource, sourcesFor } from '../../keys/sources.ts';
import { setRows } from '../../store/edits/setRows.ts';
import { setSeed } from '../../store/edits/setSeed.ts';
import { setSource } from '../../store/edits/setSource.ts';
import type { Scenario } from '../../store/scenario.ts';
import type { AppState } from '../../store/state.ts';
import { useApp } from '../../store/useApp.ts';
import { NumberField } from '../../ui/NumberField.tsx';
import { Select } from '../../ui/Select.tsx';
import { keyRefusal } from './keyRefusal.ts';
import styles from './ScenarioPanel.module.css';
import { Section } from './Section.tsx';
import { SourceFields } from './SourceFields.tsx';
import { useEdit } from './useEdit.ts';

const selectKeys = (state: AppState): KeySpec => state.document.keys;
const selectDocument = (state: AppState): Scenario => state.document;

/** How many keys, and where each column's values come from. */
export function KeysSection(): ReactElement {
  const { t, format } = useT();
  const keys = useApp(selectKeys);
  const rows = useEdit(setRows);
  const seed = useEdit(setSeed);
  return (
    <Section title={t('scenario.keys')}>
      {keys.columns.map((_, index) => (
        <ColumnSource key={index} index={index} />
      ))}
      <NumberField
        label={t('scenario.rows')}
        value={keys.rows}
        format={format.integer}
        step={10_000}
        validate={(next) => rows.validate({ rows: next })}
        onCommit={(next) => rows.commit({ rows: next })}
      />
      <NumberField
        label={t('scenario.seed')}
        value={keys.seed}
        format={String}
        validate={(next) => seed.validate({ seed: next })}
        onCommit={(next) => seed.commit({ seed: next })}
      />
    </Section>
  );
}

function ColumnSource({ index }: { readonly index: number }): ReactElement | null {
  const { t, format } = useT();
  const document = useApp(selectDocument);
  const { columns } = document.keys;
  const edit = useEdit(setSource);
  const column = columns[index];
  if (column === undefined) return null;
  const withSource = (kind: SourceKind): { index: number; source: SourceSpec } => ({
    index,
    source: getSource(kind).defaults(column.type),
  });
  const options = sourcesFor(column.type).map(({ kind }) => ({
    id: kind,
    label: t(`source.${kind}`),
    disabledReason: keyRefusal(document, setSource, withSource(kind), format),
  }));
  const label = columns.length === 1 ? t('scenario.source') : t('scenario.sourceOf', { name: column.name });
  return (
    <div className={styles.column}>
      <Select<SourceKind>
        label={label}
        options={options}
        value={column.source.kind}
        onSelect={(kind) => edit.commit(withSource(kind))}
      />
      <SourceFields index={index} column={column} />
    </div>
  );
}
