import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { EmptyNote } from '../../src/ui/EmptyNote.tsx';
import { ErrorNote } from '../../src/ui/ErrorNote.tsx';
import { LiveRegion } from '../../src/ui/LiveRegion.tsx';
import { Meter } from '../../src/ui/Meter.tsx';
import { ProgressBar } from '../../src/ui/ProgressBar.tsx';
import { Stat } from '../../src/ui/Stat.tsx';
import { ToastRegion } from '../../src/ui/ToastRegion.tsx';
import { createToastQueue } from '../../src/ui/toastQueue.ts';

afterEach(() => {
  vi.useRealTimers();
});

it('says only the last of several quick messages, after a rest', () => {
  vi.useFakeTimers();
  const { rerender } = render(<LiveRegion message="step 1" delay={100} />);
  act(() => void vi.advanceTimersByTime(60));
  rerender(<LiveRegion message="step 2" delay={100} />);
  act(() => void vi.advanceTimersByTime(60));
  expect(screen.getByRole('status')).toBeEmptyDOMElement();
  act(() => void vi.advanceTimersByTime(60));
  expect(screen.getByRole('status')).toHaveTextContent('step 2');
});

function renderToasts() {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const queue = createToastQueue();
  render(<ToastRegion queue={queue} label="Messages" closeLabel="Dismiss" duration={1000} />);
  const region = within(screen.getByRole('region', { name: 'Messages' }));
  return { queue, region, user: userEvent.setup({ advanceTimers: vi.advanceTimersByTime }) };
}

it('lets a message leave by itself but keeps an error until it is dismissed', async () => {
  const { queue, region, user } = renderToasts();
  act(() => {
    queue.add({ text: 'Copied', tone: 'ok' });
    queue.add({ text: 'The link is broken', tone: 'error' });
  });
  expect(region.getAllByRole('listitem')).toHaveLength(2);
  act(() => void vi.advanceTimersByTime(1500));
  expect(region.getByRole('listitem')).toHaveTextContent('The link is broken');
  await user.click(region.getByRole('button', { name: 'Dismiss' }));
  expect(region.queryByRole('listitem')).not.toBeInTheDocument();
});

it('keeps a message while the pointer is on it', async () => {
  const { queue, region, user } = renderToasts();
  act(() => {
    queue.add({ text: 'Copied', tone: 'ok' });
  });
  await user.hover(region.getByText('Copied'));
  act(() => void vi.advanceTimersByTime(5000));
  expect(region.getByText('Copied')).toBeInTheDocument();
  await user.unhover(region.getByText('Copied'));
  act(() => void vi.advanceTimersByTime(1500));
  expect(region.queryByText('Copied')).not.toBeInTheDocument();
});

it('runs the action of a message and dismisses it', async () => {
  const { queue, region, user } = renderToasts();
  const onAction = vi.fn();
  act(() => {
    queue.add({ text: 'Partition merged', tone: 'info', action: { label: 'Undo', onAction } });
  });
  act(() => void vi.advanceTimersByTime(5000));
  await user.click(region.getByRole('button', { name: 'Undo' }));
  expect(onAction).toHaveBeenCalledOnce();
  expect(region.queryByRole('listitem')).not.toBeInTheDocument();
});

it('reads a meter with its name and its text', () => {
  render(<Meter label="node 1" value={18.6} max={40} text="18.6 k" hue={1} />);
  const meter = screen.getByRole('meter', { name: 'node 1' });
  expect(meter).toHaveAttribute('aria-valuetext', '18.6 k');
  expect(meter).toHaveAttribute('aria-valuenow', '18.6');
});

it('reads progress with its denominator, and cancels', async () => {
  const onCancel = vi.fn();
  render(
    <ProgressBar
      label="Inserting"
      share={0.4}
      text="40 000 of 100 000 rows"
      onCancel={onCancel}
      cancelLabel="Cancel"
    />,
  );
  const bar = screen.getByRole('progressbar', { name: 'Inserting' });
  expect(bar).toHaveAttribute('aria-valuenow', '40');
  expect(bar).toHaveAttribute('aria-valuetext', '40 000 of 100 000 rows');
  await userEvent.setup().click(screen.getByRole('button', { name: 'Cancel' }));
  expect(onCancel).toHaveBeenCalledOnce();
});

it('claims no share of progress that is unknown', () => {
  render(<ProgressBar label="Starting" share={null} text="loading" />);
  expect(screen.getByRole('progressbar', { name: 'Starting' })).not.toHaveAttribute('aria-valuenow');
  expect(screen.queryByRole('button')).not.toBeInTheDocument();
});

it('explains how exact a figure is, and opens its formula', async () => {
  render(
    <Stat
      value="49 986"
      unit="rows"
      label="change table"
      denominator="of 100 000"
      exactness={{ kind: 'exact', label: 'exact', explanation: 'counted over all keys' }}
      formula={{ hint: 'show formula', heading: 'Rows moved', children: <p>Rows whose remainder changes</p> }}
    />,
  );
  const user = userEvent.setup();
  expect(screen.getByText('change table of 100 000')).toBeInTheDocument();
  await user.tab();
  await user.tab();
  expect(screen.getByRole('button', { name: 'exact' })).toHaveAccessibleDescription('exact: counted over all keys');
  await user.click(screen.getByRole('button', { name: '49 986 rows show formula' }));
  expect(screen.getByRole('dialog', { name: 'Rows moved' })).toHaveTextContent('Rows whose remainder changes');
});

it('alerts to a refusal with the exact words of the server', () => {
  render(<ErrorNote text="The bounds were refused." quote={'partition "a" would overlap partition "b"'} />);
  expect(screen.getByRole('alert')).toHaveTextContent('partition "a" would overlap partition "b"');
});

it('offers a way out of an empty view', () => {
  render(<EmptyNote text="Nothing is selected." action={<button type="button">Select all</button>} />);
  expect(screen.getByText('Nothing is selected.')).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Select all' })).toBeInTheDocument();
});
