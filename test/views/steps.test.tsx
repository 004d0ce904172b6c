import { act, render, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { createAppStore, setPlayback } from '../../src/store/createAppStore.ts';
import { setRecipe } from '../../src/store/edits/setRecipe.ts';
import { defaultScenario, type Scenario } from '../../src/store/scenario.ts';
import { AppProvider } from '../../src/store/useApp.ts';
import { StepsPanel } from '../../src/views/steps/StepsPanel.tsx';
import { plain, planOf, renderApp } from '../fixtures/renderApp.tsx';
import { createTestApp } from '../fixtures/services.ts';

async function setup(document: Scenario = planOf(8, 16)) {
  const app = await renderApp(<StepsPanel />, { document });
  const steps = () => screen.getAllByRole('listitem').map((item) => within(item).getByRole('button'));
  const text = (index: number) => plain(steps()[index]!.textContent);
  const current = () => steps().findIndex((step) => step.getAttribute('aria-current') === 'step');
  return { ...app, steps, text, current };
}

describe('the steps', () => {
  // In the order of the strip, where 3 of 8 is the seventh.
  it('of a split name its partitions, its exact rows and its locks', async () => {
    const { steps, text } = await setup();
    expect(steps()).toHaveLength(8);
    expect(text(6)).toContain('Split orders_8_3 into orders_16_3, orders_16_11');
    expect(text(6)).toContain('reads 12 448 · writes 12 448 · 6 253 change table');
    expect(text(6)).toContain('ACCESS EXCLUSIVE on the table');
  });

  it('tell of PostgreSQL’s own commands, which refuse hash partitions', async () => {
    await setup();
    const refusal = (command: string, verb: string) =>
      screen.queryByText((text) =>
        text.includes(`${command} of version 19 answers “partition of hash-partitioned table cannot be ${verb}”`),
      );
    expect(refusal('SPLIT PARTITION', 'split')).toBeInTheDocument();
    expect(refusal('MERGE PARTITIONS', 'merged')).not.toBeInTheDocument();
  });

  it('write less when half is kept', async () => {
    const { edit, text } = await setup();
    await edit(setRecipe, { recipe: 'keepHalf' });
    expect(text(6)).toContain('writes 6 253 · 6 253 change table');
  });

  it('tell the extra disk and the time of all that is written, between a slow and a fast server', async () => {
    const { edit } = await setup();
    const shown = () => plain(document.body.textContent);
    expect(shown()).toContain('at most 1.52 MB');
    expect(shown()).toContain('1.2 sec at 10 MB a second, 120 ms at 100 MB');
    await edit(setRecipe, { recipe: 'keepHalf' });
    expect(shown()).toContain('600 ms at 10 MB a second, 60 ms at 100 MB');
  });

  it('of a merge name the partitions that become one', async () => {
    const { steps, text } = await setup(planOf(16, 8));
    expect(steps()).toHaveLength(8);
    expect(text(6)).toContain('Merge orders_16_3, orders_16_11 into orders_8_3');
    expect(text(6)).toContain('6 253 change table');
  });

  it('of a rebuild create, copy, swap and drop', async () => {
    const { steps, text } = await setup(planOf(8, 12));
    expect(text(0)).toContain(
      'Create the new table with orders_12_0, orders_12_1, orders_12_2, orders_12_3 and 8 more',
    );
    expect(text(1)).toContain('Copy orders_8_0');
    expect(text(1)).toContain('reads 12 644 · writes 12 644');
    expect(text(9)).toContain('Swap the two tables');
    expect(text(10)).toContain('Drop the old table');
    expect(steps()).toHaveLength(11);
    expect(screen.getByText(/Until the swap the old table is the one in use/)).toBeInTheDocument();
  });

  it('mark the one at the playhead', async () => {
    const { store, steps, text, current } = await setup();
    act(() => setPlayback(store, { playing: false, t: 2.5 }));
    expect(current()).toBe(2);
    expect(text(1)).toContain('done');
    expect(text(2)).toContain('now');
    expect(text(3)).toContain('to run');
    act(() => setPlayback(store, { t: 5.1 }));
    expect(current()).toBe(5);
    expect(steps().filter((step) => step.hasAttribute('aria-current'))).toHaveLength(1);
  });

  it('are all done at the end of the plan', async () => {
    const { store, text, current } = await setup();
    act(() => setPlayback(store, { playing: false, t: 8 }));
    expect(current()).toBe(-1);
    for (let index = 0; index < 8; index++) expect(text(index)).toContain('done');
  });

  it('move the playhead to their end and stop the play', async () => {
    const { user, steps, state } = await setup();
    expect(state().playback.playing).toBe(true);
    await user.click(steps()[3]!);
    expect(state().playback).toMatchObject({ t: 4, playing: false });
  });

  it('leave tables that only change their node to other means, and say which and how', async () => {
    await renderApp(<StepsPanel />, { document: planOf(6, 6) });
    const part = within(screen.getByRole('region', { name: 'Between nodes' }));
    expect(part.getByText(/^PostgreSQL has no statement that takes a table to another server/)).toBeInTheDocument();
    const rows = part.getAllByRole('row').slice(1);
    expect(rows.map((row) => plain(row.textContent))).toEqual([
      'orders_6_4node 1 → node 516 771',
      'orders_6_5node 2 → node 616 453',
    ]);
    expect(plain(part.getByText(/as they are/).textContent)).toBe(
      '2 partitions with 33 224 rows go to another node as they are.',
    );
  });

  it('are none when nothing changes, and unknown until the keys are counted', async () => {
    const nodes = defaultScenario.nodes.filter(({ state }) => state === 'up');
    await renderApp(<StepsPanel />, { document: { ...planOf(8, 8), nodes } });
    expect(screen.getByText('The plan has no steps')).toBeInTheDocument();
    const { context } = createTestApp();
    render(
      <AppProvider value={{ ...context, store: createAppStore() }}>
        <StepsPanel />
      </AppProvider>,
    );
    expect(screen.getByText('The keys are still being counted')).toBeInTheDocument();
  });
});
