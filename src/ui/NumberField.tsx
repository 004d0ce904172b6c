import type { KeyboardEvent, ReactElement } from 'react';
import { useLocale } from 'react-aria-components/I18nProvider';
import { TextField as AriaTextField, FieldError, Input, Label } from 'react-aria-components/TextField';
import { cx } from './cx.ts';
import styles from './field.module.css';
import { NumberStepper, type StepLabels } from './NumberStepper.tsx';
import { parseNumber } from './parseNumber.ts';
import { useDraft } from './useDraft.ts';

export interface NumberFieldProps {
  readonly label: string;
  readonly value: number;
  readonly onCommit: (value: number) => void;
  /** Why a number is refused, or null. Gets NaN for a text that is no number. */
  readonly validate: (value: number) => string | null;
  /** The value as text; by default in the locale around the field. */
  readonly format?: (value: number) => string;
  /** What an arrow key or a stepper button adds; ten times as much with Page Up and Page Down. */
  readonly step?: number;
  readonly unit?: string;
  /** Names of the two stepper buttons; without them there are none, and the arrow keys remain. */
  readonly stepLabels?: StepLabels;
}

/** How many steps a key stands for. */
const keySteps: Readonly<Record<string, number>> = { ArrowUp: 1, ArrowDown: -1, PageUp: 10, PageDown: -10 };

/**
 * A number, typed or pasted in any usual notation (see parseNumber). Nothing is clamped: a refused number stays for
 * correction with the reason below, and the last good value stays in force. Hence no RAC NumberField, which clamps and
 * swallows the characters of "1e6".
 */
export function NumberField(props: NumberFieldProps): ReactElement {
  const { label, value, onCommit, validate, format, step = 1, unit, stepLabels } = props;
  const { locale } = useLocale();
  const shown = format === undefined ? value.toLocaleString(locale) : format(value);
  const accept = (next: number): string | null => {
    const error = validate(next);
    // Also when the number is the same: its text may have stood for something else, as for a mixed layout.
    if (error === null) onCommit(next);
    return error;
  };
  const draft = useDraft(shown, (text) => (text === shown ? null : accept(parseNumber(text, locale))));
  const stepBy = (count: number): void => {
    const error = accept(addStep(value, count * step));
    if (error !== null) draft.refuse(error);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const count = keySteps[event.key];
    if (count === undefined) {
      draft.onKeyDown(event);
      return;
    }
    event.preventDefault();
    stepBy(count);
  };
  return (
    <AriaTextField
      className={cx(styles.field)}
      value={draft.text}
      isInvalid={draft.error !== null}
      inputMode="decimal"
      onChange={draft.setText}
    >
      <Label className={cx(styles.label)}>{label}</Label>
      <div className={styles.control}>
        <div className={styles.box}>
          <Input
            // A trillion with its groups is longer than the field is wide.
            className={cx(styles.input, draft.text.length > 14 && styles.long)}
            role="spinbutton"
            aria-valuenow={value}
            aria-valuetext={draft.text}
            onBlur={draft.commit}
            onKeyDown={onKeyDown}
          />
          {unit !== undefined && <span className={styles.unit}>{unit}</span>}
          {stepLabels !== undefined && <NumberStepper labels={stepLabels} onStep={stepBy} />}
        </div>
      </div>
      <FieldError className={cx(styles.error)}>{draft.error}</FieldError>
    </AriaTextField>
  );
}

/** Sum without binary dust, so that 1.1 + 0.1 is 1.2. */
function addStep(value: number, delta: number): number {
  return Number((value + delta).toPrecision(15));
}
