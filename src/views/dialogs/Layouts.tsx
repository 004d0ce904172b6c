import { type ReactElement, useId, useState } from 'react';
import { useT } from '../../i18n/useT.ts';
import { setUi } from '../../store/createAppStore.ts';
import { addLayout, type OwnLayout, removeLayout } from '../../store/layout/ownLayouts.ts';
import { refusalText } from '../../store/refusalText.ts';
import type { AppState } from '../../store/state.ts';
import { useApp, useAppContext } from '../../store/useApp.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import styles from './Dialogs.module.css';

const selectLayouts = (state: AppState): readonly OwnLayout[] => state.ui.layouts;

/** Keeps the window as it is under a name, and uses or deletes what was kept. */
export function Layouts(): ReactElement {
  const { t, format } = useT();
  const { store } = useAppContext();
  const layouts = useApp(selectLayouts);
  const [name, setName] = useState('');
  const [error, setError] = useState<string | null>(null);
  const id = useId();
  const save = (): void => {
    const added = addLayout(layouts, name, store.getState().ui.layout);
    setError(added.ok ? null : refusalText(added.error, format));
    if (!added.ok) return;
    setUi(store, { layouts: added.value });
    setName('');
  };
  return (
    <div className={styles.layouts}>
      <p>{t('layout.saveHelp')}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <label htmlFor={id}>{t('layout.name')}</label>
        <input
          id={id}
          value={name}
          autoComplete="off"
          aria-invalid={error !== null}
          aria-describedby={`${id}-error`}
          onChange={(event) => {
            setName(event.target.value);
            setError(null);
          }}
        />
        <Button label={t('layout.save')} variant="primary" onPress={save} />
      </form>
      <p id={`${id}-error`} role="alert" className={styles.error}>
        {error}
      </p>
      {layouts.length === 0 ? (
        <p>{t('layout.none')}</p>
      ) : (
        <ul>
          {layouts.map((own) => (
            <li key={own.name}>
              <span>{own.name}</span>
              <IconButton
                icon="check"
                label={t('layout.use', { name: own.name })}
                onPress={() => setUi(store, { layout: own.layout, dialog: null })}
              />
              <IconButton
                icon="cross"
                label={t('layout.delete', { name: own.name })}
                onPress={() => setUi(store, { layouts: removeLayout(layouts, own.name) })}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
