import type { ReactElement } from 'react';
import {
  Select as AriaSelect,
  Button,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
  Text,
} from 'react-aria-components/Select';
import { cx } from './cx.ts';
import field from './field.module.css';
import { IconGlyph } from './icons.tsx';
import styles from './Select.module.css';

export interface SelectOption<Id extends string> {
  readonly id: Id;
  readonly label: string;
  /** A second line in the list. */
  readonly hint?: string | undefined;
  /** Why it can't be chosen; shown instead of the hint. */
  readonly disabledReason?: string | null | undefined;
}

export interface SelectProps<Id extends string> {
  readonly label: string;
  readonly options: readonly SelectOption<Id>[];
  readonly value: Id;
  readonly onSelect: (id: Id) => void;
  readonly layout?: 'row' | 'stack';
}

/** One of a list. Typing jumps to an option; arrows open the list. */
export function Select<Id extends string>({
  label,
  options,
  value,
  onSelect,
  layout = 'row',
}: SelectProps<Id>): ReactElement {
  const refused = new Set(options.filter((option) => typeof option.disabledReason === 'string').map(({ id }) => id));
  return (
    <AriaSelect
      className={cx(field.field, layout === 'stack' && field.stack)}
      value={value}
      onChange={(key) => {
        const id = key as Id | null;
        if (id !== null && !refused.has(id)) onSelect(id);
      }}
    >
      <Label className={cx(field.label)}>{label}</Label>
      <div className={field.control} title={options.find(({ id }) => id === value)?.label}>
        <Button className={cx(field.box, styles.button)}>
          <SelectValue className={cx(styles.value)}>{({ selectedText }) => selectedText}</SelectValue>
          <span className={styles.chevron}>
            <IconGlyph name="chevron" />
          </span>
        </Button>
      </div>
      <Popover className={cx(styles.popover)} offset={4}>
        <ListBox className={cx(styles.list)}>
          {options.map((option) => (
            <Option key={option.id} option={option} />
          ))}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}

function Option({ option }: { readonly option: SelectOption<string> }): ReactElement {
  const reason = option.disabledReason ?? null;
  const note = reason ?? option.hint;
  return (
    <ListBoxItem
      id={option.id}
      className={cx(styles.option)}
      textValue={option.label}
      // Not isDisabled: arrows would skip the option, and its reason could not be read by keyboard.
      render={(domProps) => <div {...(domProps as object)} aria-disabled={reason !== null || undefined} />}
    >
      {({ isSelected }) => (
        <>
          <span className={styles.check}>{isSelected && <IconGlyph name="check" />}</span>
          <Text slot="label">{option.label}</Text>
          {note !== undefined && (
            <Text slot="description" className={cx(styles.note)}>
              {note}
            </Text>
          )}
        </>
      )}
    </ListBoxItem>
  );
}
