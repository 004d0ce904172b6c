import { describe, expect, it } from 'vitest';
import { createEngineClient } from '../../src/engine/client.ts';
import { applyEdit, createAppStore, setUi, undo } from '../../src/store/createAppStore.ts';
import { renameScenario } from '../../src/store/edits/renameScenario.ts';
import { setCompared } from '../../src/store/edits/setCompared.ts';
import { setNode } from '../../src/store/edits/setNode.ts';
import { setNodeCount } from '../../src/store/edits/setNodeCount.ts';
import { setRows } from '../../src/store/edits/setRows.ts';
import { setSchemeConfig } from '../../src/store/edits/setSchemeConfig.ts';
import { setTarget } from '../../src/store/edits/setTarget.ts';
import { startComparing } from '../../src/store/effects/comparing.ts';
import { startCounting } from '../../src/store/effects/counting.ts';
import { defaultScenario, newCompared, type Scenario } from '../../src/store/scenario.ts';
import { createHeldCompare } from '../fixtures/heldCompare.ts';
import { createHeldEngine } from '../fixtures/heldEngine.ts';

const small: Scenario = {
  ...defaultScenario,
  keys: { ...defaultScenario.keys, rows: 500 },
  compare: [
    newCompared('modulo'),
    { scheme: 'multiProbe', config: { ...newCompared('multiProbe').config, probes: 2 } },
  ],
};

/** A store whose comparisons wait for the test; counts are real, and the first is done. */
async function setup(document?: Scenario) {
  const app = start(document);
  await app.counted();
  return app;
}

function start(document: Scenario = small, engine = createEngineClient()) {
  const store = createAppStore({ document });
  const compareEngine = createHeldCompare();
  startCounting(store, { engine, reducedMotion: () => true });
  const comparing = startComparing(store, { compareEngine });
  const counted = () => until(() => store.getState().results.status === 'ready');
  const { runs } = compareEngine;
  return {
    store,
    compareEngine,
    comparing,
    counted,
    runs,
    last: () => runs.at(-1)!,
    kinds: () => runs.map(({ request }) => request.kind),
    comparison: () => store.getState().comparison,
    open: () => setUi(store, { stageView: 'compare' }),
    close: () => setUi(store, { stageView: 'strip' }),
  };
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve));
}

describe('the comparison', () => {
  it('waits for the count of the plan itself', async () => {
    const engine = createHeldEngine();
    const { runs, comparison, last } = start(small, engine);
    expect(runs).toHaveLength(0);
    expect(comparison().status).toBe('idle');
    await engine.runs[0]!.finish();
    expect(last().request).toEqual({
      kind: 'compare',
      keys: small.keys,
      change: {
        before: [1, 2, 3, 4].map((n) => ({ name: `node ${n}`, weight: 1 })),
        after: [1, 2, 3, 4, 5, 6].map((n) => ({ name: `node ${n}`, weight: 1 })),
      },
      schemes: small.compare,
    });
    expect(comparison()).toMatchObject({ status: 'running', progress: null, done: null });
  });

  it('tells its progress and keeps what it answered', async () => {
    const { last, comparison } = await setup();
    last().progress({ done: 300, total: 1000 });
    expect(comparison()).toMatchObject({ status: 'running', progress: { done: 300, total: 1000 } });
    await last().finish();
    expect(comparison()).toMatchObject({ status: 'ready', progress: null, error: null });
    expect(comparison().done!.request).toEqual(last().request);
    expect(comparison().done!.reply.schemes).toHaveLength(2);
  });

  it.each<[string, (store: ReturnType<typeof createAppStore>) => void]>([
    ['keys', (store) => applyEdit(store, setRows, { rows: 501 })],
    ['nodes', (store) => applyEdit(store, setNodeCount, { count: 7 })],
    ['a weight', (store) => applyEdit(store, setNode, { index: 0, patch: { weight: 2 } })],
    ['schemes', (store) => applyEdit(store, setCompared, { scheme: 'ring', compared: true })],
    ['parameters', (store) => applyEdit(store, setSchemeConfig, { scheme: 'multiProbe', field: 'probes', value: 3 })],
  ])('is made anew for other %s, and the one before stays until then', async (_what, change) => {
    const { store, runs, last, comparison, counted } = await setup();
    await last().finish();
    const before = comparison().done;
    change(store);
    await counted();
    expect(runs).toHaveLength(2);
    expect(comparison()).toMatchObject({ status: 'running', done: before });
    await last().finish();
    expect(comparison().done!.request).toEqual(last().request);
  });

  it.each<[string, (store: ReturnType<typeof createAppStore>) => void]>([
    ['a layout', (store) => applyEdit(store, setTarget, { spec: { kind: 'uniform', modulus: 16 } })],
    ['a name', (store) => applyEdit(store, renameScenario, { name: 'other' })],
    ['room on a node', (store) => applyEdit(store, setNode, { index: 0, patch: { capacityRows: 7, rack: 'a' } })],
  ])('is not made anew for %s, which places no key', async (_what, change) => {
    const { store, runs, last, comparison, counted } = await setup();
    await last().finish();
    change(store);
    await counted();
    expect(runs).toHaveLength(1);
    expect(comparison().status).toBe('ready');
  });

  it('takes the first ten million keys of more', async () => {
    const engine = createHeldEngine();
    const { store, last, runs } = start({ ...small, keys: { ...small.keys, rows: 10_000_001 } }, engine);
    expect(runs).toHaveLength(0);
    store.setState(({ results }) => ({ results: { ...results, status: 'ready' } }));
    expect(last().request.keys).toEqual({ ...small.keys, rows: 10_000_000 });
  });

  it('leaves an older one that something newer took the place of', async () => {
    const { store, runs, last, comparison, compareEngine } = await setup();
    applyEdit(store, setNodeCount, { count: 5 });
    applyEdit(store, setNodeCount, { count: 8 });
    expect(runs).toHaveLength(3);
    expect(compareEngine.underWay).toBe(1);
    runs[0]!.progress({ done: 1, total: 2 });
    expect(comparison()).toMatchObject({ status: 'running', progress: null });
    await last().finish();
    expect(comparison().status).toBe('ready');
    expect(comparison().done!.request.change.after).toHaveLength(8);
  });

  it('goes back to the one before with undo, and stops the workers', async () => {
    const { store, runs, last, comparison, compareEngine } = await setup();
    await last().finish();
    const before = comparison().done;
    applyEdit(store, setNodeCount, { count: 8 });
    expect(comparison().status).toBe('running');
    undo(store);
    expect(compareEngine.underWay).toBe(0);
    runs[1]!.progress({ done: 1, total: 2 });
    await runs[1]!.finish();
    expect(comparison()).toMatchObject({ status: 'ready', progress: null });
    expect(comparison().done).toBe(before);
  });

  it('that is cancelled keeps the last figures and begins anew when asked', async () => {
    const { store, runs, last, comparison, compareEngine, comparing } = await setup();
    await last().finish();
    applyEdit(store, setNodeCount, { count: 8 });
    last().progress({ done: 1, total: 2 });
    compareEngine.cancel();
    await until(() => comparison().status === 'cancelled');
    expect(comparison().progress).toBeNull();
    expect(comparison().done!.request.change.after).toHaveLength(6);
    comparing.again();
    expect(runs).toHaveLength(3);
    await last().finish();
    expect(comparison().status).toBe('ready');
    expect(comparison().done!.request.change.after).toHaveLength(8);
  });

  it('that fails says how, and begins anew when asked', async () => {
    const { last, comparison, comparing } = await setup();
    await last().fail('out of memory');
    expect(comparison()).toMatchObject({ status: 'failed', error: 'out of memory', done: null });
    comparing.again();
    expect(comparison()).toMatchObject({ status: 'running', error: null });
    await last().finish();
    expect(comparison()).toMatchObject({ status: 'ready', error: null });
  });

  it('of no schemes has an answer too', async () => {
    const { last, comparison } = await setup({ ...small, compare: [] });
    await last().finish();
    expect(comparison()).toMatchObject({ status: 'ready', done: { reply: { schemes: [] } } });
  });

  it('follows nothing any more once it is stopped', async () => {
    const { store, runs, last, comparing } = await setup();
    await last().finish();
    comparing.stop();
    applyEdit(store, setNodeCount, { count: 8 });
    expect(runs).toHaveLength(1);
  });
});

