import type { ReactElement } from 'react';
import { useT } from '../../i18n/useT.ts';
import { MenuBar } from '../../ui/MenuBar.tsx';
import { MenuButton } from '../../ui/MenuButton.tsx';
import { joinMenus, useMenus } from './useMenus.ts';

export interface HeaderMenusProps {
  /** There is no room for them side by side. */
  readonly isNarrow: boolean;
}

/** The menus of the window. */
export function HeaderMenus({ isNarrow }: HeaderMenusProps): ReactElement {
  const { t } = useT();
  const menus = useMenus();
  return isNarrow ? (
    <MenuButton label={t('header.menu')} icon="menu" groups={joinMenus(menus)} />
  ) : (
    <MenuBar label={t('app.regions.header')} menus={menus} />
  );
}
