import type { ReactElement } from 'react';
import { useT } from '../../i18n/useT.ts';
import { parseNumber } from '../../ui/parseNumber.ts';
import { TextField } from '../../ui/TextField.tsx';

interface OptionalNumberProps {
  readonly label: string;
  readonly value: number | null;
  readonly format: (value: number) => string;
  readonly validate: (value: number | null) => string | null;
  readonly onCommit: (value: number | null) => void;
}

/** A number that may be left out: an empty field is no limit. */
export function OptionalNumber({ label, value, format, validate, onCommit }: OptionalNumberProps): ReactElement {
  const { t, locale } = useT();
  const read = (text: string): number | null => (text.trim() === '' ? null : parseNumber(text, locale));
  return (
    <TextField
      label={label}
      value={value === null ? '' : format(value)}
      placeholder={t('nodes.unlimited')}
      validate={(text) => validate(read(text))}
      onCommit={(text) => onCommit(read(text))}
    />
  );
}
