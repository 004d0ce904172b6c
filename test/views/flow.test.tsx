import { act, fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { applyEdit } from '../../src/store/createAppStore.ts';
import { placePartition } from '../../src/store/edits/placePartition.ts';
import { setTarget } from '../../src/store/edits/setTarget.ts';
import { figuresOf } from '../../src/store/figures.ts';
import { defaultScenario, newNode, type Scenario } from '../../src/store/scenario.ts';
import { FlowView } from '../../src/views/flow/FlowView.tsx';
import { type PlacedKey, placeKeys, tally } from '../fixtures/placedKeys.ts';
import { plain, planOf, renderApp } from '../fixtures/renderApp.tsx';
import { faults } from './faults.ts';

function smallPlan(from: number, to: number, rows = 3000): Scenario {
  return { ...planOf(from, to), keys: { ...defaultScenario.keys, rows }, compare: [] };
}

async function setup(document: Scenario = smallPlan(4, 6)) {
  const app = await renderApp(
    <main>
      <FlowView />
    </main>,
    { document },
  );
  const table = () => within(screen.getByRole('table', { name: 'Rows from each partition or node to each other one' }));
  const counted = () => app.state().results.counted!;
  return {
    ...app,
    /** `name, rows, share of the source, what happens` of every line. */
    lines: () =>
      table()
        .getAllByRole('row')
        .slice(1)
        .map((row) => [
          plain(within(row).getByRole('rowheader').textContent),
          ...within(row)
            .getAllByRole('cell')
            .map((cell) => plain(cell.textContent)),
        ]),
    choose: (name: string) => app.user.click(table().getByRole('button', { name })),
    byNodes: () => app.user.click(screen.getByRole('radio', { name: 'Nodes' })),
    keys: () => placeKeys(counted().derived),
    bound: (side: 'from' | 'to', at: number) => {
      const { modulus, remainder } = counted().derived.plan[side][at]!;
      return `(${modulus}, ${remainder})`;
    },
    nodeName: (at: number) => counted().derived.cluster.nodes[at]!.name,
    /** The texts of keys that the marked ribbon shows. */
    shownKeys: () =>
      /Keys: (.*?) ~$/
        .exec(marked())?.[1]
        ?.split(' · ')
        .map((text) => text.trim()) ?? [],
    figures: () => figuresOf(counted()),
    changes: () => counted().reply.changes[0]!,
  };
}

type Setup = Awaited<ReturnType<typeof setup>>;

function marked(): string {
  return plain(screen.getByRole('main').querySelector('[aria-live="polite"]')?.textContent ?? '');
}

/** 1 234, as figures are shown. */
function group(value: number): string {
  return String(value).replace(/\B(?=\d{3}$)/, ' ');
}

function number(text: string | undefined): number {
  return Number((text ?? '').replaceAll(/\s/g, ''));
}

/** Rows by ribbon, one key after the other. */
function naiveLinks(keys: readonly PlacedKey[], name: (key: PlacedKey) => string): Record<string, number> {
  return Object.fromEntries(tally(keys, name));
}

function byPartition({ bound }: Setup) {
  return ({ partitions: [from, to] }: PlacedKey) => `${bound('from', from)} → ${bound('to', to)}`;
}

function byNode({ nodeName }: Setup) {
  return ({ nodes: [from, to] }: PlacedKey) => `${nodeName(from)} → ${nodeName(to)}`;
}

describe('the flow between partitions', () => {
  it.each([
    [4, 6],
    [4, 8],
    [6, 3],
  ])('from %d to %d has a line for each pair that shares keys, with as many as go that way', async (from, to) => {
    const app = await setup(smallPlan(from, to));
    const shown = Object.fromEntries(app.lines().map(([name, rows]) => [name, number(rows)]));
    expect(shown).toEqual(naiveLinks(app.keys(), byPartition(app)));
    const flows = app.changes().flows!;
    expect(app.lines()).toHaveLength(flows.length);
    for (const flow of flows)
      expect(shown[`${app.bound('from', flow.from)} → ${app.bound('to', flow.to)}`]).toBe(flow.rows);
  });

  it('says of each how much of its source it is, and whether it moves', async () => {
    const { lines, figures } = await setup(smallPlan(4, 8));
    let moved = 0;
    const sources = new Map<string, number>();
    for (const [name, rows] of lines())
      sources.set(name!.slice(0, 6), (sources.get(name!.slice(0, 6)) ?? 0) + number(rows));
    for (const [name, rows, share, what] of lines()) {
      const [, from, to] = /, (\d+)\) → \(8, (\d+)\)/.exec(name!)!;
      expect(what).toBe(from === to ? 'stays' : 'moves');
      if (what === 'moves') moved += number(rows);
      expect(Number.parseFloat(share!)).toBeCloseTo((100 * number(rows)) / sources.get(name!.slice(0, 6))!, 1);
    }
    expect(moved).toBe(figures().target.costs.moved);
  });

  it('sums up in a sentence, which names the picture', async () => {
    const { figures } = await setup(smallPlan(4, 8));
    const { moved } = figures().target.costs;
    const sentence = `4 partitions become 8: ${group(moved)} of 3 000 rows (${((100 * moved!) / 3000).toFixed(1)} %) change table.`;
    expect(plain(screen.getByRole('img').getAttribute('aria-label'))).toBe(sentence);
    expect(screen.getByText((text) => plain(text) === sentence)).toBeInTheDocument();
  });

  it('shows keys of the chosen ribbon that really go that way', async () => {
    const app = await setup();
    const keys = new Map(app.keys().map((key) => [key.text, key]));
    const nameOf = byPartition(app);
    for (const [name, rows] of app.lines().slice(0, 4)) {
      await app.choose(name!);
      expect(marked()).toContain(`${name}: ${rows} rows`);
      const shown = app.shownKeys();
      expect(shown).toHaveLength(8);
      expect(shown.map((text) => nameOf(keys.get(text)!))).toEqual(shown.map(() => name));
    }
  });

  it('shows the parts of keys of several columns', async () => {
    const [column] = defaultScenario.keys.columns;
    const tenant = { name: 'tenant', type: 'int4', source: { kind: 'zipf', tenants: 50, s: 1.1 } } as const;
    const document = smallPlan(4, 6);
    const app = await setup({ ...document, keys: { ...document.keys, columns: [tenant, column!] } });
    const keys = new Map(app.keys().map((key) => [key.text, key]));
    const [name] = app.lines()[0]!;
    await app.choose(name!);
    expect(app.shownKeys()).toHaveLength(8);
    expect(app.shownKeys().map((text) => byPartition(app)(keys.get(text)!))).toEqual(app.shownKeys().map(() => name));
  });

  it('marks in picture and table what is chosen, and what the pointer is at in the picture', async () => {
    const { choose, lines } = await setup();
    const ribbons = () => [...screen.getByRole('img').querySelectorAll('path')];
    const markedRibbons = () =>
      ribbons().flatMap((ribbon, index) => (ribbon.dataset.marked === undefined ? [] : [index]));
    expect(ribbons()).toHaveLength(lines().length);
    await choose(lines()[2]![0]!);
    expect(markedRibbons()).toEqual([2]);
    expect(screen.getByRole('button', { name: lines()[2]![0]!, pressed: true })).toBeInTheDocument();
    fireEvent.pointerEnter(ribbons()[5]!);
    expect(markedRibbons()).toEqual([5]);
    expect(marked()).toContain(lines()[5]![0]);
    fireEvent.pointerLeave(screen.getByRole('img'));
    expect(markedRibbons()).toEqual([2]);
  });

  it('forgets what was chosen when the ribbons change', async () => {
    const { choose, lines, edit } = await setup();
    await choose(lines()[0]![0]!);
    await edit(setTarget, { spec: { kind: 'uniform', modulus: 8 } });
    expect(screen.getByText('Point at a ribbon, or choose it in the table, to see keys in it.')).toBeInTheDocument();
    expect(screen.queryByRole('button', { pressed: true })).not.toBeInTheDocument();
    expect(lines()).toHaveLength(8);
  });

  it('sorts by rows, and the other way round', async () => {
    const { user, lines } = await setup();
    await user.click(screen.getByRole('button', { name: 'Rows' }));
    const ascending = lines().map(([, rows]) => number(rows));
    expect(ascending).toEqual(ascending.toSorted((a, b) => a - b));
    await user.click(screen.getByRole('button', { name: 'Rows' }));
    expect(lines().map(([, rows]) => number(rows))).toEqual(ascending.toReversed());
  });

  it('is chosen by keyboard alone', async () => {
    const { user, lines } = await setup();
    await user.tab();
    expect(screen.getByRole('radio', { name: 'Partitions' })).toHaveFocus();
    const first = lines()[0]![0]!;
    for (let i = 0; i < 20 && document.activeElement?.textContent !== first; i++) await user.tab();
    await user.keyboard('{Enter}');
    expect(marked()).toContain(`${first}: `);
  });

  it('says when there are too many pairs to be counted', async () => {
    const { store } = await setup();
    act(() =>
      store.setState(({ results }) => {
        const { derived, reply } = results.counted!;
        const changes = reply.changes.map((change) => ({ ...change, flows: null }));
        return { results: { ...results, counted: { derived, reply: { ...reply, changes } } } };
      }),
    );
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
    expect(screen.getByText(/^There are more than 100 000 pairs/)).toBeInTheDocument();
  });
});

