import { describe, expect, it } from 'vitest';
import { createEngineClient } from '../../src/engine/client.ts';
import { applyEdit, createAppStore, setUi } from '../../src/store/createAppStore.ts';
import { setCompared } from '../../src/store/edits/setCompared.ts';
import { setNode } from '../../src/store/edits/setNode.ts';
import { setNodeCount } from '../../src/store/edits/setNodeCount.ts';
import { startComparing } from '../../src/store/effects/comparing.ts';
import { startCounting } from '../../src/store/effects/counting.ts';
import { circleFacts, selectRingScheme } from '../../src/store/ringScheme.ts';
import { defaultScenario, newCompared, newNode, type Scenario } from '../../src/store/scenario.ts';
import { createHeldCompare } from '../fixtures/heldCompare.ts';
import { naiveFigures, naiveKeys } from '../unit/engine/compare/naive.ts';

const ROWS = 2000;
const small: Scenario = {
  ...defaultScenario,
  keys: { ...defaultScenario.keys, rows: ROWS },
  // The leaving node stands between the others: its place in the list is not its place among the members.
  nodes: [newNode('a', 'up'), newNode('b', 'leaving'), newNode('c', 'up'), newNode('d', 'joining')],
  compare: ['modulo', 'ring', 'citus'].map(newCompared),
};

/** A store whose comparisons wait for the test; the plan is counted, and the comparison is done. */
async function setup(document: Scenario = small) {
  const store = createAppStore({ document });
  const compareEngine = createHeldCompare();
  startCounting(store, { engine: createEngineClient(), reducedMotion: () => true });
  const comparing = startComparing(store, { compareEngine });
  while (store.getState().results.status !== 'ready') await new Promise((resolve) => setTimeout(resolve));
  const { runs } = compareEngine;
  await runs[0]!.finish();
  return {
    store,
    compareEngine,
    comparing,
    runs,
    last: () => runs.at(-1)!,
    kinds: () => runs.map(({ request }) => request.kind),
    comparison: () => store.getState().comparison,
    show: (ringOf: string) => setUi(store, { stageView: 'ring', ringOf }),
  };
}

