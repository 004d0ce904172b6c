import type { ReactElement } from 'react';
import { useT } from '../../i18n/useT.ts';
import { menus } from '../../store/menus.ts';
import { isMac, shortcutText } from '../../store/shortcutText.ts';
import { useAppContext } from '../../store/useApp.ts';
import styles from './Dialogs.module.css';

/** Every shortcut, drawn from the list of commands, and the keys of the stage. */
export function Shortcuts(): ReactElement {
  const { t } = useT();
  const { store } = useAppContext();
  const state = store.getState();
  return (
    <div className={styles.shortcuts}>
      {menus.map((menu) => {
        const withKeys = menu.groups.flat().filter((command) => command.keys.length > 0);
        if (withKeys.length === 0) return null;
        return (
          <section key={menu.id}>
            <h3>{t(menu.label)}</h3>
            <dl>
              {withKeys.map((command) => {
                const label = command.label(state);
                return (
                  <div key={command.id}>
                    <dt>{t(label.key, label.params)}</dt>
                    <dd>
                      <kbd>{shortcutText(command.keys[0]!, isMac)}</kbd>
                    </dd>
                  </div>
                );
              })}
            </dl>
          </section>
        );
      })}
      <section>
        <h3>{t('shortcuts.stage')}</h3>
        <p>{t('shortcuts.stageKeys')}</p>
      </section>
      <section>
        <h3>{t('presenter.region')}</h3>
        <p>{t('presenter.keys')}</p>
      </section>
    </div>
  );
}
