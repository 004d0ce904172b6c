import type { ReactElement } from 'react';
import {
  ComboBox,
  Button as ComboButton,
  FieldError,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Text,
} from 'react-aria-components/ComboBox';
import { cx } from './cx.ts';
import field from './field.module.css';
import { IconGlyph } from './icons.tsx';
import select from './Select.module.css';
import type { SelectOption } from './Select.tsx';
import { useDraft } from './useDraft.ts';

export interface ComboFieldProps {
  readonly label: string;
  /** Suggestions; any other text may be typed too. */
  readonly options: readonly SelectOption<string>[];
  readonly value: string;
  /** Why a text is refused, or null. */
  readonly validate: (text: string) => string | null;
  readonly onCommit: (text: string) => void;
  /** Name of the button that opens the list, for screen readers. */
  readonly listLabel: string;
}

/** A text with suggestions: typing filters the list, Enter or leaving the field commits what stands in it. */
export function ComboField({ label, options, value, validate, onCommit, listLabel }: ComboFieldProps): ReactElement {
  const accept = (text: string): string | null => {
    const error = validate(text);
    if (error === null && text !== value) onCommit(text);
    return error;
  };
  const draft = useDraft(value, accept);
  return (
    <ComboBox
      // The label stands above: names such as `timestamp without time zone` need the whole width.
      className={cx(field.field, field.stack)}
      allowsCustomValue
      // A text that becomes another one by being committed, as float8 does, would open the list again.
      menuTrigger={draft.isPending ? 'input' : 'manual'}
      inputValue={draft.text}
      isInvalid={draft.error !== null}
      onInputChange={draft.setText}
      onChange={(key) => {
        const option = options.find(({ id }) => id === key);
        if (option !== undefined) draft.commitText(option.label);
      }}
      onBlur={draft.commit}
    >
      <Label className={cx(field.label)}>{label}</Label>
      <div className={field.control}>
        <div className={field.box}>
          <Input
            className={cx(field.input, field.mono)}
            spellCheck="false"
            autoComplete="off"
            title={draft.text}
            onKeyDown={draft.onKeyDown}
          />
          <ComboButton className={cx(select.open)} aria-label={listLabel}>
            <IconGlyph name="chevron" />
          </ComboButton>
        </div>
      </div>
      <FieldError className={cx(field.error)}>{draft.error}</FieldError>
      <Popover className={cx(select.popover)} offset={4}>
        <ListBox className={cx(select.list)} items={options}>
          {(option) => <Suggestion option={option} />}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

function Suggestion({ option }: { readonly option: SelectOption<string> }): ReactElement {
  const note = option.disabledReason ?? option.hint;
  return (
    <ListBoxItem id={option.id} className={cx(select.option)} textValue={option.label}>
      {({ isSelected }) => (
        <>
          <span className={select.check}>{isSelected && <IconGlyph name="check" />}</span>
          <Text slot="label">{option.label}</Text>
          {note !== undefined && note !== null && (
            <Text slot="description" className={cx(select.note)}>
              {note}
            </Text>
          )}
        </>
      )}
    </ListBoxItem>
  );
}
