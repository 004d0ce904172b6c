import { act, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { setUi } from '../../src/store/createAppStore.ts';
import { startPreview } from '../../src/store/effects/preview.ts';
import { defaultScenario, type Scenario } from '../../src/store/scenario.ts';
import type { Selection, Side } from '../../src/store/state.ts';
import { BoxActions } from '../../src/views/boxActions/BoxActions.tsx';
import { createHeldEngine } from '../fixtures/heldEngine.ts';
import { plain, planOf, renderApp } from '../fixtures/renderApp.tsx';

async function setup(document: Scenario = planOf(8, 16)) {
  const engine = createHeldEngine();
  const app = await renderApp(<BoxActions />, {
    document,
    rewire: ({ store }) => {
      startPreview(store, { previewEngine: engine });
      return {};
    },
  });
  const select = async (name: string, side: Side = 'from') => {
    const anchor = { x: 10, y: 10, width: 40, height: 20 };
    const selection: Selection = { row: side === 'from' ? 'before' : 'after', side, name, anchor };
    act(() => setUi(app.store, { selection }));
    await act(async () => void (await engine.runs.at(-1)?.finish()));
  };
  /** Every action as its button's text, in order. */
  const actions = () =>
    within(screen.getByRole('dialog'))
      .getAllByRole('button')
      .map((button) => plain(button.textContent))
      .filter((text) => /^(Split|Merge)/.test(text));
  const action = (name: RegExp) => screen.getByRole('button', { name });
  return { ...app, select, actions, action, target: () => app.state().document.to };
}

const chainRefusal = 'every hash partition modulus must be a factor of the next larger modulus';

describe('the actions of a partition', () => {
  it('open where it is, with its bound and its exact rows', async () => {
    const { select } = await setup();
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    await select('orders_8_3');
    expect(screen.getByRole('dialog', { name: 'orders_8_3' })).toHaveTextContent(
      'MODULUS 8, REMAINDER 3, node 4: 12 448 rows, 12.4 % of all',
    );
  });

  it('show what each split would give, to the row', async () => {
    const { select, actions } = await setup();
    await select('orders_8_3');
    expect(actions()[0]).toBe('Split by 2 6 195 + 6 253');
    expect(actions()).toHaveLength(8);
    for (const text of actions().slice(0, 3)) {
      const rows = text
        .replace(/^Split by \d+ /, '')
        .split(' + ')
        .map((part) => Number(part.replaceAll(' ', '')));
      expect(rows.reduce((a, b) => a + b)).toBe(12_448);
    }
    expect(actions()[3]).toBe('Split by 5 5 × 2 417 – 2 570');
    expect(actions()[4]).toBe('Split by 8 8 × 1 486 – 1 614');
  });

  it('split it and leave all others alone', async () => {
    const { select, user, action, target, state } = await setup();
    await select('orders_8_3');
    await user.click(action(/^Split by 2/));
    expect(target()).toMatchObject({ kind: 'mixed' });
    const bounds = target().kind === 'mixed' ? (target() as { bounds: readonly object[] }).bounds : [];
    expect(bounds).toHaveLength(9);
    expect(bounds).toEqual(
      expect.arrayContaining([
        { modulus: 16, remainder: 3 },
        { modulus: 16, remainder: 11 },
      ]),
    );
    expect(state().ui.selection).toBeNull();
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });

  it('merge it with its siblings, which they name', async () => {
    const { select, user, action, actions, target } = await setup();
    await select('orders_8_3');
    expect(actions().slice(5)).toEqual([
      'Merge into modulus 4 with orders_8_7',
      'Merge into modulus 2 with orders_8_1, orders_8_5, orders_8_7',
      'Merge into modulus 1 with orders_8_0, orders_8_1, orders_8_2, …',
    ]);
    await user.click(action(/into modulus 4/));
    expect(target()).toMatchObject({ kind: 'mixed' });
    expect(JSON.stringify(target())).toContain('{"modulus":4,"remainder":3}');
    expect(JSON.stringify(target())).not.toContain('{"modulus":8,"remainder":7}');
  });

  it('of a wished partition start at the wished ones', async () => {
    const { select, user, action, target } = await setup();
    await select('orders_16_11', 'to');
    await user.click(action(/into modulus 8/));
    expect(JSON.stringify(target())).toContain('{"modulus":8,"remainder":3}');
    expect(JSON.stringify(target())).toContain('{"modulus":16,"remainder":2}');
  });

  it('that PostgreSQL refuses stay in view with its reason, and do nothing', async () => {
    const bounds = [
      { modulus: 2, remainder: 1 },
      { modulus: 4, remainder: 0 },
      { modulus: 4, remainder: 2 },
    ];
    const { select, user, action, actions, target } = await setup({
      ...planOf(2, 2),
      from: { kind: 'mixed', bounds },
    });
    const before = target();
    await select('orders_2_1');
    const refused = action(/^Split by 3/);
    expect(refused).toHaveAttribute('aria-disabled', 'true');
    expect(refused).toHaveTextContent(chainRefusal);
    expect(actions().filter((text) => text.includes(chainRefusal))).toHaveLength(2);
    await user.click(refused);
    expect(target()).toBe(before);
    expect(screen.getByRole('dialog')).toBeInTheDocument();
    expect(action(/^Split by 2/)).not.toHaveAttribute('aria-disabled');
  });

  it('say why a merge is impossible when a sibling was split further', async () => {
    const bounds = [
      { modulus: 2, remainder: 0 },
      { modulus: 4, remainder: 1 },
      { modulus: 12, remainder: 3 },
      { modulus: 12, remainder: 7 },
      { modulus: 12, remainder: 11 },
    ];
    const { select, actions } = await setup({ ...planOf(2, 2), from: { kind: 'mixed', bounds } });
    await select('orders_2_0');
    expect(actions().at(-1)).toBe('Merge into modulus 1 with orders_4_1, orders_12_3, orders_12_7, …');
  });

  it('offer no merge of a single partition that holds all rows', async () => {
    const { select, actions } = await setup(planOf(1, 2));
    await select('orders_1_0');
    expect(actions().filter((text) => text.startsWith('Merge'))).toEqual([]);
    expect(actions()).toHaveLength(5);
  });

  it('close at Escape', async () => {
    const { select, user, state } = await setup(defaultScenario);
    await select('orders_8_3');
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(state().ui.selection).toBeNull();
  });

  it('do not open for a partition that is gone', async () => {
    const { select } = await setup();
    await select('orders_9_3');
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });
});
