import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { expect, it, vi } from 'vitest';
import { Checkbox } from '../../src/ui/Checkbox.tsx';
import { Field } from '../../src/ui/Field.tsx';
import { NumberField } from '../../src/ui/NumberField.tsx';
import { SegmentedControl } from '../../src/ui/SegmentedControl.tsx';
import { Select } from '../../src/ui/Select.tsx';
import { Slider } from '../../src/ui/Slider.tsx';
import { Switch } from '../../src/ui/Switch.tsx';
import { TextField } from '../../src/ui/TextField.tsx';

function renderRows(locale = 'en') {
  const onCommit = vi.fn();
  function Host() {
    const [rows, setRows] = useState(100_000);
    return (
      <I18nProvider locale={locale}>
        <NumberField
          label="Rows"
          value={rows}
          onCommit={(value) => {
            onCommit(value);
            setRows(value);
          }}
          validate={(value) => (value >= 1 && value <= 1e8 ? null : `${value} is not within 1 and 100000000`)}
          step={1000}
          stepLabels={{ increase: 'More rows', decrease: 'Fewer rows' }}
        />
        <button type="button" onClick={() => setRows(8)}>
          undo
        </button>
      </I18nProvider>
    );
  }
  render(<Host />);
  return { onCommit, user: userEvent.setup(), input: screen.getByRole('spinbutton', { name: 'Rows' }) };
}

it.each(['1000000', '1,000,000', '1 000 000', '1e6', '1M'])(
  'commits %j on Enter and shows it formatted',
  async (text) => {
    const { onCommit, user, input } = renderRows();
    await user.clear(input);
    await user.type(input, `${text}{Enter}`);
    expect(onCommit).toHaveBeenCalledExactlyOnceWith(1_000_000);
    expect(input).toHaveValue('1,000,000');
  },
);

it('commits a pasted number on leaving the field', async () => {
  const { onCommit, user, input } = renderRows();
  await user.clear(input);
  await user.paste('250 000');
  expect(onCommit).not.toHaveBeenCalled();
  await user.tab();
  expect(onCommit).toHaveBeenCalledExactlyOnceWith(250_000);
});

it('formats by the locale around it', () => {
  expect(renderRows('ru').input).toHaveValue('100\u00a0000');
});

it('keeps the last good value and says what was wrong', async () => {
  const { onCommit, user, input } = renderRows();
  await user.clear(input);
  await user.type(input, '0{Enter}');
  expect(onCommit).not.toHaveBeenCalled();
  expect(input).toBeInvalid();
  expect(input).toHaveAccessibleDescription('0 is not within 1 and 100000000');
  expect(input).toHaveAttribute('aria-valuenow', '100000');
  await user.keyboard('{Escape}');
  expect(input).toHaveValue('100,000');
  expect(input).toBeValid();
});

it('refuses a text that is no number', async () => {
  const { onCommit, user, input } = renderRows();
  await user.clear(input);
  await user.type(input, 'many{Enter}');
  expect(onCommit).not.toHaveBeenCalled();
  expect(input).toHaveAccessibleDescription('NaN is not within 1 and 100000000');
});

it('steps by arrow keys and by its buttons, and stops at the end of the range', async () => {
  const { onCommit, user, input } = renderRows();
  await user.click(input);
  await user.keyboard('{ArrowUp}{PageDown}');
  await user.click(screen.getByRole('button', { name: 'More rows' }));
  expect(onCommit.mock.calls).toEqual([[101_000], [91_000], [92_000]]);
  for (let i = 0; i < 10; i++) await user.keyboard('{PageDown}');
  expect(onCommit.mock.lastCall).toEqual([2000]);
  expect(input).toHaveAccessibleDescription('-8000 is not within 1 and 100000000');
  expect(input).toHaveValue('2,000');
});

it('drops a refused text when the value changes from outside', async () => {
  const { user, input } = renderRows();
  await user.clear(input);
  await user.type(input, '0{Enter}');
  await user.click(screen.getByRole('button', { name: 'undo' }));
  expect(input).toHaveValue('8');
  expect(input).toBeValid();
});

