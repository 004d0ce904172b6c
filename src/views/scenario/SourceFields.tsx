import type { ReactElement } from 'react';
import { tDynamic } from '../../i18n/i18n.ts';
import { useT } from '../../i18n/useT.ts';
import type { KeyColumnSpec, SourceSpec } from '../../keys/keySpec.ts';
import type { SourceField } from '../../keys/source.ts';
import { getSource } from '../../keys/sources.ts';
import { setSource } from '../../store/edits/setSource.ts';
import { NumberField } from '../../ui/NumberField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { formatInstant, parseInstant } from './instants.ts';
import { useEdit } from './useEdit.ts';

interface SourceFieldsProps {
  readonly index: number;
  readonly column: KeyColumnSpec;
}

/** One field for each parameter that the column's source declares. */
export function SourceFields({ index, column }: SourceFieldsProps): ReactElement {
  return (
    <>
      {getSource(column.source.kind).fields.map((field) => (
        <Parameter key={field.name} index={index} column={column} field={field} />
      ))}
    </>
  );
}

function Parameter({ index, column, field }: SourceFieldsProps & { readonly field: SourceField }): ReactElement {
  const { t, format } = useT();
  const edit = useEdit(setSource);
  const label = tDynamic(`source.field.${field.name}`);
  const current: unknown = (column.source as unknown as Record<string, unknown>)[field.name];
  // The field's name and kind come from the source itself, so the result is a spec of the same kind.
  const withValue = (value: number | string): { index: number; source: SourceSpec } => ({
    index,
    source: { ...column.source, [field.name]: value } as SourceSpec,
  });
  if (field.kind === 'text') {
    return (
      <TextField
        label={label}
        value={String(current)}
        isMono
        validate={(value) => edit.validate(withValue(value))}
        onCommit={(value) => edit.commit(withValue(value))}
      />
    );
  }
  if (field.unit === 'instant') {
    return (
      <TextField
        label={label}
        value={formatInstant(Number(current))}
        isMono
        validate={(text) => {
          const instant = parseInstant(text);
          return instant === null ? t('problem.notAnInstant', { value: text }) : edit.validate(withValue(instant));
        }}
        onCommit={(text) => edit.commit(withValue(parseInstant(text) ?? Number(current)))}
      />
    );
  }
  return (
    <NumberField
      label={label}
      value={Number(current)}
      step={field.kind === 'decimal' ? 0.1 : 1}
      format={(value) => (Number.isInteger(value) ? format.integer(value) : String(value))}
      {...(field.unit === null ? {} : { unit: field.unit })}
      validate={(value) => (Number.isNaN(value) ? t('problem.notANumber') : edit.validate(withValue(value)))}
      onCommit={(value) => edit.commit(withValue(value))}
    />
  );
}
