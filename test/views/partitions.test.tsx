import { act, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { setPlayback } from '../../src/store/createAppStore.ts';
import type { Scenario } from '../../src/store/scenario.ts';
import { PartitionsView } from '../../src/views/partitions/PartitionsView.tsx';
import { plain, planOf, renderApp } from '../fixtures/renderApp.tsx';

async function setup(document: Scenario = planOf(8, 16)) {
  const app = await renderApp(<PartitionsView />, { document });
  const rows = () =>
    within(screen.getByRole('table'))
      .getAllByRole('row')
      .slice(1)
      .map((row) => [
        plain(within(row).getByRole('rowheader').textContent),
        ...within(row)
          .getAllByRole('cell')
          .map((cell) => plain(cell.textContent)),
      ]);
  const names = () => rows().map(([name]) => name);
  const sort = (column: string) => app.user.click(screen.getByRole('button', { name: column }));
  return { ...app, rows, names, sort };
}

afterEach(() => void vi.restoreAllMocks());

describe('the table of partitions', () => {
  it('shows those before the change, their exact rows and what becomes of them', async () => {
    const { rows } = await setup();
    expect(screen.getByRole('table', { name: 'Partitions before the change' })).toBeInTheDocument();
    expect(rows()).toHaveLength(8);
    expect(rows().map((row) => row[2])).toEqual([
      '12 644',
      '12 575',
      '12 571',
      '12 448',
      '12 482',
      '12 403',
      '12 400',
      '12 477',
    ]);
    const third = rows().find(([name]) => name === 'orders_8_3');
    const becomes = 'orders_16_3, orders_16_11';
    expect(third).toEqual(['orders_8_3', '(8, 3)', '12 448', '12.4 %', becomes, '6 253', 'waiting']);
  });

  it('names the heirs in short where there is little room, with their whole names at the pointer', async () => {
    vi.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(448);
    vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(300);
    const { rows } = await setup();
    expect(rows().find(([name]) => name === 'orders_8_3')![4]).toBe('orders_16_3, 11');
    expect(screen.getByText('orders_16_3, 11')).toHaveAttribute('title', 'orders_16_3, orders_16_11');
  });

  it('tells which are done when the playhead moves', async () => {
    const { store, rows } = await setup();
    act(() => setPlayback(store, { playing: false, t: 2 }));
    const status = Object.fromEntries(rows().map((row) => [row[0], row.at(-1)]));
    expect(status).toMatchObject({ orders_8_0: 'done', orders_8_4: 'done', orders_8_2: 'waiting' });
  });

  it('sorts by a column, and the other way round at the second press', async () => {
    const { names, sort } = await setup();
    await sort('Rows');
    expect(names().slice(0, 2)).toEqual(['orders_8_6', 'orders_8_5']);
    expect(screen.getByRole('columnheader', { name: 'Rows' })).toHaveAttribute('aria-sort', 'ascending');
    await sort('Rows');
    expect(names().slice(0, 2)).toEqual(['orders_8_0', 'orders_8_1']);
    expect(screen.getByRole('columnheader', { name: 'Rows' })).toHaveAttribute('aria-sort', 'descending');
  });

  it('sorts names as people count', async () => {
    const { names, sort } = await setup(planOf(16, 8));
    await sort('Partition');
    expect(names().slice(8, 12)).toEqual(['orders_16_8', 'orders_16_9', 'orders_16_10', 'orders_16_11']);
  });

  it('shows those that exist at the playhead', async () => {
    const { user, store, rows } = await setup();
    await user.click(screen.getByRole('radio', { name: 'At the playhead' }));
    expect(store.getState().ui.moment).toBe('now');
    expect(rows()).toHaveLength(8);
    act(() => setPlayback(store, { playing: false, t: 7 }));
    expect(screen.getByRole('table', { name: 'Partitions after 7 steps' })).toBeInTheDocument();
    expect(rows()).toHaveLength(15);
    const split = rows().filter(([name]) => name === 'orders_16_3' || name === 'orders_16_11');
    expect(split.map((row) => row.slice(0, 3))).toEqual([
      ['orders_16_3', '(16, 3)', '6 195'],
      ['orders_16_11', '(16, 11)', '6 253'],
    ]);
    const total = rows().reduce((sum, row) => sum + Number(row[2]!.replaceAll(' ', '')), 0);
    expect(total).toBe(100_000);
  });
});
