import { act, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { defaultScenario, type Scenario } from '../../src/store/scenario.ts';
import { TargetsTable } from '../../src/views/targets/TargetsTable.tsx';
import { plain, planOf, renderApp } from '../fixtures/renderApp.tsx';

afterEach(() => void vi.restoreAllMocks());

async function setup(document?: Scenario) {
  const complaints = vi.spyOn(console, 'error');
  const app = await renderApp(<TargetsTable />, document === undefined ? {} : { document });
  const table = () => screen.getByRole('table', { name: 'Same keys, other targets' });
  /** Name, rows moved, hottest over mean, in place. */
  const rows = () =>
    within(table())
      .getAllByRole('row')
      .slice(1)
      .map((row) => {
        const cells = within(row)
          .getAllByRole('cell')
          .map((cell) => plain(cell.textContent));
        return [plain(within(row).getByRole('rowheader').textContent), ...cells.filter((_, index) => index !== 1)];
      });
  return { ...app, rows, complaints };
}

describe('the table of targets', () => {
  it('compares the wish with its neighbours and with the least possible', async () => {
    const { rows } = await setup();
    expect(rows()).toEqual([
      ['PG 8 → 12, rebuild', '66 816', '1.018×', 'refused'],
      ['PG 8 → 16, split in place', '49 986', '1.030×', 'yes'],
      ['PG 8 → 24, split in place', '66 816', '1.034×', 'yes'],
      ['PG 8 → 4, merge in place', '49 762', '1.005×', 'yes'],
      ['Lower bound for 8 → 12, equal parts', '33 334', '1.000×', ''],
    ]);
  });

  it('chooses one at a press', async () => {
    const { user, state, counted, rows } = await setup();
    await user.click(screen.getByRole('button', { name: 'PG 8 → 16, split in place' }));
    expect(state().document.to).toEqual({ kind: 'uniform', modulus: 16 });
    await act(counted);
    expect(rows()[0]).toEqual(['PG 8 → 16, split in place', '49 986', '1.030×', 'yes']);
    expect(screen.queryByRole('button', { name: 'PG 8 → 16, split in place' })).not.toBeInTheDocument();
  });

  it('tells a mixed target from an even one of the same size', async () => {
    const bounds = [0, 1, 2].map((remainder) => ({ modulus: 4, remainder }));
    const fine = [0, 1, 2, 3, 4].map((part) => ({ modulus: 20, remainder: 3 + 4 * part }));
    const { rows, complaints } = await setup({ ...planOf(4, 8), to: { kind: 'mixed', bounds: [...bounds, ...fine] } });
    const names = rows().map(([name]) => name);
    expect(names).toContain('PG 4 → 8 mixed, split in place');
    expect(names).toContain('PG 4 → 8, split in place');
    expect(complaints).not.toHaveBeenCalled();
  });

  it('stands even when no row moves at all', async () => {
    const { rows, complaints } = await setup({
      ...planOf(2, 4),
      keys: { ...defaultScenario.keys, rows: 1 },
    });
    expect(rows()[0]?.[1]).toBe('0');
    expect(complaints).not.toHaveBeenCalled();
  });

  it('is not there when nothing changes', async () => {
    await setup(planOf(8, 8));
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
  });
});
