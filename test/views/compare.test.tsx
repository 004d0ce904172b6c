import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { createFormat } from '../../src/i18n/format.ts';
import { problem } from '../../src/lib/problem.ts';
import { clusterLowerBound } from '../../src/planner/clusterCounts.ts';
import { equalMembers, membersOf } from '../../src/schemes/nodes.ts';
import { redo, setUi, undo } from '../../src/store/createAppStore.ts';
import { setNodeCount } from '../../src/store/edits/setNodeCount.ts';
import { refusalText } from '../../src/store/refusalText.ts';
import { defaultScenario, newCompared, type Scenario } from '../../src/store/scenario.ts';
import { CompareView } from '../../src/views/compare/CompareView.tsx';
import { createHeldCompare } from '../fixtures/heldCompare.ts';
import { placeKeys } from '../fixtures/placedKeys.ts';
import { plain, type RenderOptions, renderApp } from '../fixtures/renderApp.tsx';
import { naiveFigures, naiveKeys } from '../unit/engine/compare/naive.ts';
import { faults } from './faults.ts';

const format = createFormat('en');
const names = { postgres: 'PostgreSQL hash partitions', modulo: 'hash mod N', jump: 'Jump hash', ring: 'Hash ring' };
const ids = Object.keys(names) as (keyof typeof names)[];
const small: Scenario = {
  ...defaultScenario,
  keys: { ...defaultScenario.keys, rows: 1000 },
  compare: ids.map(newCompared),
};

/** A busy machine may need longer for thousands of points than a second. */
const patience = { timeout: 20_000 };

async function setup(options: RenderOptions = {}) {
  const view = (
    <main>
      <CompareView />
    </main>
  );
  const app = await renderApp(view, { document: small, ...options });
  const table = () => within(screen.getByRole('table', { name: 'Schemes compared over the same keys' }));
  const chooser = () => screen.getByText(/schemes? compared; choose$/).closest('details')!;
  const compared = () => waitFor(() => expect(app.state().comparison.status).toBe('ready'), patience);
  const choice = (name: string) => within(within(chooser()).getByRole('checkbox', { name }).closest('li')!);
  if (options.services?.compareEngine === undefined) await compared();
  return {
    ...app,
    table,
    choice,
    chooser,
    compared,
    /** Texts of each line by the name of its scheme. */
    lines: () =>
      Object.fromEntries(
        table()
          .getAllByRole('row')
          .slice(1)
          .map((row) => [
            plain(within(row).getByRole('rowheader').textContent),
            within(row)
              .getAllByRole('cell')
              .map((cell) => plain(cell.textContent)),
          ]),
      ),
    order: () =>
      table()
        .getAllByRole('rowheader')
        .map(({ textContent }) => plain(textContent)),
    sort: (column: string) => app.user.click(table().getByRole('button', { name: column })),
    fill: async (field: HTMLElement, text: string) => {
      await app.user.clear(field);
      await app.user.paste(text);
      await app.user.keyboard('{Enter}');
    },
    description: (element: HTMLElement) => {
      const described = element.getAttribute('aria-describedby')?.split(' ') ?? [];
      return plain(described.map((id) => document.getElementById(id)?.textContent ?? '').join(' '));
    },
  };
}

/** What one loop over all keys says of a scheme, as the table writes it. */
function naiveLine({ keys, nodes, compare }: Scenario, id: string): string[] {
  const block = naiveKeys(keys, [...Array(keys.rows).keys()]);
  const spec = compare.find(({ scheme }) => scheme === id)!;
  const { moved, after, theory } = naiveFigures(spec, membersOf(nodes), block);
  return [
    format.integer(moved),
    format.percent(moved, keys.rows),
    `${theory.kind === 'bound' ? '≤ ' : ''}${format.percent(theory.fraction, 1)}`,
    `${format.decimal(after.hottest, 3)}×`,
    format.percent(after.deviation, 1),
  ].map(plain);
}

