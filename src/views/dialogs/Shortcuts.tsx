import type { ReactElement } from 'react';
import { useT } from '../../i18n/useT.ts';
import type { Command } from '../../store/commands/command.ts';
import { commands } from '../../store/commands/commands.ts';
import { menus } from '../../store/menus.ts';
import { commandText } from '../../store/refusalText.ts';
import { isMac, isSingleKey, shortcutText } from '../../store/shortcutText.ts';
import type { AppState } from '../../store/state.ts';
import { useApp, useAppContext } from '../../store/useApp.ts';
import styles from './Dialogs.module.css';
import { SingleKeys } from './SingleKeys.tsx';

const selectSingleKeys = (state: AppState): boolean => state.ui.singleKeys;

/** Every shortcut by menu, drawn from the list of commands, with the keys of the stage and the switch for single keys. */
export function Shortcuts(): ReactElement {
  const { t } = useT();
  const singleKeys = useApp(selectSingleKeys);
  return (
    <>
      <SingleKeys />
      <div className={styles.shortcuts}>
        {menus.map((menu) => {
          const withKeys = commands.filter((command) => command.menu === menu.id && command.keys.length > 0);
          if (withKeys.length === 0) return null;
          return (
            <section key={menu.id}>
              <h3>{t(menu.label)}</h3>
              <dl>
                {withKeys.map((command) => (
                  <ShortcutRow key={command.id} command={command} singleKeys={singleKeys} />
                ))}
              </dl>
            </section>
          );
        })}
        <section>
          <h3>{t('shortcuts.stage')}</h3>
          <p>{t('shortcuts.stageKeys')}</p>
        </section>
        <section>
          <h3>{t('shortcuts.window')}</h3>
          <p>{t('shortcuts.windowKeys')}</p>
        </section>
        <section>
          <h3>{t('presenter.region')}</h3>
          <p>{t('presenter.keys')}</p>
        </section>
      </div>
    </>
  );
}

/** Keys that are turned off are told all the same, and said to be off. */
function ShortcutRow({
  command,
  singleKeys,
}: {
  readonly command: Command;
  readonly singleKeys: boolean;
}): ReactElement {
  const { t } = useT();
  const { store } = useAppContext();
  const keys = command.keys[0]!;
  const isOff = isSingleKey(keys) && !singleKeys;
  return (
    <div>
      <dt>{commandText(command.label(store.getState()), t)}</dt>
      <dd className={isOff ? styles.off : undefined}>
        <kbd>{shortcutText(keys, isMac)}</kbd> {isOff && t('shortcuts.off')}
      </dd>
    </div>
  );
}
