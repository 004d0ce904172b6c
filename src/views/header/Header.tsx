import type { ReactElement } from 'react';
import { useT } from '../../i18n/useT.ts';
import { share } from '../../store/commands/share.ts';
import { applyEdit } from '../../store/createAppStore.ts';
import { renameScenario } from '../../store/edits/renameScenario.ts';
import type { AppState } from '../../store/state.ts';
import { runCommand, useApp, useAppContext } from '../../store/useApp.ts';
import { Button } from '../../ui/Button.tsx';
import { MenuBar } from '../../ui/MenuBar.tsx';
import styles from './Header.module.css';
import { LanguageMenu } from './LanguageMenu.tsx';
import { NameField } from './NameField.tsx';
import { ThemeButton } from './ThemeButton.tsx';
import { useMenus } from './useMenus.ts';

const selectName = (state: AppState): string => state.document.name;

/** The bar on top: brand, menus, the document's name, share, language and theme. */
export function Header(): ReactElement {
  const { t } = useT();
  const context = useAppContext();
  const name = useApp(selectName);
  const menus = useMenus();
  return (
    <header className={styles.header}>
      <span className={styles.brand}>
        <svg aria-hidden="true" viewBox="0 0 16 16" width="16" height="16">
          <circle cx="8" cy="8" r="7" fill="none" stroke="currentColor" strokeWidth="1.5" />
          <path d="M8 1a7 7 0 0 1 0 14z" fill="currentColor" />
        </svg>
        Shardscope
      </span>
      <MenuBar label={t('app.regions.header')} menus={menus} />
      <NameField
        label={t('header.name')}
        value={name}
        onCommit={(next) => applyEdit(context.store, renameScenario, { name: next })}
      />
      <div className={styles.end}>
        <Button label={t('command.share')} icon="share" variant="quiet" onPress={() => runCommand(share, context)} />
        <LanguageMenu />
        <ThemeButton />
      </div>
    </header>
  );
}
