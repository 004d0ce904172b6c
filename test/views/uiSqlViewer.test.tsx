import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { SqlViewer } from '../../src/views/sql/SqlViewer.tsx';

const text = ['-- step 1', 'BEGIN;', 'ALTER TABLE orders DETACH PARTITION o_8_6;', 'COMMIT;', "SELECT 'done';"].join(
  '\n',
);
const markedLines = () => [...document.querySelectorAll('.cm-currentStep')].map((line) => line.textContent);

it('shows a named, focusable text that can not be changed', async () => {
  const onReady = vi.fn();
  render(<SqlViewer text={text} label="SQL of the plan" onReady={onReady} />);
  const user = userEvent.setup();
  const box = screen.getByRole('textbox', { name: 'SQL of the plan' });
  expect(box).toHaveAttribute('aria-readonly', 'true');
  expect(onReady).toHaveBeenCalledOnce();
  await user.tab();
  expect(box).toHaveFocus();
  await user.keyboard('{Enter}');
  expect(document.querySelectorAll('.cm-line')).toHaveLength(5);
  expect(box.textContent).toBe(text.replaceAll('\n', ''));
});

it('colours key words, strings, numbers, comments and types, but no names', () => {
  const sql = [
    '-- BEGIN 1',
    `SELECT "A" FROM orders_8_6 WHERE n = 12 AND x = 'it''s -- no comment'::text;`,
    String.raw`SELECT E'\'', bigint1;`,
  ];
  render(<SqlViewer text={sql.join('\n')} label="SQL" />);
  const coloured = Array.from(document.querySelectorAll('.cm-line > span'), ({ className, textContent }) => [
    className.replace('cm-sql-', ''),
    textContent,
  ]);
  expect(coloured).toEqual([
    ['comment', '-- BEGIN 1'],
    ['keyword', 'SELECT'],
    ['string', '"A"'],
    ['keyword', 'FROM'],
    ['keyword', 'WHERE'],
    ['number', '12'],
    ['keyword', 'AND'],
    ['string', "'it''s -- no comment'"],
    ['keyword', 'text'],
    ['keyword', 'SELECT'],
    ['string', String.raw`E'\''`],
  ]);
});

it('marks the lines of the current step and follows it', () => {
  const { rerender } = render(<SqlViewer text={text} label="SQL" activeLines={{ from: 2, to: 3 }} />);
  expect(markedLines()).toEqual(['BEGIN;', 'ALTER TABLE orders DETACH PARTITION o_8_6;']);
  rerender(<SqlViewer text={text} label="SQL" activeLines={{ from: 5, to: 5 }} />);
  expect(markedLines()).toEqual(["SELECT 'done';"]);
  rerender(<SqlViewer text={text} label="SQL" activeLines={null} />);
  expect(markedLines()).toEqual([]);
});

it('takes a new text and new lines in one go, and cuts lines beyond the end', () => {
  const { rerender } = render(<SqlViewer text={text} label="SQL" activeLines={{ from: 5, to: 5 }} />);
  rerender(<SqlViewer text={'BEGIN;\nCOMMIT;'} label="SQL" activeLines={{ from: 2, to: 9 }} />);
  expect(screen.getByRole('textbox')).toHaveTextContent('BEGIN;COMMIT;');
  expect(markedLines()).toEqual(['COMMIT;']);
});

it('keeps what is in view in the document, however long the script', () => {
  const long = Array.from({ length: 60_000 }, (_, index) => `DROP TABLE orders_${index};`).join('\n');
  render(<SqlViewer text={long} label="SQL" activeLines={{ from: 59_000, to: 59_002 }} />);
  expect(document.querySelectorAll('.cm-line').length).toBeLessThan(2000);
  expect(screen.getByRole('textbox')).toHaveTextContent('DROP TABLE');
});

it('opens a search panel in the words it is given', async () => {
  render(<SqlViewer text={text} label="SQL" phrases={{ Find: 'Suchen', next: 'weiter' }} />);
  const user = userEvent.setup();
  await user.tab();
  await user.keyboard('{Control>}f{/Control}');
  expect(screen.getByRole('textbox', { name: 'Suchen' })).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'weiter' })).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'replace' })).not.toBeInTheDocument();
});
