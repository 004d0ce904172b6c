import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { ActionPopover } from '../../src/ui/ActionPopover.tsx';
import { Button } from '../../src/ui/Button.tsx';
import { CopyButton } from '../../src/ui/CopyButton.tsx';
import { IconButton } from '../../src/ui/IconButton.tsx';

it('presses a button by mouse, Enter and Space', async () => {
  const onPress = vi.fn();
  render(<Button label="Show 16" onPress={onPress} />);
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: 'Show 16' }));
  await user.keyboard('{Enter} ');
  expect(onPress).toHaveBeenCalledTimes(3);
});

it('keeps a disabled button in the tab order and describes it by the reason', async () => {
  const onPress = vi.fn();
  render(<Button label="Merge" onPress={onPress} disabledReason="12 does not divide 8" />);
  const user = userEvent.setup();
  await user.tab();
  const button = screen.getByRole('button', { name: 'Merge' });
  expect(button).toHaveFocus();
  expect(button).toHaveAttribute('aria-disabled', 'true');
  expect(screen.getByRole('tooltip')).toHaveTextContent('12 does not divide 8');
  expect(button).toHaveAccessibleDescription('12 does not divide 8');
  await user.keyboard('{Enter}');
  await user.click(button);
  expect(onPress).not.toHaveBeenCalled();
});

it('names an icon button by its label and shows label and shortcut as its tooltip', async () => {
  render(<IconButton label="Play" icon="play" shortcut="Space" onPress={() => undefined} isPressed={false} />);
  await userEvent.setup().tab();
  expect(screen.getByRole('button', { name: 'Play', pressed: false })).toHaveFocus();
  expect(screen.getByRole('tooltip')).toHaveTextContent('Play (Space)');
});

it('hides a tooltip on Escape', async () => {
  render(<IconButton label="Play" icon="play" onPress={() => undefined} />);
  const user = userEvent.setup();
  await user.tab();
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('tooltip')).not.toBeInTheDocument();
});

it('copies a text and says so', async () => {
  const user = userEvent.setup();
  render(<CopyButton label="Copy" text={() => 'SELECT 1;'} copiedText="Copied" failedText="Refused" />);
  await user.click(screen.getByRole('button', { name: 'Copy' }));
  expect(await screen.findByText('Copied', { selector: '[role=status]' })).toBeInTheDocument();
  expect(await navigator.clipboard.readText()).toBe('SELECT 1;');
});

it('says when neither way of copying is allowed', async () => {
  const user = userEvent.setup();
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('denied'));
  render(<CopyButton label="Copy" text="SELECT 1;" copiedText="Copied" failedText="Refused" />);
  await user.click(screen.getByRole('button', { name: 'Copy' }));
  expect(await screen.findByText('Refused', { selector: '[role=status]' })).toBeInTheDocument();
  expect(document.querySelector('textarea')).toBeNull();
});

function renderActions() {
  const onClose = vi.fn();
  const onSplit = vi.fn();
  const onMerge = vi.fn();
  render(
    <ActionPopover
      anchor={{ x: 10, y: 10, width: 80, height: 40 }}
      heading="orders_8_6"
      description="12 400 rows"
      onClose={onClose}
      actions={[
        { id: 'split', label: 'Split by 2', hint: '6 263 + 6 137 rows', onAction: onSplit },
        { id: 'merge', label: 'Merge', disabledReason: 'Its sibling is split', onAction: onMerge },
      ]}
    />,
  );
  return { onClose, onSplit, onMerge, dialog: within(screen.getByRole('dialog', { name: 'orders_8_6' })) };
}

it('walks the actions of a popover, and reads the reason of a disabled one', async () => {
  const { dialog, onMerge, onClose } = renderActions();
  const user = userEvent.setup();
  expect(dialog.getByRole('button', { name: 'Split by 2 6 263 + 6 137 rows' })).toHaveFocus();
  await user.keyboard('{ArrowDown}');
  expect(dialog.getByRole('button', { name: 'Merge Its sibling is split' })).toHaveFocus();
  await user.keyboard('{Enter}');
  expect(onMerge).not.toHaveBeenCalled();
  expect(onClose).not.toHaveBeenCalled();
});

it('runs an action and closes', async () => {
  const { onSplit, onClose } = renderActions();
  await userEvent.setup().keyboard('{Enter}');
  expect(onSplit).toHaveBeenCalledOnce();
  expect(onClose).toHaveBeenCalledOnce();
});

it('closes a popover on Escape', async () => {
  const { onClose, onSplit } = renderActions();
  await userEvent.setup().keyboard('{Escape}');
  expect(onClose).toHaveBeenCalledOnce();
  expect(onSplit).not.toHaveBeenCalled();
});
