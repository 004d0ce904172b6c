import { type ReactElement, type RefObject, useLayoutEffect, useRef } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Toolbar } from 'react-aria-components/Toolbar';
import { cx } from './cx.ts';
import iconButton from './IconButton.module.css';
import { IconGlyph, type IconName } from './icons.tsx';
import bar from './MenuBar.module.css';

interface MenuBarStandProps {
  readonly label: string;
  readonly menus: readonly string[];
}

/** A closed MenuBar, and its place until that is loaded: a button that has the focus keeps it, one that was pressed opens. */
export function MenuBarStand({ label, menus }: MenuBarStandProps): ReactElement {
  const root = useRef<HTMLDivElement>(null);
  const onPress = useHandOver(root);
  return (
    <Toolbar ref={root} className={cx(bar.bar)} aria-label={label}>
      {menus.map((menu) => (
        <AriaButton key={menu} className={cx(bar.trigger)} aria-haspopup="menu" onPressStart={onPress}>
          {menu}
        </AriaButton>
      ))}
    </Toolbar>
  );
}

interface MenuButtonStandProps {
  readonly label: string;
  readonly icon: IconName;
}

/** The same for a MenuButton with an icon. */
export function MenuButtonStand({ label, icon }: MenuButtonStandProps): ReactElement {
  const root = useRef<HTMLButtonElement>(null);
  const onPress = useHandOver(root);
  return (
    <AriaButton
      ref={root}
      className={cx(iconButton.button)}
      aria-label={label}
      aria-haspopup="menu"
      onPressStart={onPress}
    >
      <IconGlyph name={icon} />
    </AriaButton>
  );
}

/** Looks like a closed MenuButton with an icon, for one that nobody needs so early. */
export function IconStand({ icon }: { readonly icon: IconName }): ReactElement {
  return (
    <span className={cx(iconButton.button)} aria-hidden="true">
      <IconGlyph name={icon} />
    </span>
  );
}

/**
 * Gives the focus on a button of a stand to the button in the same place of what comes for it, and the press too.
 * @returns what the start of a press calls: it may end on what has come meanwhile
 */
function useHandOver(root: RefObject<HTMLElement | null>): () => void {
  const isPressed = useRef(false);
  useLayoutEffect(() => {
    const stand = root.current;
    const parent = stand?.parentElement;
    if (!stand || !parent) return;
    const place = [...parent.children].indexOf(stand);
    return () => {
      const button = buttonsOf(stand).indexOf(document.activeElement as HTMLElement);
      if (button < 0) return;
      // The stand is still there; what comes for it is there right after.
      queueMicrotask(() => {
        const heir = parent.children[place];
        const next = heir && buttonsOf(heir)[button];
        next?.focus();
        if (isPressed.current) next?.click();
      });
    };
  }, [root]);
  return () => {
    isPressed.current = true;
  };
}

function buttonsOf(root: Element): readonly HTMLElement[] {
  return root instanceof HTMLButtonElement ? [root] : [...root.querySelectorAll('button')];
}