describe('the curves', () => {
  it('are drawn when the view is opened, and not before', async () => {
    const { last, kinds, comparison, open } = await setup();
    await last().finish();
    expect(kinds()).toEqual(['compare']);
    open();
    expect(kinds()).toEqual(['compare', 'curves']);
    expect(last().request).toEqual({
      kind: 'curves',
      keys: small.keys,
      schemes: small.compare,
      maxNodes: 64,
      sample: 500,
    });
    await last().finish();
    expect(comparison()).toMatchObject({ status: 'ready', curves: { reply: { keysUsed: 500 } } });
  });

  it('follow the comparison that is under way when the view is opened, which goes on', async () => {
    const { last, runs, kinds, open, close } = await setup();
    open();
    close();
    open();
    expect(kinds()).toEqual(['compare']);
    await runs[0]!.finish();
    expect(kinds()).toEqual(['compare', 'curves']);
    await last().finish();
  });

  it('are not drawn of a change that is made while the view is closed', async () => {
    const { store, last, kinds, open, close, counted } = await setup();
    open();
    await last().finish();
    await last().finish();
    close();
    applyEdit(store, setRows, { rows: 400 });
    await counted();
    await last().finish();
    expect(kinds()).toEqual(['compare', 'curves', 'compare']);
    open();
    expect(kinds()).toEqual(['compare', 'curves', 'compare', 'curves']);
  });

  it('are kept when only nodes change, and when the view is opened again', async () => {
    const { store, last, kinds, open, close } = await setup();
    open();
    await last().finish();
    await last().finish();
    applyEdit(store, setNodeCount, { count: 8 });
    await last().finish();
    close();
    open();
    expect(kinds()).toEqual(['compare', 'curves', 'compare']);
  });

  it('take a sample of many keys', async () => {
    const { last, open } = await setup({ ...small, keys: { ...small.keys, rows: 150_000 } });
    open();
    await last().finish();
    expect(last().request).toMatchObject({ kind: 'curves', sample: 10_000 });
  });

  it('that are cancelled leave the comparison, stay away when the view opens again, and come when asked', async () => {
    const { last, kinds, open, close, comparison, compareEngine, comparing } = await setup();
    open();
    await last().finish();
    compareEngine.cancel();
    await until(() => comparison().status === 'cancelled');
    expect(comparison().done).not.toBeNull();
    close();
    open();
    expect(kinds()).toEqual(['compare', 'curves']);
    comparing.again();
    expect(kinds()).toEqual(['compare', 'curves', 'curves']);
    await last().finish();
    expect(comparison()).toMatchObject({ status: 'ready', curves: { reply: { keysUsed: 500 } } });
  });
});
