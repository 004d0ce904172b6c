import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdit, createAppStore, undo } from '../../src/store/createAppStore.ts';
import { addNode } from '../../src/store/edits/addNode.ts';
import { countNodes, resizeNodes } from '../../src/store/edits/nodes.ts';
import { placePartition } from '../../src/store/edits/placePartition.ts';
import { removeNode } from '../../src/store/edits/removeNode.ts';
import { setCompared } from '../../src/store/edits/setCompared.ts';
import { setNode } from '../../src/store/edits/setNode.ts';
import { setNodeCount } from '../../src/store/edits/setNodeCount.ts';
import { settleNodes } from '../../src/store/edits/settleNodes.ts';
import { parseScenarioText, serialiseScenario } from '../../src/store/parseScenario.ts';
import { defaultNodes, defaultScenario, newNode } from '../../src/store/scenario.ts';

const names = (store: ReturnType<typeof createAppStore>): readonly string[] =>
  store.getState().document.nodes.map(({ name, state }) => `${name} ${state}`);

describe('nodes', () => {
  it('are added under a free name, removed, and brought back by undo', () => {
    const store = createAppStore();
    applyEdit(store, setNode, { index: 0, patch: { name: 'node 7' } });
    applyEdit(store, addNode, {});
    expect(names(store).at(-1)).toBe('node 8 joining');
    applyEdit(store, removeNode, { index: 6 });
    expect(names(store)).toHaveLength(6);
    undo(store);
    expect(names(store)).toHaveLength(7);
  });

  it('grow by those that would leave and then by new ones, and shrink the other way round', () => {
    const store = createAppStore();
    applyEdit(store, setNodeCount, { count: 3 });
    expect(names(store)).toEqual(['node 1 up', 'node 2 up', 'node 3 up', 'node 4 leaving']);
    applyEdit(store, setNodeCount, { count: 5 });
    expect(names(store)).toEqual(['node 1 up', 'node 2 up', 'node 3 up', 'node 4 up', 'node 5 joining']);
  });

  it('come to the number that was asked for, whatever there was, and those before the change stay', () => {
    const state = fc.constantFrom('up', 'joining', 'leaving' as const);
    fc.assert(
      fc.property(
        fc.array(state, { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 1, max: 20 }),
        (states, count) => {
          const nodes = states.map((kind, index) => newNode(`n${index}`, kind));
          const next = resizeNodes(nodes, count);
          expect(countNodes(next, 'to')).toBe(count);
          expect(countNodes(next, 'from')).toBe(countNodes(nodes, 'from'));
          expect(new Set(next.map(({ name }) => name)).size).toBe(next.length);
        },
      ),
      { seed: 4 },
    );
  });

  it('are refused without one before and after, twice the same, or with a weight of 0, with the value and the limit', () => {
    const store = createAppStore();
    expect(applyEdit(store, setNode, { index: 1, patch: { name: 'node 1' } })).toMatchObject({
      error: { id: 'nodeNameTwice', params: { value: 'node 1' } },
    });
    expect(applyEdit(store, setNode, { index: 1, patch: { weight: 0 } })).toMatchObject({
      error: { id: 'nodeWeight', params: { value: 0, name: 'node 2' } },
    });
    expect(applyEdit(store, setNodeCount, { count: 0 })).toMatchObject({
      error: { id: 'nodeCount', params: { min: 1 } },
    });
    const single = createAppStore({ document: { ...defaultScenario, nodes: [newNode('a', 'up')] } });
    expect(applyEdit(single, setNode, { index: 0, patch: { state: 'leaving' } })).toMatchObject({
      error: { id: 'nodesNone' },
    });
    expect(store.getState().document).toBe(defaultScenario);
  });

  it.each([
    { patch: { capacityRows: 0 }, params: { value: 0, name: 'node 1', min: 1, max: 1e12 } },
    { patch: { capacityRows: 2e12 }, params: { value: 2e12, name: 'node 1', min: 1, max: 1e12 } },
    { patch: { capacityBytes: 1.5 }, params: { value: 1.5, name: 'node 1', min: 1, max: Number.MAX_SAFE_INTEGER } },
    { patch: { capacityBytes: Number.NaN }, params: { value: Number.NaN, name: 'node 1' } },
  ])('have room for a whole number of rows and bytes, not $patch', ({ patch, params }) => {
    const store = createAppStore();
    expect(applyEdit(store, setNode, { index: 0, patch })).toMatchObject({ error: { id: 'nodeCapacity', params } });
    expect(store.getState().document).toBe(defaultScenario);
  });

  it('have racks whose names a link can carry', () => {
    const store = createAppStore();
    const rack = 'r'.repeat(64);
    expect(applyEdit(store, setNode, { index: 0, patch: { rack } })).toMatchObject({
      error: { id: 'nodeNameLong', params: { value: rack, max: 63 } },
    });
  });

  it.each([
    ['nowhere', 'pinNodeUnknown'],
    ['node 5', 'pinNodeJoining'],
  ])('hold no partition before the change on %s', (node, id) => {
    const store = createAppStore();
    const placing = { side: 'from', bound: { modulus: 8, remainder: 1 }, node } as const;
    const refused = { ok: false, error: { id, params: { value: node, partition: '(8, 1)' } } };
    expect(applyEdit(store, placePartition, placing)).toMatchObject(refused);
    const placed = [{ side: 'from' as const, modulus: 8, remainder: 1, node }];
    expect(parseScenarioText(serialiseScenario({ ...defaultScenario, placed }))).toMatchObject(refused);
  });

  it('take their partitions along when renamed, and leave them to the planner when removed', () => {
    const store = createAppStore();
    const bound = { modulus: 12, remainder: 3 };
    applyEdit(store, placePartition, { side: 'to', bound, node: 'node 2' });
    applyEdit(store, setNode, { index: 1, patch: { name: 'big' } });
    expect(store.getState().document.placed).toEqual([{ side: 'to', ...bound, node: 'big' }]);
    applyEdit(store, removeNode, { index: 1 });
    expect(store.getState().document.placed).toEqual([]);
  });

  it('are all there once the change is done', () => {
    const store = createAppStore();
    applyEdit(store, setNode, { index: 0, patch: { state: 'leaving' } });
    applyEdit(store, settleNodes, {});
    expect(names(store)).toEqual(['node 2 up', 'node 3 up', 'node 4 up', 'node 5 up', 'node 6 up']);
  });
});

