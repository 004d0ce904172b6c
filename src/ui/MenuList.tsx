import { Fragment, type KeyboardEvent, type ReactElement } from 'react';
import { Header, Menu, MenuItem, MenuSection, Separator } from 'react-aria-components/Menu';
import { cx } from './cx.ts';
import { IconGlyph } from './icons.tsx';
import styles from './MenuList.module.css';
import type { MenuEntry, MenuGroup } from './menu.ts';

export interface MenuListProps {
  readonly label: string;
  readonly groups: readonly MenuGroup[];
  /** Puts the focus on the first entry instead of the menu, as when one walks from menu to menu. */
  readonly isWalked?: boolean;
  /** Keys that the menu itself has no use for, as left and right in a menu bar. */
  readonly onKeyDownCapture?: (event: KeyboardEvent) => void;
}

/** The open menu: sections, checks, shortcuts, and for a disabled entry its reason. */
export function MenuList({ label, groups, isWalked = false, onKeyDownCapture }: MenuListProps): ReactElement {
  const filled = groups.filter((group) => group.entries.length > 0);
  return (
    <div onKeyDownCapture={onKeyDownCapture}>
      <Menu className={cx(styles.menu)} aria-label={label} {...(isWalked && { autoFocus: 'first' })}>
        {filled.map((group, index) => (
          <Fragment key={group.id}>
            {index > 0 && <Separator className={cx(styles.separator)} />}
            <Section group={group} label={label} />
          </Fragment>
        ))}
      </Menu>
    </div>
  );
}

function Section({ group, label }: { readonly group: MenuGroup; readonly label: string }): ReactElement {
  const checked = group.entries.filter((entry) => entry.checked).map((entry) => entry.id);
  const selection = { one: 'single', many: 'multiple', none: 'none' } as const;
  return (
    <MenuSection
      id={group.id}
      aria-label={group.heading ?? label}
      selectionMode={selection[group.choice ?? 'none']}
      selectedKeys={checked}
    >
      {group.heading !== undefined && <Header className={cx(styles.heading)}>{group.heading}</Header>}
      {group.entries.map((entry) => (
        <Entry key={entry.id} entry={entry} />
      ))}
    </MenuSection>
  );
}

function Entry({ entry }: { readonly entry: MenuEntry }): ReactElement {
  const reason = entry.disabledReason ?? null;
  return (
    <MenuItem
      id={entry.id}
      className={cx(styles.item)}
      textValue={entry.label}
      shouldCloseOnSelect={reason === null && entry.staysOpen !== true}
      // Not isDisabled: arrows would skip the entry, and its reason could not be read by keyboard.
      render={(domProps) => <div {...(domProps as object)} aria-disabled={reason !== null || undefined} />}
      onAction={() => {
        if (reason === null) entry.onAction();
      }}
    >
      {/* No slots for label, keys and reason: the name is then all that is seen. The blanks part its words. */}
      <span className={styles.check}>{entry.checked === true && <IconGlyph name="check" />}</span>
      <span className={styles.label}>{entry.label}</span>{' '}
      {entry.shortcut !== undefined && <kbd className={styles.shortcut}>{entry.shortcut}</kbd>}{' '}
      {reason !== null && <span className={styles.reason}>{reason}</span>}
    </MenuItem>
  );
}
