import type { ReactElement } from 'react';
import { useT } from '../../i18n/useT.ts';
import { setUi } from '../../store/createAppStore.ts';
import type { AppState } from '../../store/state.ts';
import { useApp, useAppContext } from '../../store/useApp.ts';
import { Switch } from '../../ui/Switch.tsx';
import styles from './Dialogs.module.css';

const selectSingleKeys = (state: AppState): boolean => state.ui.singleKeys;

/** Whether keys without Ctrl or Cmd run commands (WCAG 2.1.4). */
export function SingleKeys(): ReactElement {
  const { t } = useT();
  const { store } = useAppContext();
  return (
    <div className={styles.setting}>
      <Switch
        label={t('shortcuts.singleKeys')}
        isOn={useApp(selectSingleKeys)}
        onChange={(isOn) => setUi(store, { singleKeys: isOn })}
      />
      <p>{t('shortcuts.singleKeysHelp')}</p>
    </div>
  );
}
