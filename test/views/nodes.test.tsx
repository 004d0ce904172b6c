import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { formatOf } from '../../src/i18n/format.ts';
import { problem } from '../../src/lib/problem.ts';
import type { NodeSpec } from '../../src/schemes/nodes.ts';
import { applyEdit, setPlayback, undo } from '../../src/store/createAppStore.ts';
import { placePartition } from '../../src/store/edits/placePartition.ts';
import { removeNode } from '../../src/store/edits/removeNode.ts';
import { setRows } from '../../src/store/edits/setRows.ts';
import { decodeLink, encodeLink } from '../../src/store/link.ts';
import { refusalText } from '../../src/store/refusalText.ts';
import { defaultScenario, newNode, type Scenario } from '../../src/store/scenario.ts';
import { NodesSection } from '../../src/views/scenario/NodesSection.tsx';
import { ScenarioPanel } from '../../src/views/scenario/ScenarioPanel.tsx';
import { placeKeys, tally } from '../fixtures/placedKeys.ts';
import { plain, planOf, renderApp } from '../fixtures/renderApp.tsx';
import { faults } from './faults.ts';

const small: Scenario = { ...planOf(8, 16), keys: { ...defaultScenario.keys, rows: 2000 }, compare: [] };

async function setup(document: Scenario = small, view = <NodesSection />) {
  const app = await renderApp(view, { document });
  const section = within(screen.getByRole('region', { name: /^Nodes/ }));
  const field = (name: string) => section.queryByRole('textbox', { name }) ?? section.getByRole('spinbutton', { name });
  /** Replaces a field's text, as by pasting, and presses Enter. */
  const fill = async (name: string, text: string) => {
    await app.user.clear(field(name));
    if (text !== '') await app.user.paste(text);
    await app.user.keyboard('{Enter}');
    await act(app.counted);
  };
  const meters = () => section.getAllByRole('meter');
  return {
    ...app,
    section,
    field,
    fill,
    meters,
    document: () => app.state().document,
    nodes: () => app.state().document.nodes.map(({ name, state }) => `${name} ${state}`),
    /** Opens a node by its bar, so that its fields are there. */
    open: async (name: string) => {
      await app.user.click(section.getByText(name, { selector: 'label, span' }));
      await section.findByRole('textbox', { name: 'Node name' });
    },
    press: async (name: string) => {
      await app.user.click(section.getByRole('button', { name }));
      await act(app.counted);
    },
    description: (element: HTMLElement) => {
      const ids = element.getAttribute('aria-describedby')?.split(' ') ?? [];
      return plain(ids.map((id) => window.document.getElementById(id)?.textContent ?? '').join(' '));
    },
    /** Rows by node as the bars tell them, exactly. */
    rows: () => meters().map((meter) => Number(meter.getAttribute('aria-valuenow'))),
    at: (t: number) => act(() => setPlayback(app.store, { playing: false, t })),
  };
}

type Setup = Awaited<ReturnType<typeof setup>>;

/** What the bars must show before the change and after it: every key routed to its partition, and that to its node. */
function expectedRows({ state }: Setup): readonly [number[], number[]] {
  const { derived } = state().results.counted!;
  const keys = placeKeys(derived);
  return [0, 1].map((side) => {
    const counts = tally(keys, ({ nodes }) => nodes[side]!);
    return derived.cluster.nodes.map((_, node) => counts.get(node) ?? 0);
  }) as [number[], number[]];
}