describe('the comparison', () => {
  it('has a line for each scheme with what one loop over all keys says', async () => {
    const { lines, order } = await setup();
    expect(order()).toEqual(['This plan', ...Object.values(names)]);
    for (const id of ids) expect(lines()[names[id]]!.slice(0, 5), id).toEqual(naiveLine(small, id));
    expect(lines()['Jump hash']!.slice(5)).toEqual(['0 bytes', 'O(log N) · 2.5', 'last node', 'no', 'yes']);
    expect(lines()['hash mod N']!.slice(5)).toEqual(['0 bytes', 'O(1) · 1.0', 'last node', 'no', 'no']);
    expect(lines()['Hash ring']!.slice(-3)).toEqual(['any node', 'yes', 'yes']);
  });

  it('tells of the plan on screen what every key routed to its node says', async () => {
    const { lines, state } = await setup();
    const { derived } = state().results.counted!;
    const keys = placeKeys(derived);
    const moved = keys.filter(({ nodes: [from, to] }) => from !== to).length;
    const rows = derived.cluster.nodes.map((_, node) => keys.filter(({ nodes: [, to] }) => to === node).length);
    const loads = rows.map((own) => (own * rows.length) / keys.length);
    const deviation = Math.sqrt(loads.reduce((sum, load) => sum + (load - 1) ** 2, 0) / loads.length);
    expect(lines()['This plan']!.slice(0, 5)).toEqual(
      [
        format.integer(moved),
        format.percent(moved, keys.length),
        '–',
        `${format.decimal(Math.max(...loads), 3)}×`,
        format.percent(deviation, 1),
      ].map(plain),
    );
    const before = derived.cluster.nodes.map((_, node) => keys.filter(({ nodes: [from] }) => from === node).length);
    const least = clusterLowerBound({ before }, derived.cluster.nodes);
    expect(screen.getByText(/Even shares move at least/)).toHaveTextContent(
      `at least ${plain(format.integer(least))} rows (${plain(format.percent(least, keys.length))})`,
    );
  });

  it('draws nodes before and after for each scheme, in the same order', async () => {
    await setup();
    const strips = within(screen.getByRole('list', { name: /^Nodes before and after/ })).getAllByRole('listitem');
    expect(strips.map((strip) => strip.querySelector('strong')?.textContent)).toEqual([
      'This plan',
      ...Object.values(names),
    ]);
    // Four bars before, six after.
    expect(strips.map((strip) => strip.querySelectorAll('[data-swatch]').length)).toEqual(strips.map(() => 10));
  });

  it('sorts by each figure, both ways, with lines without one at the end', async () => {
    const { sort, order, lines } = await setup();
    const column = (at: number) => order().map((name) => lines()[name]![at]!);
    await sort('Rows moved');
    const figures = column(0).map((text) => Number(text.replaceAll(' ', '')));
    expect(figures).toEqual(figures.toSorted((a, b) => a - b));
    await sort('Rows moved');
    expect(column(0).map((text) => Number(text.replaceAll(' ', '')))).toEqual(figures.toReversed());
    for (const _ of ['ascending', 'descending']) {
      await sort('Theory');
      expect(order().at(-1)).toBe('This plan');
    }
    await sort('Scheme');
    expect(order()).toEqual(['hash mod N', 'Hash ring', 'Jump hash', 'PostgreSQL hash partitions', 'This plan']);
  });

  it('follows a change of nodes', async () => {
    const { edit, compared, lines, state } = await setup();
    const before = lines();
    await edit(setNodeCount, { count: 5 });
    await act(compared);
    expect(lines()).not.toEqual(before);
    for (const id of ids) expect(lines()[names[id]]!.slice(0, 5), id).toEqual(naiveLine(state().document, id));
  });

  it('says at its line why a scheme can’t follow the change, with the value and the limit', async () => {
    const compare = [newCompared('jump'), { scheme: 'postgres', config: { modulus: 4, target: 5 } }];
    const { lines, order, sort } = await setup({ document: { ...small, compare } });
    const reason = '5 partitions on 6 nodes; at least 6 are needed, one a node.';
    expect(lines()[names.postgres]!.slice(0, 4)).toEqual(['–', reason, '–', '–']);
    await sort('Rows moved');
    await sort('Rows moved');
    expect(order().at(-1)).toBe(names.postgres);
  });

  it('of no scheme shows the plan alone', async () => {
    const { order } = await setup({ document: { ...small, compare: [] } });
    expect(order()).toEqual(['This plan']);
    expect(screen.getByText('0 schemes compared; choose')).toBeInTheDocument();
  });

  it('saves as CSV what the table shows, exactly', async () => {
    const { user, world, lines, order } = await setup();
    await user.click(screen.getByRole('button', { name: 'Save as CSV' }));
    expect(world.saved[0]!.name).toBe('comparison.csv');
    const [head, ...rows] = world.saved[0]!.text.trimEnd()
      .split('\r\n')
      .map((line) => line.split(','));
    expect(head!.slice(0, 8)).toEqual([
      'scheme',
      'rows',
      'moved',
      'theory',
      'hottest',
      'deviation',
      'memory',
      'lookup',
    ]);
    expect(rows.map(([name]) => name)).toEqual(order());
    for (const [name, all, moved, theory, hottest, deviation, memory, lookup, shrink, weights, inPlace] of rows) {
      const line = lines()[name!]!;
      expect(all).toBe('1000');
      expect(line[0]).toBe(plain(format.integer(Number(moved))));
      expect(line[1]).toBe(plain(format.percent(Number(moved), 1000)));
      expect(line[2]!.replace('≤ ', '')).toBe(theory === '' ? '–' : plain(format.percent(Number(theory), 1)));
      expect(line[3]).toBe(`${format.decimal(Number(hottest), 3)}×`);
      expect(line[4]).toBe(plain(format.percent(Number(deviation), 1)));
      if (name === 'This plan') continue;
      expect(line[5]).toBe(plain(format.bytes(Number(memory))));
      expect(Number(/· (.*)$/.exec(line[6]!)![1])).toBeCloseTo(Number(lookup), Number(lookup) < 10 ? 1 : 0);
      expect(line.slice(7)).toEqual([
        { any: 'any node', last: 'last node', none: 'no' }[shrink!],
        weights === 'true' ? 'yes' : 'no',
        inPlace === 'true' ? 'yes' : 'no',
      ]);
    }
  });
});

