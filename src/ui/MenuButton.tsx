import type { ReactElement } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { MenuTrigger, Popover } from 'react-aria-components/Menu';
import { cx } from './cx.ts';
import iconButton from './IconButton.module.css';
import { IconGlyph, type IconName } from './icons.tsx';
import bar from './MenuBar.module.css';
import list from './MenuList.module.css';
import { MenuList } from './MenuList.tsx';
import type { MenuGroup } from './menu.ts';

export interface MenuButtonProps {
  readonly label: string;
  readonly groups: readonly MenuGroup[];
  /** Shown instead of the label, which stays the button's name. */
  readonly icon?: IconName;
  /** For a menu that something else opens too, as a context menu. */
  readonly isOpen?: boolean;
  readonly onOpenChange?: (isOpen: boolean) => void;
}

/** One button that opens a menu, as for the language. */
export function MenuButton({ label, groups, icon, ...open }: MenuButtonProps): ReactElement {
  return (
    <MenuTrigger {...open}>
      <AriaButton className={cx(icon === undefined ? bar.trigger : iconButton.button)} aria-label={label}>
        {icon === undefined ? label : <IconGlyph name={icon} />}
      </AriaButton>
      <Popover className={cx(list.popover)} placement="bottom start" offset={4}>
        <MenuList label={label} groups={groups} />
      </Popover>
    </MenuTrigger>
  );
}
