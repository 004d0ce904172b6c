import type { ReactElement } from 'react';
import { Header, Menu, MenuItem, MenuSection } from 'react-aria-components/Menu';
import { useT } from '../../i18n/useT.ts';
import { cx } from '../../ui/cx.ts';
import { IconGlyph } from '../../ui/icons.tsx';
import { firstHit, type PaletteEntry, type PaletteHit, type PaletteSection } from './findCommands.ts';
import styles from './Palette.module.css';

interface PaletteListProps {
  readonly sections: readonly PaletteSection[];
  /** What was typed, for the line that says that nothing matches. */
  readonly text: string;
  readonly onRun: (entry: PaletteEntry) => void;
}

/** The entries under the field: recent ones and menus with their names, or the matches without. */
export function PaletteList({ sections, text, onRun }: PaletteListProps): ReactElement {
  const { t } = useT();
  if (sections.length === 0) return <p className={styles.none}>{t('palette.none', { text })}</p>;
  const nameOf = ({ id }: PaletteSection): string => {
    if (id === 'found') return t('palette.title');
    return id === 'recent' ? t('palette.recent') : t(`menu.${id}`);
  };
  return (
    <Menu
      className={cx(styles.menu)}
      aria-label={t('palette.title')}
      {...(firstHit(sections) !== null && { autoFocus: 'first' })}
    >
      {sections.map((section) => (
        <MenuSection key={section.id} id={section.id} className={cx(styles.section)} aria-label={nameOf(section)}>
          {section.id !== 'found' && <Header className={cx(styles.heading)}>{nameOf(section)}</Header>}
          {section.hits.map((hit) => (
            <Row
              key={hit.entry.id}
              hit={hit}
              isUnderMenu={section.id === hit.entry.menu}
              onRun={() => onRun(hit.entry)}
            />
          ))}
        </MenuSection>
      ))}
    </Menu>
  );
}

interface RowProps {
  readonly hit: PaletteHit;
  /** Under the name of its menu it need not be told again. */
  readonly isUnderMenu: boolean;
  readonly onRun: () => void;
}

function Row({ hit: { entry, parts }, isUnderMenu, onRun }: RowProps): ReactElement {
  const { id, label, menuName, shortcut, checked, disabledReason } = entry;
  return (
    <MenuItem
      id={id}
      className={cx(styles.item)}
      textValue={label}
      // Not isDisabled: arrows would skip the entry, and its reason could not be read by keyboard.
      render={(domProps) => (
        <div
          {...(domProps as object)}
          aria-disabled={disabledReason !== null || undefined}
          {...(checked !== undefined && { role: 'menuitemcheckbox', 'aria-checked': checked })}
        />
      )}
      onAction={onRun}
    >
      {/* No slots for label, keys and reason: the name is then all that is seen. The blanks part its words. */}
      <span className={styles.check}>{checked === true && <IconGlyph name="check" />}</span>
      <span className={styles.label}>
        {parts.map(({ text, isMatch }, index) => (isMatch ? <mark key={index}>{text}</mark> : text))}
      </span>{' '}
      {!isUnderMenu && <span className={styles.menuName}>{menuName}</span>}{' '}
      {shortcut !== undefined && <kbd className={styles.shortcut}>{shortcut}</kbd>}{' '}
      {disabledReason !== null && <span className={styles.reason}>{disabledReason}</span>}
    </MenuItem>
  );
}
