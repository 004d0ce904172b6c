import { act, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { applyEdit } from '../../src/store/createAppStore.ts';
import { setRecipe } from '../../src/store/edits/setRecipe.ts';
import { setTarget } from '../../src/store/edits/setTarget.ts';
import { startCounting } from '../../src/store/effects/counting.ts';
import { defaultScenario, type Scenario } from '../../src/store/scenario.ts';
import { Headline } from '../../src/views/headline/Headline.tsx';
import { createHeldEngine } from '../fixtures/heldEngine.ts';
import { plain, planOf, renderApp } from '../fixtures/renderApp.tsx';

const uniform = (modulus: number) => ({ spec: { kind: 'uniform', modulus } }) as const;

async function setup(document?: Scenario) {
  const app = await renderApp(<Headline />, document === undefined ? {} : { document });
  const title = () => screen.getByRole('heading', { level: 1 });
  const answer = () => title().parentElement;
  return { ...app, title, answer };
}

/** An app that counts anew when its document changes, and waits for the test to be told the answer. */
async function setupSlow() {
  const engine = createHeldEngine();
  const app = await renderApp(<Headline />, {
    rewire: ({ store, counting, context }) => {
      counting.stop();
      const services = { ...context.services, engine };
      return { services, counting: startCounting(store, services) };
    },
  });
  await act(() => engine.runs[0]!.finish());
  act(() => void applyEdit(app.store, setTarget, uniform(16)));
  return { ...app, run: () => engine.runs.at(-1)!, runs: engine.runs };
}

describe('the headline', () => {
  it('says what 8 -> 12 costs, why, and what to do instead', async () => {
    const { title, answer } = await setup();
    expect(title()).toHaveTextContent('8 → 12?');
    expect(answer()).toHaveTextContent('each modulus must divide the next');
    expect(answer()).toHaveTextContent('A rebuild moves 66 816 of 100 000 rows (66.8 %)');
    expect(answer()).toHaveTextContent('Going to 16 moves 49 986 (50.0 %), one partition at a time');
    expect(answer()).toHaveTextContent('can stop after any step');
  });

  it('shows 16 at one press, and can be undone at one', async () => {
    const { user, state, counted, title, answer } = await setup();
    await user.click(screen.getByRole('button', { name: 'Show 16' }));
    await act(counted);
    expect(state().document.to).toEqual({ kind: 'uniform', modulus: 16 });
    expect(title()).toHaveTextContent('8 → 16: split in place, one partition at a time');
    expect(answer()).toHaveTextContent(
      '49 986 of 100 000 rows change table (50.0 %) · this recipe writes 100 000 rows · the plan can stop after any step',
    );
    expect(state().history.past).toHaveLength(1);
  });

  it('follows the recipe', async () => {
    const { edit, answer } = await setup(planOf(8, 16));
    await edit(setRecipe, { recipe: 'keepHalf' });
    expect(answer()).toHaveTextContent('this recipe writes 49 986 rows');
  });

  it('says how partitions merge', async () => {
    const { title, answer } = await setup(planOf(16, 8));
    expect(title()).toHaveTextContent('16 → 8: merge in place, one group at a time');
    expect(answer()).toHaveTextContent('49 986 of 100 000 rows change table (50.0 %)');
  });

  it('says so when some split and others merge', async () => {
    const bounds = [
      { modulus: 2, remainder: 0 },
      { modulus: 4, remainder: 1 },
      { modulus: 16, remainder: 3 },
      { modulus: 16, remainder: 11 },
      { modulus: 8, remainder: 7 },
    ];
    const { title } = await setup({ ...defaultScenario, to: { kind: 'mixed', bounds } });
    expect(title()).toHaveTextContent('8 → 5: change in place, one group at a time');
  });

  it('describes the partitions when nothing changes', async () => {
    const { title, answer } = await setup(planOf(8, 8));
    expect(title()).toHaveTextContent(/\b8\b.*as they are/);
    expect(plain(answer()!.textContent)).toContain('24 877 of 100 000 rows (24.9 %) go to another node.');
    expect(answer()).toHaveTextContent(/100 000 rows.*12 644.*1\.012/);
    expect(screen.queryByRole('button', { name: /^Show/ })).not.toBeInTheDocument();
  });
});

describe('the figure of moved rows', () => {
  it('says how it was counted, what an even hash would move, and whether PostgreSQL has checked it', async () => {
    const { user } = await renderApp(<Headline />, {});
    await user.click(screen.getByRole('button', { name: /^How counted/ }));
    const formula = screen.getByRole('dialog', { name: 'Rows that change table' });
    expect(plain(formula.textContent)).toContain('66 816 moved + 33 184 kept = 100 000 rows');
    expect(plain(formula.textContent)).toContain('An even hash would move 66.7 %');
    expect(formula).toHaveTextContent('Not yet checked by PostgreSQL');
  });
});

describe('while keys are counted', () => {
  it('shows how far it is, beside the answer of before, until the new one is there', async () => {
    const { run } = await setupSlow();
    expect(screen.queryByRole('progressbar')).not.toBeInTheDocument();
    act(() => run().progress({ done: 25_000, total: 100_000 }));
    // A count that is over at once shows none.
    expect(screen.queryByRole('progressbar')).not.toBeInTheDocument();
    const bar = await screen.findByRole('progressbar', { name: /^Counting 100\s000 keys…$/ });
    expect(bar.parentElement).toHaveTextContent('Counting 100 000 keys… 25.0 %');
    expect(screen.getByRole('heading')).toHaveTextContent('8 → 12?');
    await act(() => run().finish());
    expect(screen.queryByRole('progressbar')).not.toBeInTheDocument();
    expect(screen.getByRole('heading')).toHaveTextContent('8 → 16: split in place');
  });

  it.each([
    [1.2e9, 8, '1.2 B keys/s', '7 sec left'],
    [1.8e9, 61, '1.8 B keys/s', '4 min left'],
    [476e6, 50, '476 M keys/s', '18 min left'],
    [2e6, 99, '2 M keys/s', '1 hr 25 min left'],
    [2e9, 98, '2 B keys/s', '10 sec left'],
    [2e9, 95, '2 B keys/s', '25 sec left'],
  ])(
    'tells the speed of %d keys a second and the time that is left at %d %%',
    async (perSecond, percent, rate, left) => {
      const { run } = await setupSlow();
      const total = percent === 8 ? 8.9e9 : 1e12;
      act(() => run().progress({ done: (total * percent) / 100, total, perSecond }));
      const bar = await screen.findByRole('progressbar');
      expect(plain(bar.parentElement?.textContent ?? '')).toContain(`${percent}.0 % ${rate} ${left}`);
    },
  );

  it('can be stopped before the first keys are counted', async () => {
    const { user } = await setupSlow();
    expect(await screen.findByRole('progressbar')).not.toHaveAttribute('value');
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('Counting was stopped');
  });

  it('can be cancelled, says so, and counts again when asked', async () => {
    const { user, run, runs } = await setupSlow();
    act(() => run().progress({ done: 25_000, total: 100_000 }));
    await user.click(await screen.findByRole('button', { name: 'Cancel' }));
    const note = await screen.findByRole('alert');
    expect(note).toHaveTextContent('Counting was stopped; the figures are those of the scenario before.');
    expect(screen.getByRole('heading')).toHaveTextContent('8 → 12?');
    await user.click(within(note).getByRole('button', { name: 'Count again' }));
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
    expect(runs).toHaveLength(3);
    await act(() => run().finish());
    expect(screen.getByRole('heading')).toHaveTextContent('8 → 16');
  });

  it('says why a count failed and offers another', async () => {
    const { user, run } = await setupSlow();
    await act(async () => run().fail('the engine stopped: out of memory'));
    expect(screen.getByRole('alert')).toHaveTextContent('The count failed: the engine stopped: out of memory');
    await user.click(screen.getByRole('button', { name: 'Count again' }));
    await act(() => run().finish());
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
    expect(screen.getByRole('heading')).toHaveTextContent('8 → 16');
  });
});