describe('a scenario file', () => {
  const { nodes: _n, placed: _p, compare: _c, version: _v, ...rest } = defaultScenario;

  it('of version 1 is read with the default nodes', () => {
    const read = parseScenarioText(JSON.stringify({ format: 'shardscope', version: 1, ...rest }));
    expect(read).toEqual({
      ok: true,
      value: { ...rest, version: 2, nodes: defaultNodes, placed: [], compare: [] },
    });
  });

  it('carries nodes, placed partitions and compared schemes', () => {
    const store = createAppStore();
    applyEdit(store, setNode, {
      index: 2,
      patch: { weight: 2.5, capacityRows: 50_000, capacityBytes: 7e9, rack: 'b' },
    });
    applyEdit(store, placePartition, { side: 'from', bound: { modulus: 8, remainder: 1 }, node: 'node 3' });
    applyEdit(store, setCompared, { scheme: 'modulo', compared: true });
    const { document } = store.getState();
    expect(parseScenarioText(serialiseScenario(document))).toEqual({ ok: true, value: document });
  });

  it.each([
    ['nodes.0.state', (d: typeof defaultScenario) => ({ ...d, nodes: [{ ...d.nodes[0], state: 'away' }] })],
    ['nodes.0.capacityRows', (d: typeof defaultScenario) => ({ ...d, nodes: [{ ...d.nodes[0], capacityRows: 0 }] })],
    ['compare.0.scheme', (d: typeof defaultScenario) => ({ ...d, compare: [{ scheme: 'magic', config: {} }] })],
    [
      'placed.0.side',
      (d: typeof defaultScenario) => ({ ...d, placed: [{ side: 'up', modulus: 8, remainder: 1, node: 'a' }] }),
    ],
  ])('with nonsense at %s is refused, naming the place', (path, spoil) => {
    const text = JSON.stringify({ format: 'shardscope', ...spoil(defaultScenario) });
    expect(parseScenarioText(text)).toMatchObject({ ok: false, error: { id: 'fileField', params: { path } } });
  });
});
