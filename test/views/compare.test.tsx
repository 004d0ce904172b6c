import { act, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { problem } from '../../src/lib/problem.ts';
import { clusterLowerBound } from '../../src/planner/clusterCounts.ts';
import { redo, undo } from '../../src/store/createAppStore.ts';
import { setNodeCount } from '../../src/store/edits/setNodeCount.ts';
import { refusalText } from '../../src/store/refusalText.ts';
import { newCompared } from '../../src/store/scenario.ts';
import { placeKeys } from '../fixtures/placedKeys.ts';
import { plain } from '../fixtures/renderApp.tsx';
import { format, ids, naiveLine, names, setup, small } from './compareView.tsx';

afterEach(() => void vi.restoreAllMocks());

describe('the comparison', () => {
  it('has a line for each scheme with what one loop over all keys says', async () => {
    const { lines, order } = await setup();
    expect(order()).toEqual(['This plan', ...Object.values(names)]);
    for (const id of ids) expect(lines()[names[id]]!.slice(0, 5), id).toEqual(naiveLine(small, id));
    expect(lines()['Jump hash']!.slice(5)).toEqual(['0 bytes', 'O(log N) · 2.5', 'last node', 'no', 'yes']);
    expect(lines()['hash mod N']!.slice(5)).toEqual(['0 bytes', 'O(1) · 1.0', 'last node', 'no', 'no']);
    expect(lines()['Hash ring']!.slice(-3)).toEqual(['any node', 'yes', 'yes']);
  });

  it('has a second table for what is said of the scheme itself where there is little room', async () => {
    vi.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(448);
    vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(300);
    const { lines } = await setup();
    expect(lines()['Jump hash']).toEqual(naiveLine(small, 'jump'));
    const traits = screen.getByRole('table', { name: 'What the schemes need and allow' });
    const jump = within(traits).getByRole('rowheader', { name: 'Jump hash' }).closest('tr')!;
    const texts = within(jump).getAllByRole('cell');
    expect(texts.map(({ textContent }) => textContent)).toEqual([
      '0 bytes',
      'O(log N) · 2.5',
      'last node',
      'no',
      'yes',
    ]);
  });

  it('tells of the plan on screen what every key routed to its node says', async () => {
    const { lines, state } = await setup();
    const { derived } = state().results.counted!;
    const keys = placeKeys(derived);
    const moved = keys.filter(({ nodes: [from, to] }) => from !== to).length;
    const rows = derived.cluster.nodes.map((_, node) => keys.filter(({ nodes: [, to] }) => to === node).length);
    const loads = rows.map((own) => (own * rows.length) / keys.length);
    const deviation = Math.sqrt(loads.reduce((sum, load) => sum + (load - 1) ** 2, 0) / loads.length);
    // 24 is the least common multiple of 8 and 12; each of its residues is met equally often.
    const residues = [...Array(24).keys()];
    const isMoved = (x: number) => derived.cluster.before[x % 8] !== derived.cluster.after[x % 12];
    expect(lines()['This plan']!.slice(0, 5)).toEqual(
      [
        format.integer(moved),
        format.percent(moved, keys.length),
        format.percent(residues.filter(isMoved).length, residues.length),
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

  it('says where nodes end up empty, beside the picture and in the CSV', async () => {
    // Of sub-partitions of the same key, 2 and 2 below the first two of four partitions, every other one is empty.
    const compare = [{ scheme: 'nested', config: { firstModulus: 4 } }, newCompared('jump')];
    const { user, world } = await setup({ document: { ...small, compare } });
    const strips = within(screen.getByRole('list', { name: /^Nodes before and after/ })).getAllByRole('listitem');
    expect(strips.map((strip) => plain(strip.textContent).replace(/.* %/, ''))).toEqual([
      '',
      '2 of 6 nodes end up empty',
      '',
    ]);
    expect(strips[1]!.querySelectorAll('[data-swatch]')).toHaveLength(4 + 4);
    await user.click(screen.getByRole('button', { name: 'Save as CSV' }));
    await waitFor(() => expect(world.saved).toHaveLength(1), { timeout: 10_000 });
    const lines = world.saved[0]!.text.trimEnd().split('\r\n');
    expect(lines.map((line) => line.split(',').at(-1))).toEqual(['Nodes without rows', '0', '2', '0']);
  });

  it('sorts by figures and by names, both ways', async () => {
    const { sort, order, lines } = await setup();
    const column = (at: number) => order().map((name) => lines()[name]![at]!);
    await sort('Moved');
    const figures = column(0).map((text) => Number(text.replaceAll(' ', '')));
    expect(figures).toEqual(figures.toSorted((a, b) => a - b));
    await sort('Moved');
    expect(column(0).map((text) => Number(text.replaceAll(' ', '')))).toEqual(figures.toReversed());
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
    for (const _ of ['ascending', 'descending']) {
      await sort('Moved');
      expect(order().at(-1)).toBe(names.postgres);
    }
  });

  it('of no scheme shows the plan alone', async () => {
    const { order } = await setup({ document: { ...small, compare: [] } });
    expect(order()).toEqual(['This plan']);
    expect(screen.getByText('0 schemes compared; choose')).toBeInTheDocument();
  });

  it('saves as CSV what the table shows, exactly', async () => {
    const { user, world, lines, order } = await setup();
    await user.click(screen.getByRole('button', { name: 'Save as CSV' }));
    await waitFor(() => expect(world.saved).toHaveLength(1), { timeout: 10_000 });
    expect(world.saved[0]!.name).toBe('orders-compare.csv');
    const [head, ...rows] = world.saved[0]!.text.trimEnd()
      .split('\r\n')
      .map((line) => line.split(','));
    expect(head!.slice(0, 8)).toEqual([
      'Scheme',
      'Rows',
      'Moved',
      'Theory',
      'Hottest',
      'Deviation',
      'Table in bytes',
      'Lookup',
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
      expect(line[5]).toBe(plain(format.bytes(Number(memory))));
      expect(Number(/· (.*)$/.exec(line[6]!)![1])).toBeCloseTo(Number(lookup), Number(lookup) < 10 ? 1 : 0);
      expect(line.slice(7)).toEqual([shrink, weights, inPlace]);
    }
  });
});

describe('the choice of schemes', () => {
  it('adds a line and takes it away again', async () => {
    const { user, choice, compared, order, lines, state, openChooser } = await setup();
    await openChooser();
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
    const { fill, choice, compared, lines, state, store, user, openChooser } = await setup();
    await openChooser();
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
    const { user, choice, compared, lines, state, openChooser } = await setup();
    await openChooser();
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
    const { fill, choice, description, state, openChooser } = await setup();
    await openChooser();
    const field = choice('Hash ring').getByRole('spinbutton', { name: 'Virtual nodes' });
    await fill(field, text);
    expect(field).toBeInvalid();
    expect(description(field)).toBe(plain(refusalText(reason, format)));
    expect(state().document).toBe(small);
  });

  it('links each compared scheme to its source', async () => {
    const { choice, openChooser } = await setup();
    await openChooser();
    const link = choice('Jump hash').getByRole('link');
    expect(link).toHaveAttribute('href', 'https://arxiv.org/abs/1406.2294');
    expect(link).toHaveAttribute('rel', 'noreferrer noopener');
    expect(choice('Rendezvous').queryByRole('link')).not.toBeInTheDocument();
  });

  it('says of each compared scheme its limits, its theory and what its server refuses', async () => {
    const { user, choice, openChooser } = await setup();
    await openChooser();
    const notes = (name: string) => plain(choice(name).getByRole('link').closest('p')!.textContent);
    expect(notes('Hash ring')).toContain('Virtual nodes: 1 to 100 000. Theory: the lengths of the arcs');
    await user.click(choice('Patch of 2017').getByRole('checkbox'));
    expect(notes('Patch of 2017')).toContain('“ERROR: cannot create hash partition more than 4 for orders”');
    expect(notes('Patch of 2017')).toContain('does not follow its own formula abs(hash) % n');
  });
});
