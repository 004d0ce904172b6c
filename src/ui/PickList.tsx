import type { ReactElement } from 'react';
import { ListBox, ListBoxItem, Text } from 'react-aria-components/ListBox';
import { cx } from './cx.ts';
import { IconGlyph } from './icons.tsx';
import styles from './PickList.module.css';

export interface PickListItem {
  readonly id: string;
  readonly label: string;
  /** A second line. */
  readonly detail?: string | undefined;
  /** At the end of the first line, as a time or a size. */
  readonly aside?: string | undefined;
}

export interface PickListProps {
  readonly label: string;
  readonly items: readonly PickListItem[];
  /** The item that is in force; it is marked, and the keyboard starts there. */
  readonly currentId?: string;
  readonly onPick: (id: string) => void;
}

/** A list to pick from by Enter or a click; arrows, Home, End and typing walk it. It takes the focus when it appears. */
export function PickList({ label, items, currentId, onPick }: PickListProps): ReactElement {
  return (
    <ListBox
      className={cx(styles.list)}
      aria-label={label}
      items={items}
      autoFocus
      selectionMode="single"
      disallowEmptySelection={currentId !== undefined}
      selectedKeys={currentId === undefined ? [] : [currentId]}
      onSelectionChange={(keys) => {
        for (const id of keys) onPick(String(id));
      }}
    >
      {(item) => (
        <ListBoxItem id={item.id} className={cx(styles.item)} textValue={item.label}>
          <span className={styles.mark}>{item.id === currentId && <IconGlyph name="check" />}</span>
          <Text slot="label" className={cx(styles.label)}>
            {item.label}
          </Text>
          <span className={styles.aside}>{item.aside}</span>
          {item.detail !== undefined && (
            <Text slot="description" className={cx(styles.detail)}>
              {item.detail}
            </Text>
          )}
        </ListBoxItem>
      )}
    </ListBox>
  );
}