describe('the nodes', () => {
  it('hold before and after the change what every single key says', async () => {
    const app = await setup();
    const [before, after] = expectedRows(app);
    app.at(0);
    expect(app.rows()).toEqual(before);
    expect(before.slice(4)).toEqual([0, 0]);
    app.at(8);
    expect(app.rows()).toEqual(after);
    expect(after.reduce((sum, rows) => sum + rows)).toBe(2000);
    expect(plain(app.meters()[0]!.textContent)).toBe(`node 1${after[0]}`);
  });

  it('fill up while the plan goes on, and no row is lost on the way', async () => {
    const app = await setup();
    const joined: number[] = [];
    for (let step = 0; step <= 8; step++) {
      app.at(step);
      expect(app.rows().reduce((sum, rows) => sum + rows)).toBe(2000);
      joined.push(app.rows()[4]! + app.rows()[5]!);
    }
    expect(joined[0]).toBe(0);
    expect(joined.at(-1)).toBeGreaterThan(0);
    expect(joined).toEqual(joined.toSorted((a, b) => a - b));
  });

  it('grow and shrink by the field and by its buttons, in one undoable run of changes each', async () => {
    const { fill, press, nodes, store, section, document } = await setup(small, <ScenarioPanel />);
    expect(section.getByRole('heading', { name: /^Nodes ?4 → 6$/ })).toBeInTheDocument();
    await fill('Nodes after', '7');
    expect(nodes().slice(4)).toEqual(['node 5 joining', 'node 6 joining', 'node 7 joining']);
    expect(section.getByRole('heading', { name: /^Nodes ?4 → 7$/ })).toBeInTheDocument();
    await fill('Nodes after', '3');
    expect(nodes()).toEqual(['node 1 up', 'node 2 up', 'node 3 up', 'node 4 leaving']);
    await press('More: Nodes after');
    expect(nodes()).toEqual(['node 1 up', 'node 2 up', 'node 3 up', 'node 4 up']);
    act(() => void undo(store));
    act(() => void undo(store));
    expect(document()).toBe(small);
  });

  it('show rows of a shrunk cluster that every key confirms, with nothing left on those that leave', async () => {
    const app = await setup();
    await app.fill('Nodes after', '3');
    const [before, after] = expectedRows(app);
    app.at(0);
    expect(app.rows()).toEqual(before);
    app.at(8);
    expect(app.rows()).toEqual(after);
    expect(after[3]).toBe(0);
  });

  it.each([
    ['0', 'Nodes: 0 is not a whole number from 1 to 1 024.'],
    ['1025', 'Nodes: 1 025 is not a whole number from 1 to 1 024.'],
    ['2.5', 'Nodes: 2.5 is not a whole number from 1 to 1 024.'],
    ['some', 'Not a number. 100 000, 1e6 and 2M are.'],
  ])('are not %s, for a reason at the field', async (text, reason) => {
    const { fill, field, document, description } = await setup();
    await fill('Nodes after', text);
    expect(field('Nodes after')).toBeInvalid();
    expect(description(field('Nodes after'))).toBe(reason);
    expect(document()).toBe(small);
  });

  it('are added one at a time and removed again', async () => {
    const { press, nodes, open, section } = await setup();
    await press('Add a node');
    expect(nodes().at(-1)).toBe('node 7 joining');
    await open('node 7');
    await press('Remove node 7');
    expect(nodes()).toHaveLength(6);
    expect(section.queryByRole('meter', { name: 'node 7' })).not.toBeInTheDocument();
  });

  it('are settled when the change is done', async () => {
    const app = await setup();
    await app.fill('Nodes after', '3');
    await app.press('Change is done');
    expect(app.nodes()).toEqual(['node 1 up', 'node 2 up', 'node 3 up']);
    expect(app.section.queryByRole('button', { name: 'Change is done' })).not.toBeInTheDocument();
    const [before] = expectedRows(app);
    app.at(0);
    expect(app.rows()).toEqual(before);
    expect(before.every((rows) => rows > 0)).toBe(true);
  });

  it('keep their figures while more keys are counted, but never show those of another list of nodes', async () => {
    const app = await setup();
    const before = app.rows();
    act(() => void applyEdit(app.store, setRows, { rows: 2500 }));
    expect(app.rows()).toEqual(before);
    act(() => void applyEdit(app.store, removeNode, { index: 0 }));
    expect(app.meters().map((meter) => meter.getAttribute('aria-valuetext'))).toEqual(['…', '…', '…', '…', '…']);
    await act(app.counted);
    app.at(8);
    expect(app.rows()).toEqual(expectedRows(app)[1]);
    expect(app.rows().reduce((sum, rows) => sum + rows)).toBe(2500);
  });
});

