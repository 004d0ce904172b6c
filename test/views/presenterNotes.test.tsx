import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import type { ToNotes } from '../../src/store/presenter/notes.ts';
import { NotesView } from '../../src/views/presenter/NotesView.tsx';

const now = { caption: 'Step 1 of 2', notes: ['Reads 10 rows.', 'Locks: none.'] };
const next = { caption: 'Step 2 of 2', notes: ['Reads 20 rows.', 'Locks: one.'] };

function told(slide: number): ToNotes {
  const startedAt = Date.now() - 65_000;
  const notes = {
    slide,
    count: 2,
    now,
    next: slide === 0 ? next : null,
    startedAt,
    locale: 'en',
    theme: 'light',
  } as const;
  return { type: 'notes', notes };
}

afterEach(() => vi.useRealTimers());

it('shows this slide whole, the next one in short, the count and the time', () => {
  vi.useFakeTimers({ now: 1_000_000 });
  render(<NotesView told={told(0)} onGo={() => undefined} />);
  expect(screen.getByRole('region', { name: 'Now' })).toHaveTextContent('Step 1 of 2Reads 10 rows.Locks: none.');
  expect(screen.getByRole('region', { name: 'Next' })).toHaveTextContent('Step 2 of 2Reads 20 rows.');
  expect(screen.getByRole('region', { name: 'Next' })).not.toHaveTextContent('Locks: one.');
  expect(screen.getByText('1 / 2')).toBeInTheDocument();
  expect(screen.getByRole('timer')).toHaveTextContent('Time 1:05');
});

it('turns the page by buttons and keys, and not beyond the ends', async () => {
  const onGo = vi.fn();
  const user = userEvent.setup();
  const { rerender } = render(<NotesView told={told(0)} onGo={onGo} />);
  await user.click(screen.getByRole('button', { name: 'Next slide' }));
  await user.click(screen.getByRole('button', { name: 'Previous slide' }));
  expect(onGo.mock.calls).toEqual([[1]]);
  await user.keyboard('{PageDown}{PageUp}b');
  expect(onGo.mock.calls).toEqual([[1], [1], [-1]]);
  rerender(<NotesView told={told(1)} onGo={onGo} />);
  expect(screen.getByRole('region', { name: 'Next' })).toHaveTextContent('This is the last slide.');
});

it('waits for the presentation, and says when it has ended', () => {
  const { rerender } = render(<NotesView told={null} onGo={() => undefined} />);
  expect(screen.getByText(/^The notes appear here/)).toBeInTheDocument();
  rerender(<NotesView told={{ type: 'ended' }} onGo={() => undefined} />);
  expect(screen.getByText('The presentation has ended.')).toBeInTheDocument();
});