describe('the flow between nodes', () => {
  it('has a line for each pair that shares keys, with as many as go that way', async () => {
    const app = await setup(smallPlan(8, 16));
    await app.byNodes();
    const shown = Object.fromEntries(app.lines().map(([name, rows]) => [name, number(rows)]));
    expect(shown).toEqual(naiveLinks(app.keys(), byNode(app)));
    const all = app.lines().reduce((sum, [, rows]) => sum + number(rows), 0);
    expect(all).toBe(3000);
    const moved = app.keys().filter(({ nodes: [from, to] }) => from !== to).length;
    expect(moved).toBeGreaterThan(0);
    const moving = app.lines().filter(([, , , what]) => what === 'moves');
    expect(moving.reduce((sum, [, rows]) => sum + number(rows), 0)).toBe(moved);
    expect(plain(screen.getByRole('img').getAttribute('aria-label'))).toContain(`: ${group(moved)} of 3 000 rows`);
  });

  it('shows keys of the chosen ribbon that really go that way', async () => {
    const app = await setup(smallPlan(8, 16));
    await app.byNodes();
    const keys = new Map(app.keys().map((key) => [key.text, key]));
    const nameOf = byNode(app);
    for (const [name] of app
      .lines()
      .filter(([, , , what]) => what === 'moves')
      .slice(0, 3)) {
      await app.choose(name!);
      expect(app.shownKeys().length).toBeGreaterThan(0);
      expect(app.shownKeys().map((text) => nameOf(keys.get(text)!))).toEqual(app.shownKeys().map(() => name));
    }
  });

  it('has no line from a node that joins nor to one that leaves', async () => {
    const nodes = [newNode('a', 'leaving'), newNode('b', 'up'), newNode('c', 'joining')];
    const { byNodes, lines } = await setup({ ...smallPlan(8, 8), nodes });
    await byNodes();
    const names = lines().map(([name]) => name!);
    expect(names.filter((name) => name.startsWith('c') || name.endsWith('a'))).toEqual([]);
    expect(names).toContain('a → c');
  });

  it('follows a partition that is put on another node', async () => {
    const app = await setup(smallPlan(8, 8));
    const nodes = app.state().results.counted!.derived.cluster;
    const [from, to] = [nodes.before[0]!, (nodes.after[0]! + 1) % 4];
    await app.byNodes();
    act(() => {
      const bound = { modulus: 8, remainder: 0 };
      applyEdit(app.store, placePartition, { side: 'to', bound, node: app.nodeName(to) });
    });
    const shown = Object.fromEntries(app.lines().map(([name, rows]) => [name, number(rows)]));
    expect(shown).toEqual(naiveLinks(app.keys(), byNode(app)));
    expect(shown[`${app.nodeName(from)} → ${app.nodeName(to)}`]).toBeGreaterThan(0);
  });
});

it('axe finds no fault, with a ribbon chosen', async () => {
  const { choose, lines } = await setup();
  await choose(lines()[0]![0]!);
  expect(await faults()).toEqual([]);
});