it('commits a text once, tells of every keystroke, and refuses with a reason', async () => {
  const onCommit = vi.fn();
  const onInput = vi.fn();
  const validate = (text: string) => (text === '' ? 'A column needs a name' : null);
  render(<TextField label="Partition key" value="id" onCommit={onCommit} onInput={onInput} validate={validate} />);
  const user = userEvent.setup();
  const input = screen.getByRole('textbox', { name: 'Partition key' });
  await user.clear(input);
  await user.keyboard('{Enter}');
  expect(input).toHaveAccessibleDescription('A column needs a name');
  await user.type(input, 'ab{Enter}');
  expect(onCommit).toHaveBeenCalledExactlyOnceWith('ab');
  expect(onInput.mock.calls).toEqual([[''], ['a'], ['ab']]);
});

it('chooses an option by keyboard and reads why another is not to be had', async () => {
  const onSelect = vi.fn();
  render(
    <Select
      label="Type"
      value="int8"
      onSelect={onSelect}
      options={[
        { id: 'int8', label: 'bigint' },
        { id: 'numeric', label: 'numeric', disabledReason: 'Not modelled yet' },
        { id: 'text', label: 'text' },
      ]}
    />,
  );
  const user = userEvent.setup();
  await user.tab();
  expect(screen.getByRole('button', { name: 'bigint Type' })).toHaveFocus();
  await user.keyboard('{Enter}{ArrowDown}');
  const refused = screen.getByRole('option', { name: 'numeric' });
  expect(refused).toHaveFocus();
  expect(refused).toHaveAttribute('aria-disabled', 'true');
  expect(refused).toHaveAccessibleDescription('Not modelled yet');
  await user.keyboard('{Enter}');
  expect(onSelect).not.toHaveBeenCalled();
  await user.click(screen.getByRole('button', { name: 'bigint Type' }));
  await user.click(screen.getByRole('option', { name: 'text' }));
  expect(onSelect).toHaveBeenCalledExactlyOnceWith('text');
});

it('moves a slider by keys, shows its value as text and commits once a key', async () => {
  const onCommit = vi.fn();
  function Host() {
    const [value, setValue] = useState(1);
    const format = (s: number) => `s = ${s.toFixed(1)}`;
    return (
      <Slider
        label="Skew"
        value={value}
        onChange={setValue}
        onCommit={onCommit}
        min={0}
        max={2}
        step={0.5}
        format={format}
      />
    );
  }
  render(<Host />);
  const user = userEvent.setup();
  await user.tab();
  await user.keyboard('{ArrowRight}');
  const slider = screen.getByRole('slider', { name: 'Skew' });
  expect(slider).toHaveValue('1.5');
  expect(slider).toHaveAttribute('aria-valuetext', 's = 1.5');
  expect(onCommit).toHaveBeenCalledExactlyOnceWith(1.5);
});

it('toggles a checkbox and a switch with Space', async () => {
  const onCheck = vi.fn();
  const onSwitch = vi.fn();
  render(
    <>
      <Checkbox label="Jump hash" isChecked={false} onChange={onCheck} end="33.3 %" />
      <Switch label="Loop" isOn onChange={onSwitch} />
    </>,
  );
  const user = userEvent.setup();
  await user.tab();
  expect(screen.getByRole('checkbox', { name: 'Jump hash' })).toHaveFocus();
  await user.keyboard(' ');
  await user.tab();
  expect(screen.getByRole('switch', { name: 'Loop' })).toBeChecked();
  await user.keyboard(' ');
  expect(onCheck).toHaveBeenCalledExactlyOnceWith(true);
  expect(onSwitch).toHaveBeenCalledExactlyOnceWith(false);
});

it('chooses a segment, and never none', async () => {
  const onSelect = vi.fn();
  const segments = [
    { id: 'one', label: '1×' },
    { id: 'two', label: '2×' },
  ] as const;
  render(<SegmentedControl label="Speed" value="one" segments={segments} onSelect={onSelect} />);
  const user = userEvent.setup();
  expect(screen.getByRole('radiogroup', { name: 'Speed' })).toBeInTheDocument();
  expect(screen.getByRole('radio', { name: '1×' })).toBeChecked();
  await user.click(screen.getByRole('radio', { name: '2×' }));
  await user.click(screen.getByRole('radio', { name: '1×' }));
  expect(onSelect.mock.calls.flat()).not.toContain(undefined);
  expect(onSelect.mock.calls[0]).toEqual(['two']);
});

it('names a group of controls and describes it by its error', () => {
  render(
    <Field label="Columns" error="Two columns are called id">
      <button type="button">Add</button>
    </Field>,
  );
  expect(screen.getByRole('group', { name: 'Columns' })).toHaveAccessibleDescription('Two columns are called id');
});