describe('the choice of schemes', () => {
  it('adds a line and takes it away again', async () => {
    const { user, choice, compared, order, lines, state } = await setup();
    await user.click(choice('Rendezvous').getByRole('checkbox'));
    await act(compared);
    expect(order().at(-1)).toBe('Rendezvous');
    expect(screen.getByText('5 schemes compared; choose')).toBeInTheDocument();
    expect(lines().Rendezvous!.slice(0, 5)).toEqual(naiveLine(state().document, 'rendezvous'));
    await user.click(choice('Rendezvous').getByRole('checkbox'));
    await act(compared);
    expect(order()).toEqual(['This plan', ...Object.values(names)]);
  });

  it('changes a parameter and with it the figures, each field undoable by itself', async () => {
    const { fill, choice, compared, lines, state, store, user } = await setup();
    const before = lines();
    const vnodes = () => choice('Hash ring').getByRole('spinbutton', { name: 'Virtual nodes' });
    await fill(vnodes(), '3');
    await act(compared);
    expect(lines()['Hash ring']!.slice(0, 5)).toEqual(naiveLine(state().document, 'ring'));
    expect(lines()['Hash ring']).not.toEqual(before['Hash ring']);
    const between = lines();
    await user.tab();
    await fill(choice(names.postgres).getByRole('spinbutton', { name: 'Partitions after' }), '7');
    await act(compared);
    expect(lines()[names.postgres]!.slice(0, 5)).toEqual(naiveLine(state().document, 'postgres'));
    for (const [travel, expected] of [
      [undo, between],
      [undo, before],
      [redo, between],
    ] as const) {
      act(() => void travel(store));
      await act(compared);
      expect(lines()).toEqual(expected);
    }
    expect(vnodes()).toHaveValue('3');
  });

  it('changes the hash of a ring', async () => {
    const { user, choice, compared, lines, state } = await setup();
    await user.click(choice('Hash ring').getByRole('button', { name: /Hash$/ }));
    const option = screen.getAllByRole('option').find((item) => item.getAttribute('aria-selected') !== 'true')!;
    await user.click(option);
    await act(compared);
    expect(state().document.compare.at(-1)!.config.hash).toBe(option.textContent);
    expect(lines()['Hash ring']!.slice(0, 5)).toEqual(naiveLine(state().document, 'ring'));
  });

  it.each([
    ['10000000', problem('schemeRange', { parameter: 'vnodes', value: 10_000_000, min: 1, max: 100_000 })],
    ['0', problem('schemeRange', { parameter: 'vnodes', value: 0, min: 1, max: 100_000 })],
    ['1.5', problem('schemeInteger', { parameter: 'vnodes', value: 1.5 })],
    ['many', problem('notANumber')],
  ])('refuses %s virtual nodes at the field, and the document stays', async (text, reason) => {
    const { fill, choice, description, state } = await setup();
    const field = choice('Hash ring').getByRole('spinbutton', { name: 'Virtual nodes' });
    await fill(field, text);
    expect(field).toBeInvalid();
    expect(description(field)).toBe(plain(refusalText(reason, format)));
    expect(state().document).toBe(small);
  });

  it('links each compared scheme to its source', async () => {
    const { choice } = await setup();
    const link = choice('Jump hash').getByRole('link');
    expect(link).toHaveAttribute('href', 'https://arxiv.org/abs/1406.2294');
    expect(link).toHaveAttribute('rel', 'noreferrer noopener');
    expect(choice('Rendezvous').queryByRole('link')).not.toBeInTheDocument();
  });
});

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

describe('the curves', () => {
  it('tell for each number of nodes what one loop over the keys says', async () => {
    const compare = ['modulo', 'jump'].map(newCompared);
    const { store, user, compared, state } = await setup({ document: { ...small, compare } });
    act(() => setUi(store, { stageView: 'compare' }));
    await waitFor(() => expect(state().comparison.curves).not.toBeNull(), patience);
    await act(compared);
    const section = within(screen.getByRole('region', { name: 'Movement and evenness by number of nodes' }));
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
  expect(screen.getByRole('button', { name: 'Rows moved' })).toHaveFocus();
  await user.keyboard('{Enter}');
  expect(order()[0]).not.toBe('hash mod N');
  await user.keyboard('{Enter}');
  expect(order()[0]).toBe('hash mod N');
});

it('axe finds no fault, with schemes to choose, curves and a refusal', async () => {
  const { store, compared, chooser, choice, fill, state } = await setup({
    document: { ...small, compare: [newCompared('ring'), newCompared('multiProbe')] },
  });
  act(() => setUi(store, { stageView: 'compare' }));
  await waitFor(() => expect(state().comparison.curves).not.toBeNull(), patience);
  await act(compared);
  chooser().open = true;
  await fill(choice('Hash ring').getByRole('spinbutton', { name: 'Virtual nodes' }), '0');
  expect(await faults()).toEqual([]);
});