describe('a node', () => {
  it('is opened and closed, and only an open one has fields', async () => {
    const { open, user, section, field } = await setup();
    expect(section.queryByRole('textbox', { name: 'Node name' })).not.toBeInTheDocument();
    await open('node 2');
    expect(field('Node name')).toHaveValue('node 2');
    await user.click(section.getByText('node 2', { selector: 'label, span' }));
    await waitFor(() => expect(section.queryByRole('textbox', { name: 'Node name' })).not.toBeInTheDocument());
  });

  it.each<[string, string, Partial<NodeSpec>]>([
    ['Node name', 'big one', { name: 'big one' }],
    ['Weight', '2.5', { weight: 2.5 }],
    ['Room, rows', '50k', { capacityRows: 50_000 }],
    ['Room, bytes', '7e9', { capacityBytes: 7e9 }],
    ['Rack', ' b ', { rack: 'b' }],
  ])('takes %s %j as one undoable change that a link carries', async (name, text, patch) => {
    const { open, fill, document, store } = await setup();
    await open('node 2');
    await fill(name, text);
    expect(document().nodes[1]).toEqual({ ...small.nodes[1], ...patch });
    const link = decodeLink(encodeLink({ scenario: document(), t: null }));
    expect(link).toMatchObject({ ok: true, value: { scenario: document() } });
    act(() => void undo(store));
    expect(document()).toBe(small);
  });

  it.each(['Room, rows', 'Room, bytes', 'Rack'])('has no %s any more when the field is emptied', async (name) => {
    const nodes = small.nodes.with(1, { ...small.nodes[1]!, capacityRows: 7e6, capacityBytes: 8e9, rack: 'a' });
    const { open, fill, document, field } = await setup({ ...small, nodes });
    await open('node 2');
    await fill(name, '');
    expect(field(name)).toHaveValue('');
    expect(Object.values(document().nodes[1]!).filter((value) => value === null)).toHaveLength(1);
  });

  const format = formatOf('en');
  const tooLong = 'n'.repeat(64);
  const notANumber = 'Not a number. 100 000, 1e6 and 2M are.';
  it.each([
    ['Node name', 'node 1', 'Two nodes are named node 1.'],
    ['Node name', '', 'A node needs a name.'],
    ['Node name', tooLong, `“${tooLong}” is longer than 63 characters.`],
    ['Weight', '0', 'Weight of node 2: 0 is not above 0 and up to 1 000 000.'],
    ['Weight', '-1', 'Weight of node 2: -1 is not above 0 and up to 1 000 000.'],
    ['Weight', '1e7', 'Weight of node 2: 10 000 000 is not above 0 and up to 1 000 000.'],
    ['Weight', 'heavy', notANumber],
    ['Room, rows', 'much', notANumber],
    ['Room, rows', '0', plain(refusalText(capacity(0, 1e12), format))],
    ['Room, rows', '0.5', plain(refusalText(capacity(0.5, 1e12), format))],
    ['Room, bytes', '-3', plain(refusalText(capacity(-3, Number.MAX_SAFE_INTEGER), format))],
    ['Rack', tooLong, `“${tooLong}” is longer than 63 characters.`],
  ])('refuses %s %j with the reason, and the document stays', async (name, text, reason) => {
    const { open, fill, document, field, description } = await setup();
    await open('node 2');
    await fill(name, text);
    expect(field(name)).toBeInvalid();
    expect(description(field(name))).toBe(reason);
    expect(document()).toBe(small);
  });

  it('that gets another name stays open, with the focus where it was, and keeps its partitions', async () => {
    const { open, fill, field, edit, document } = await setup();
    await edit(placePartition, { side: 'to', bound: { modulus: 16, remainder: 3 }, node: 'node 2' });
    await open('node 2');
    await fill('Node name', 'big');
    expect(field('Node name')).toHaveFocus();
    expect(field('Node name')).toHaveValue('big');
    expect(document().placed).toEqual([{ side: 'to', modulus: 16, remainder: 3, node: 'big' }]);
  });

  it('gets more rows by more weight, as every key confirms', async () => {
    const app = await setup({ ...small, to: { kind: 'uniform', modulus: 64 } });
    app.at(8);
    const even = app.rows()[1]!;
    await app.open('node 2');
    await app.fill('Weight', '3');
    app.at(8);
    expect(app.rows()).toEqual(expectedRows(app)[1]);
    expect(app.rows()[1]).toBeGreaterThan(1.5 * even);
  });

  it('joins, stays or leaves', async () => {
    const app = await setup();
    await app.open('node 1');
    await app.user.click(app.section.getByRole('button', { name: /State$/ }));
    await app.user.click(screen.getByRole('option', { name: 'Leaves' }));
    expect(app.nodes()[0]).toBe('node 1 leaving');
    app.at(8);
    expect(app.rows()[0]).toBe(0);
    expect(app.rows()).toEqual(expectedRows(app)[1]);
  });

  it('can’t leave, be removed or only join when it is the last one, and says so', async () => {
    const nodes = [newNode('first', 'up'), newNode('second', 'joining')];
    const { open, user, section, description, document } = await setup({ ...small, nodes });
    const before = document();
    await open('first');
    const reason = 'At least 1 node is needed before and after the change.';
    const remove = section.getByRole('button', { name: 'Remove first' });
    expect(remove).toHaveAttribute('aria-disabled', 'true');
    await user.click(remove);
    await user.click(section.getByRole('button', { name: /State$/ }));
    expect(description(screen.getByRole('option', { name: 'Joins' }))).toBe(reason);
    expect(screen.getByRole('option', { name: 'Leaves' })).not.toHaveAttribute('aria-disabled');
    await user.click(screen.getByRole('option', { name: 'Joins' }));
    expect(document()).toBe(before);
  });

  it('that gets more than it has room for is named with both figures, until it has', async () => {
    const { open, fill, section } = await setup({ ...small, nodes: [newNode('first', 'up')] });
    await open('first');
    await fill('Room, rows', '1999');
    const warning = problem('nodeOverRows', { name: 'first', value: 2000, max: 1999 });
    expect(section.getAllByRole('listitem').map((item) => item.textContent)).toEqual([refusalText(warning, format)]);
    await fill('Room, rows', '2000');
    expect(section.queryByRole('listitem')).not.toBeInTheDocument();
  });

  function capacity(value: number, max: number) {
    return problem('nodeCapacity', { name: 'node 2', value, min: 1, max });
  }
});

it('the number of nodes follows the arrow keys', async () => {
  const { user, field, nodes } = await setup();
  field('Nodes after').focus();
  await user.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}');
  expect(nodes()).toEqual(['node 1 up', 'node 2 up', 'node 3 up', 'node 4 leaving']);
  await user.keyboard('{ArrowUp}');
  expect(nodes()).toEqual(['node 1 up', 'node 2 up', 'node 3 up', 'node 4 up']);
});

it('axe finds no fault, neither in an open node nor in one with a refusal', async () => {
  const { open, fill } = await setup();
  await open('node 2');
  await fill('Weight', '0');
  expect(await faults()).toEqual([]);
});
