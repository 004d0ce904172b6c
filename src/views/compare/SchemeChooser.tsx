import { memo, type ReactElement, useState } from 'react';
import type { TextKey } from '../../i18n/i18n.ts';
import { useT } from '../../i18n/useT.ts';
import type { SchemeSpec } from '../../schemes/fields.ts';
import type { Scheme, SchemeField } from '../../schemes/scheme.ts';
import { schemes } from '../../schemes/schemes.ts';
import { applyEdit, sealEdits, tryEdit } from '../../store/createAppStore.ts';
import { setCompared } from '../../store/edits/setCompared.ts';
import { setSchemeConfig } from '../../store/edits/setSchemeConfig.ts';
import { refusalText } from '../../store/refusalText.ts';
import { schemeName } from '../../store/schemeName.ts';
import type { AppState } from '../../store/state.ts';
import { useApp, useAppContext } from '../../store/useApp.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { Select } from '../../ui/Select.tsx';
import { useInTurn } from '../../ui/useInTurn.ts';
import styles from './CompareView.module.css';

const selectCompare = (state: AppState): readonly SchemeSpec[] => state.document.compare;

/** Which schemes are compared, and their parameters. */
export function SchemeChooser(): ReactElement {
  const { t } = useT();
  const { store } = useAppContext();
  const compared = useApp(selectCompare);
  // Closed it has no fields: they would be the larger part of the view.
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details
      className={styles.chooser}
      onToggle={(event) => setIsOpen(event.currentTarget.open)}
      onBlur={() => sealEdits(store)}
    >
      <summary>{t('compare.choose', { count: compared.length })}</summary>
      {isOpen && <Choices compared={compared} />}
    </details>
  );
}

function Choices({ compared }: { readonly compared: readonly SchemeSpec[] }): ReactElement {
  const drawn = useInTurn(schemes.length, 5);
  return (
    <ul className={styles.choices}>
      {schemes.slice(0, drawn).map((scheme) => (
        <Choice key={scheme.id} scheme={scheme} spec={compared.find((entry) => entry.scheme === scheme.id)} />
      ))}
    </ul>
  );
}

interface ChoiceProps {
  readonly scheme: Scheme;
  /** Absent when it is not compared. */
  readonly spec: SchemeSpec | undefined;
}

/** One scheme; drawn again only when its own parameters change. */
const Choice = memo(function Choice({ scheme, spec }: ChoiceProps): ReactElement {
  const { t } = useT();
  const { store } = useAppContext();
  return (
    <li className={styles.choice}>
      <Checkbox
        label={schemeName(scheme.id, t)}
        isChecked={spec !== undefined}
        onChange={(isChecked) => applyEdit(store, setCompared, { scheme: scheme.id, compared: isChecked })}
      />
      {spec !== undefined && (
        <>
          {scheme.fields.map((field) => (
            <ConfigField key={field.name} spec={spec} field={field} />
          ))}
          <SchemeNotes scheme={scheme} />
        </>
      )}
    </li>
  );
});

/** Where a scheme comes from, and what must be said beside it. */
function SchemeNotes({ scheme }: { readonly scheme: Scheme }): ReactElement {
  const { t } = useT();
  return (
    <p className={styles.note}>
      {(scheme.notes ?? []).map((note) => `${t(`scheme.note.${note}` as TextKey)} `)}
      <a href={scheme.source.url} target="_blank" rel="noreferrer noopener">
        {scheme.source.title}
      </a>
    </p>
  );
}

function ConfigField({ spec, field }: { readonly spec: SchemeSpec; readonly field: SchemeField }): ReactElement {
  const { t, format } = useT();
  const { store } = useAppContext();
  const label = t(`scheme.parameter.${field.name}` as TextKey);
  const args = (value: number | string) => ({ scheme: spec.scheme, field: field.name, value });
  const commit = (value: number | string): void => {
    applyEdit(store, setSchemeConfig, args(value));
  };
  if (field.kind === 'choice') {
    const options = field.choices.map((id) => ({ id, label: id }));
    return <Select label={label} options={options} value={String(spec.config[field.name])} onSelect={commit} />;
  }
  return (
    <NumberField
      label={label}
      value={Number(spec.config[field.name])}
      validate={(value) => {
        if (Number.isNaN(value)) return t('problem.notANumber');
        const next = tryEdit(store.getState().document, setSchemeConfig, args(value));
        return next.ok ? null : refusalText(next.error, format);
      }}
      onCommit={commit}
    />
  );
}