describe('the circle of a scheme', () => {
  it('is asked for while the ring shows the scheme, and not for the plan or in another view', async () => {
    const { store, kinds, last, comparison, show } = await setup();
    show('plan');
    setUi(store, { stageView: 'flow', ringOf: 'ring' });
    expect(kinds()).toEqual(['compare']);
    show('ring');
    expect(last().request).toEqual({
      kind: 'circle',
      keys: small.keys,
      change: {
        before: ['a', 'b', 'c'].map((name) => ({ name, weight: 1 })),
        after: ['a', 'c', 'd'].map((name) => ({ name, weight: 1 })),
      },
      scheme: newCompared('ring'),
      sample: ROWS,
    });
    expect(comparison()).toMatchObject({ status: 'running', circle: null });
    await last().finish();
    expect(comparison()).toMatchObject({ status: 'ready', circle: { reply: { circle: { ok: true } } } });
    setUi(store, { stageView: 'strip' });
    show('ring');
    expect(kinds()).toEqual(['compare', 'circle']);
  });

  it('has a hundred thousand keys, and a million where all dots are asked for', async () => {
    const { store, last, show } = await setup({ ...small, keys: { ...small.keys, rows: 150_000 } });
    show('ring');
    expect(last().request).toMatchObject({ kind: 'circle', sample: 100_000 });
    await last().finish();
    setUi(store, { allDots: true });
    expect(last().request).toMatchObject({ kind: 'circle', sample: 150_000 });
  });

  it('waits for the comparison, whose exact figures it comes with', async () => {
    const { store, kinds, last, comparison, show } = await setup();
    applyEdit(store, setNode, { index: 0, patch: { weight: 2 } });
    show('ring');
    expect(kinds()).toEqual(['compare', 'compare']);
    await last().finish();
    expect(kinds()).toEqual(['compare', 'compare', 'circle']);
    await last().finish();
    expect(comparison().circle!.compared).toBe(comparison().done);
  });

  it('has the rows of every node and flow, counted over all keys, by the node’s place in the document', async () => {
    const { last, comparison, show } = await setup();
    show('ring');
    await last().finish();
    const circle = comparison().circle!;
    const { change, scheme } = circle.request;
    const keys = naiveKeys(
      small.keys,
      Array.from({ length: ROWS }, (_, row) => row),
    );
    const expected = naiveFigures(scheme, change, keys);
    const [a, b, c] = expected.before.rows;
    const [newA, newC, newD] = expected.after.rows;
    const facts = circleFacts(circle)!;
    expect(facts).toMatchObject({ total: ROWS, nodeOfBefore: [0, 1, 2], nodeOfAfter: [0, 2, 3] });
    expect(facts.counts).toMatchObject({
      before: [a, b, c, 0],
      after: [newA, 0, newC, newD],
      moved: expected.moved,
    });
    const { nodes } = small;
    const named = facts.counts.flows.map(({ from, to, rows }) => [`${nodes[from]!.name} -> ${nodes[to]!.name}`, rows]);
    expect(Object.fromEntries(named)).toEqual(expected.flows);
  });

  it('stays on screen while the next is drawn', async () => {
    const { last, comparison, show } = await setup();
    show('ring');
    await last().finish();
    const before = comparison().circle;
    show('citus');
    expect(comparison()).toMatchObject({ status: 'running', circle: before });
    await last().finish();
    expect(comparison().circle!.request.scheme).toEqual(newCompared('citus'));
  });

  it('is replaced by that of the scheme chosen last', async () => {
    const { runs, comparison, compareEngine, show } = await setup();
    show('ring');
    show('citus');
    expect(compareEngine.underWay).toBe(1);
    await runs[1]!.finish();
    expect(comparison()).toMatchObject({ status: 'running', circle: null });
    await runs[2]!.finish();
    expect(comparison().circle!.request.scheme.scheme).toBe('citus');
  });

  it('follows a change of nodes, and takes their capacities without being drawn anew', async () => {
    const { store, kinds, last, comparison, show } = await setup();
    show('ring');
    await last().finish();
    applyEdit(store, setNode, { index: 0, patch: { capacityRows: 700 } });
    expect(comparison().circle!.nodes[0]!.capacityRows).toBe(700);
    expect(kinds()).toEqual(['compare', 'circle']);
    applyEdit(store, setNodeCount, { count: 4 });
    expect(comparison().circle!.nodes).toHaveLength(4);
    await last().finish();
    await last().finish();
    expect(kinds()).toEqual(['compare', 'circle', 'compare', 'circle']);
    expect(comparison().circle!.nodes).toBe(store.getState().document.nodes);
    expect(comparison().circle!.request.change.after).toHaveLength(4);
  });

  it('says why there is none, and gives no figures of a scheme that was refused', async () => {
    const compare = [newCompared('modulo'), { scheme: 'postgres', config: { modulus: 2, target: 32 } }];
    const { last, comparison, show } = await setup({ ...small, compare });
    show('modulo');
    await last().finish();
    expect(comparison().circle!.reply.circle).toMatchObject({ ok: false, error: { id: 'schemeNoCircle' } });
    show('postgres');
    await last().finish();
    expect(comparison().circle!.reply.circle).toMatchObject({ ok: false, error: { id: 'schemeFewPartitions' } });
    expect(circleFacts(comparison().circle!)).toBeNull();
  });

  it('is that of the plan again when its scheme is compared no longer', async () => {
    const { store, kinds, last, show } = await setup();
    show('ring');
    await last().finish();
    expect(selectRingScheme(store.getState())?.scheme).toBe('ring');
    applyEdit(store, setCompared, { scheme: 'ring', compared: false });
    expect(selectRingScheme(store.getState())).toBeNull();
    await last().finish();
    expect(kinds()).toEqual(['compare', 'circle', 'compare']);
  });

  it('that fails says how, and is drawn when asked again', async () => {
    const { last, kinds, comparison, comparing, show } = await setup();
    show('ring');
    await last().fail('out of memory');
    expect(comparison()).toMatchObject({ status: 'failed', error: 'out of memory', circle: null });
    comparing.again();
    expect(kinds()).toEqual(['compare', 'circle', 'circle']);
    await last().finish();
    expect(comparison()).toMatchObject({ status: 'ready', error: null });
  });
});
