import type { ReactElement } from 'react';
import { useT } from '../../i18n/useT.ts';
import { share } from '../../store/commands/share.ts';
import { showPalette } from '../../store/commands/showPalette.ts';
import { applyEdit } from '../../store/createAppStore.ts';
import { renameScenario } from '../../store/edits/renameScenario.ts';
import { isMac, shortcutText } from '../../store/shortcutText.ts';
import type { AppState } from '../../store/state.ts';
import { runCommand, useApp, useAppContext } from '../../store/useApp.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { lazyView } from '../../ui/lazyView.ts';
import { MenuBarStand, MenuButtonStand } from '../../ui/menuStands.tsx';
import { NARROW, useMedia } from '../../ui/useMedia.ts';
import styles from './Header.module.css';
import { NameField } from './NameField.tsx';
import { ThemeButton } from './ThemeButton.tsx';
import { joinMenus, useMenus } from './useMenus.ts';

const MenuBar = lazyView(async () => (await import('../../ui/MenuBar.tsx')).MenuBar);
const MenuButton = lazyView(async () => (await import('../../ui/MenuButton.tsx')).MenuButton);
const LanguageMenu = lazyView(async () => (await import('./LanguageMenu.tsx')).LanguageMenu);

const selectName = (state: AppState): string => state.document.name;

/** The bar on top: brand, menus, the document's name, share, language and theme. */
export function Header(): ReactElement {
  const { t } = useT();
  const context = useAppContext();
  const name = useApp(selectName);
  const menus = useMenus();
  const isNarrow = useMedia(NARROW);
  return (
    <header className={styles.header} data-region="header">
      <span className={styles.brand}>
        <svg aria-hidden="true" viewBox="0 0 16 16" width="16" height="16">
          <circle cx="8" cy="8" r="7" fill="none" stroke="currentColor" strokeWidth="1.5" />
          <path d="M8 1a7 7 0 0 1 0 14z" fill="currentColor" />
        </svg>
        <span className={styles.word}>Shardscope</span>
      </span>
      {/* Menus come right after the first picture. */}
      {isNarrow ? (
        <MenuButton
          stand={<MenuButtonStand label={t('header.menu')} icon="menu" />}
          label={t('header.menu')}
          icon="menu"
          groups={joinMenus(menus)}
        />
      ) : (
        <MenuBar
          stand={<MenuBarStand label={t('app.regions.header')} menus={menus.map(({ label }) => label)} />}
          label={t('app.regions.header')}
          menus={menus}
        />
      )}
      <NameField
        label={t('header.name')}
        value={name}
        onCommit={(next) => applyEdit(context.store, renameScenario, { name: next })}
      />
      <div className={styles.end}>
        <IconButton
          label={t('command.showPalette')}
          icon="search"
          shortcut={shortcutText(showPalette.keys[0]!, isMac)}
          onPress={() => runCommand(showPalette, context)}
        />
        <Button label={t('command.share')} icon="share" variant="quiet" onPress={() => runCommand(share, context)} />
        <LanguageMenu stand={<MenuButtonStand label={t('language.label')} icon="language" />} />
        <ThemeButton />
      </div>
    </header>
  );
}
