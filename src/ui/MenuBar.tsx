import { type KeyboardEvent, type ReactElement, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { useLocale } from 'react-aria-components/I18nProvider';
import { MenuTrigger, Popover } from 'react-aria-components/Menu';
import { Toolbar } from 'react-aria-components/Toolbar';
import { cx } from './cx.ts';
import styles from './MenuBar.module.css';
import list from './MenuList.module.css';
import { MenuList } from './MenuList.tsx';
import type { MenuDefinition } from './menu.ts';

export interface MenuBarProps {
  readonly label: string;
  readonly menus: readonly MenuDefinition[];
}

/**
 * A desktop menu bar, as a toolbar of menu buttons. Left and right walk along it, also while a menu is open; once one is
 * open, pointing at another opens that one.
 */
export function MenuBar({ label, menus }: MenuBarProps): ReactElement {
  const [openId, setOpenId] = useState<string | null>(null);
  const [isWalked, setWalked] = useState(false);
  const { direction } = useLocale();
  const walk = (event: KeyboardEvent): void => {
    const forward = direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const backward = direction === 'rtl' ? 'ArrowRight' : 'ArrowLeft';
    if (event.key !== forward && event.key !== backward) return;
    event.preventDefault();
    event.stopPropagation();
    const here = menus.findIndex((menu) => menu.id === openId);
    const there = (here + (event.key === forward ? 1 : menus.length - 1)) % menus.length;
    setWalked(true);
    setOpenId(menus[there]?.id ?? null);
  };
  return (
    <Toolbar className={cx(styles.bar)} aria-label={label}>
      {menus.map((menu) => (
        <MenuTrigger
          key={menu.id}
          isOpen={openId === menu.id}
          // A closing menu must not close the one that was opened in its place.
          onOpenChange={(isOpen) => {
            if (isOpen) setWalked(false);
            setOpenId((now) => (isOpen ? menu.id : now === menu.id ? null : now));
          }}
        >
          <AriaButton
            className={cx(styles.trigger)}
            onHoverStart={() => setOpenId((now) => (now === null ? null : menu.id))}
          >
            {menu.label}
          </AriaButton>
          <Popover className={cx(list.popover)} placement="bottom start" offset={4} isNonModal>
            <MenuList label={menu.label} groups={menu.groups} isWalked={isWalked} onKeyDownCapture={walk} />
          </Popover>
        </MenuTrigger>
      ))}
    </Toolbar>
  );
}
