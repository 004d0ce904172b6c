import { fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { DataTable } from '../../src/ui/DataTable.tsx';
import type { DataColumn } from '../../src/ui/dataColumn.ts';

interface Row {
  readonly id: string;
  readonly rows: number;
}

const columns: readonly DataColumn<Row>[] = [
  { id: 'name', label: 'Partition', isRowHeader: true, sortValue: (row) => row.id, cell: (row) => row.id },
  { id: 'rows', label: 'Rows', align: 'end', sortValue: (row) => row.rows, cell: (row) => String(row.rows) },
  { id: 'note', label: 'Note', cell: () => '' },
];

function makeRows(count: number): readonly Row[] {
  return Array.from({ length: count }, (_, index) => ({ id: `p_${index}`, rows: (index * 7) % count }));
}

const rowNames = () => screen.getAllByRole('rowheader').map((cell) => cell.textContent);

it('has a caption, column heads and row heads', () => {
  render(<DataTable caption="Rows by partition" columns={columns} rows={makeRows(3)} />);
  const table = screen.getByRole('table', { name: 'Rows by partition' });
  expect(
    within(table)
      .getAllByRole('columnheader')
      .map((head) => head.textContent),
  ).toEqual(['Partition', 'Rows', 'Note']);
  expect(within(table).getByRole('row', { name: 'p_1 1' })).toBeInTheDocument();
});

it('sorts by a column, turns the order round, and says so', async () => {
  render(<DataTable caption="Rows by partition" columns={columns} rows={makeRows(4)} />);
  const user = userEvent.setup();
  const head = screen.getByRole('columnheader', { name: 'Rows' });
  expect(head).toHaveAttribute('aria-sort', 'none');
  await user.click(screen.getByRole('button', { name: 'Rows' }));
  expect(head).toHaveAttribute('aria-sort', 'ascending');
  expect(rowNames()).toEqual(['p_0', 'p_3', 'p_2', 'p_1']);
  await user.keyboard('{Enter}');
  expect(head).toHaveAttribute('aria-sort', 'descending');
  expect(rowNames()).toEqual(['p_1', 'p_2', 'p_3', 'p_0']);
});

it('begins with the given order', () => {
  const defaultSort = { columnId: 'name', direction: 'descending' } as const;
  render(<DataTable caption="Rows by partition" columns={columns} rows={makeRows(12)} defaultSort={defaultSort} />);
  expect(rowNames().slice(0, 3)).toEqual(['p_11', 'p_10', 'p_9']);
});

it('holds a part of 4096 rows in the document, tells the whole, and follows the scrolling', () => {
  render(<DataTable caption="Rows by partition" columns={columns} rows={makeRows(4096)} />);
  expect(screen.getByRole('table')).toHaveAttribute('aria-rowcount', '4097');
  expect(rowNames().length).toBeLessThan(80);
  fireEvent.scroll(screen.getByRole('region', { name: 'Rows by partition' }), { target: { scrollTop: 24 * 4096 } });
  const last = screen.getByRole('row', { name: `p_4095 ${(4095 * 7) % 4096}` });
  expect(last).toHaveAttribute('aria-rowindex', '4097');
  expect(screen.queryByRole('rowheader', { name: 'p_0' })).not.toBeInTheDocument();
});

it('selects a row by its head and shows which is selected', async () => {
  const onSelect = vi.fn();
  render(
    <DataTable caption="Rows by partition" columns={columns} rows={makeRows(3)} selectedId="p_1" onSelect={onSelect} />,
  );
  expect(screen.getByRole('button', { name: 'p_1', pressed: true })).toBeInTheDocument();
  await userEvent.setup().click(screen.getByRole('button', { name: 'p_2', pressed: false }));
  expect(onSelect).toHaveBeenCalledExactlyOnceWith('p_2');
});
