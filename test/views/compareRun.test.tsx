import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { equalMembers } from '../../src/schemes/nodes.ts';
import { setUi } from '../../src/store/createAppStore.ts';
import { setNodeCount } from '../../src/store/edits/setNodeCount.ts';
import { newCompared } from '../../src/store/scenario.ts';
import { createHeldCompare } from '../fixtures/heldCompare.ts';
import { plain } from '../fixtures/renderApp.tsx';
import { naiveFigures, naiveKeys } from '../unit/engine/compare/naive.ts';
import { format, names, patience, setup, small } from './compareView.tsx';
import { faults } from './faults.ts';

describe('a comparison under way', () => {
  async function held() {
    const compareEngine = createHeldCompare();
    return { ...(await setup({ services: { compareEngine } })), compareEngine, last: () => compareEngine.runs.at(-1)! };
  }

  it('shows how far it is, and its figures when it is done', async () => {
    const { last, order } = await held();
    expect(order()).toEqual(['This plan']);
    act(() => last().progress({ done: 1000, total: 4000, perSecond: 1_500_000 }));
    const bar = screen.getByRole('progressbar', { name: 'Comparing' });
    expect(bar).toHaveAttribute('aria-valuenow', '25');
    expect(plain(bar.getAttribute('aria-valuetext'))).toBe('25.0 % · 1.5 M keys/s');
    await act(() => last().finish());
    expect(screen.queryByRole('progressbar')).not.toBeInTheDocument();
    expect(order()).toEqual(['This plan', ...Object.values(names)]);
  });

  it('is stopped by its button, and begins anew on request', async () => {
    const { last, user, order, compareEngine } = await held();
    act(() => last().progress({ done: 1000, total: 4000 }));
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(compareEngine.underWay).toBe(0);
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('The comparison was stopped.');
    await user.click(within(alert).getByRole('button'));
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
    await act(() => last().finish());
    expect(order()).toHaveLength(5);
  });

  it('that fails says how, and begins anew on request', async () => {
    const { last, user, order } = await held();
    await act(() => last().fail('the engine stopped: out of memory'));
    const alert = screen.getByRole('alert');
    expect(alert).toHaveTextContent('The comparison failed: the engine stopped: out of memory');
    await user.click(within(alert).getByRole('button'));
    await act(() => last().finish());
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
    expect(order()).toHaveLength(5);
  });

  it('keeps the figures of before until its own are there', async () => {
    const { last, edit, lines } = await held();
    await act(() => last().finish());
    const before = lines();
    await edit(setNodeCount, { count: 8 });
    expect(lines()['Jump hash']).toEqual(before['Jump hash']);
    await act(() => last().finish());
    expect(lines()['Jump hash']).not.toEqual(before['Jump hash']);
  });

  it('of more than ten million keys says that the first of them are compared', async () => {
    const { store, state } = await held();
    const { counted } = state().results;
    const [change] = counted!.reply.changes;
    const reply = { ...counted!.reply, changes: [{ ...change!, total: 20_000_000 }] };
    act(() => store.setState(({ results }) => ({ results: { ...results, counted: { ...counted!, reply } } })));
    expect(screen.getByText(/10\s000\s000/)).toHaveTextContent(/20\s000\s000/);
  });
});

/** Drawn some frames after the table. */
const curvesRegion = () => screen.findByRole('region', { name: 'Movement and evenness by number of nodes' });

describe('the curves', () => {
  it('tell for each number of nodes what one loop over the keys says', async () => {
    const compare = ['modulo', 'jump'].map(newCompared);
    const { store, user, compared, state } = await setup({ document: { ...small, compare } });
    act(() => setUi(store, { stageView: 'compare' }));
    await waitFor(() => expect(state().comparison.curves).not.toBeNull(), patience);
    await act(compared);
    const section = within(await curvesRegion());
    const block = naiveKeys(small.keys, [...Array(1000).keys()]);
    const legend = () =>
      section
        .getAllByRole('row')
        .slice(1)
        .map((row) =>
          within(row)
            .getAllByRole('cell')
            .map(({ textContent }) => plain(textContent)),
        );
    const expected = (nodes: number) =>
      compare.map((spec) => {
        const figures = naiveFigures(spec, { before: equalMembers(nodes), after: equalMembers(nodes + 1) }, block);
        return [format.percent(figures.moved, 1000), `${format.decimal(figures.before.hottest, 3)}×`].map(plain);
      });
    expect(legend()).toEqual(expected(8));
    section.getByRole('slider', { name: 'Nodes' }).focus();
    await user.keyboard('{ArrowRight}');
    expect(legend()).toEqual(expected(9));
    await user.keyboard('{Home}');
    expect(legend()).toEqual(expected(1));
    await user.keyboard('{End}');
    expect(legend()).toEqual(expected(64));
    expect(section.getByRole('slider', { name: 'Nodes' })).toHaveAttribute('aria-valuetext', '64 nodes');
    const paths = [...document.querySelectorAll('figure path')];
    expect(paths.map((path) => path.getAttribute('d')!.split(/[ML]/).length - 1)).toEqual([64, 64, 64, 64]);
  });
});

it('is read and sorted by keyboard alone', async () => {
  const { user, order } = await setup();
  await user.tab();
  expect(screen.getByRole('button', { name: 'Save as CSV' })).toHaveFocus();
  await user.tab();
  expect(screen.getByRole('region', { name: 'Schemes compared over the same keys' })).toHaveFocus();
  await user.tab();
  await user.tab();
  expect(screen.getByRole('button', { name: 'Moved' })).toHaveFocus();
  await user.keyboard('{Enter}');
  expect(order()[0]).not.toBe('hash mod N');
  await user.keyboard('{Enter}');
  expect(order()[0]).toBe('hash mod N');
});

it('axe finds no fault, with schemes to choose, curves and a refusal', async () => {
  const { store, compared, openChooser, choice, fill, state } = await setup({
    document: { ...small, compare: [newCompared('ring'), newCompared('multiProbe')] },
  });
  act(() => setUi(store, { stageView: 'compare' }));
  await waitFor(() => expect(state().comparison.curves).not.toBeNull(), patience);
  await act(compared);
  await curvesRegion();
  await openChooser();
  await fill(choice('Hash ring').getByRole('spinbutton', { name: 'Virtual nodes' }), '0');
  expect(await faults()).toEqual([]);
});
