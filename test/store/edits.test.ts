import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdit, createAppStore, redo, tryEdit, undo } from '../../src/store/createAppStore.ts';
import { addColumn } from '../../src/store/edits/addColumn.ts';
import { mergePartitions } from '../../src/store/edits/mergePartitions.ts';
import { placePartition } from '../../src/store/edits/placePartition.ts';
import { removeColumn } from '../../src/store/edits/removeColumn.ts';
import { setCurrent } from '../../src/store/edits/setCurrent.ts';
import { setKeyType } from '../../src/store/edits/setKeyType.ts';
import { setRecipe } from '../../src/store/edits/setRecipe.ts';
import { setRows } from '../../src/store/edits/setRows.ts';
import { setTarget } from '../../src/store/edits/setTarget.ts';
import { splitPartition } from '../../src/store/edits/splitPartition.ts';
import { swapLayouts } from '../../src/store/edits/swapLayouts.ts';
import { defaultScenario } from '../../src/store/scenario.ts';

const uniform = (modulus: number) => ({ spec: { kind: 'uniform', modulus } }) as const;

describe('edits', () => {
  it('change the document at once and can be undone and redone with a label', () => {
    const store = createAppStore();
    applyEdit(store, setTarget, uniform(16));
    expect(store.getState().document.to).toEqual({ kind: 'uniform', modulus: 16 });
    expect(undo(store)?.label).toEqual({ key: 'edit.setTarget', params: { count: 16 } });
    expect(store.getState().document).toBe(defaultScenario);
    redo(store);
    expect(store.getState().document.to).toEqual({ kind: 'uniform', modulus: 16 });
  });

  it('that follow each other at one place form one undo entry', () => {
    const store = createAppStore();
    for (const rows of [200, 300, 400]) applyEdit(store, setRows, { rows });
    undo(store);
    expect(store.getState().document).toBe(defaultScenario);
  });

  it('refused leave document and history as they were, and say why', () => {
    const store = createAppStore();
    const result = applyEdit(store, setRows, { rows: -5 });
    expect(result).toMatchObject({ ok: false, error: { params: { value: -5 } } });
    expect(store.getState().document).toBe(defaultScenario);
    expect(store.getState().history.past).toEqual([]);
  });

  it('split one partition of today and leave the others', () => {
    const store = createAppStore();
    applyEdit(store, splitPartition, { side: 'from', name: 'orders_8_3', parts: 2 });
    const { to } = store.getState().document;
    if (to.kind !== 'mixed') throw new Error('expected mixed moduli');
    expect(to.bounds).toHaveLength(9);
    expect(to.bounds).toContainEqual({ modulus: 16, remainder: 3 });
    expect(to.bounds).toContainEqual({ modulus: 16, remainder: 11 });
    expect(to.bounds).not.toContainEqual({ modulus: 8, remainder: 3 });
  });

  it('refuse a split off the divisor chain in the words of PostgreSQL', () => {
    const store = createAppStore();
    applyEdit(store, splitPartition, { side: 'from', name: 'orders_8_3', parts: 2 });
    const next = tryEdit(store.getState().document, splitPartition, { side: 'to', name: 'orders_8_1', parts: 3 });
    expect(next).toMatchObject({
      ok: false,
      error: { code: '42P17', message: 'every hash partition modulus must be a factor of the next larger modulus' },
    });
  });

  it('merge what was split back into the same document', () => {
    const store = createAppStore();
    applyEdit(store, setTarget, uniform(8));
    applyEdit(store, splitPartition, { side: 'to', name: 'orders_8_3', parts: 2 });
    applyEdit(store, mergePartitions, { side: 'to', name: 'orders_16_11', modulus: 8 });
    expect(store.getState().document.to).toEqual({ kind: 'uniform', modulus: 8 });
  });

  it('give a column that changes its type a source that can make it', () => {
    const store = createAppStore();
    applyEdit(store, setKeyType, { index: 0, type: 'uuid' });
    expect(store.getState().document.keys.columns[0]).toMatchObject({ type: 'uuid', source: { kind: 'uuidv4' } });
  });

  it('place no partition that the layout does not have', () => {
    const store = createAppStore();
    const bound = { modulus: 8, remainder: -1 };
    const result = applyEdit(store, placePartition, { side: 'from', bound, node: 'node 2' });
    expect(result).toMatchObject({ ok: false, error: { id: 'partitionMissing', params: { value: '(8, -1)' } } });
    applyEdit(store, placePartition, { side: 'from', bound: { modulus: 8, remainder: 7 }, node: 'node 2' });
    expect(store.getState().document.placed).toHaveLength(1);
  });

  it('keep at least one key column', () => {
    const store = createAppStore();
    expect(applyEdit(store, removeColumn, { index: 0 })).toMatchObject({ ok: false, error: { id: 'lastColumn' } });
    applyEdit(store, addColumn, {});
    expect(store.getState().document.keys.columns.map(({ name }) => name)).toEqual(['tenant_id', 'order_id']);
    applyEdit(store, removeColumn, { index: 0 });
    expect(store.getState().document).toEqual(defaultScenario);
  });

  it('in any order undo to the start and redo to the end (seed 7)', () => {
    const step = fc.oneof(
      fc
        .integer({ min: 1, max: 64 })
        .map((n) => (s: ReturnType<typeof createAppStore>) => applyEdit(s, setTarget, uniform(n))),
      fc
        .integer({ min: 1, max: 64 })
        .map((n) => (s: ReturnType<typeof createAppStore>) => applyEdit(s, setCurrent, uniform(n))),
      fc
        .integer({ min: 1, max: 1000 })
        .map((rows) => (s: ReturnType<typeof createAppStore>) => applyEdit(s, setRows, { rows })),
      fc.constant((s: ReturnType<typeof createAppStore>) => applyEdit(s, swapLayouts, {})),
      fc
        .constantFrom('copy', 'keepHalf')
        .map(
          (recipe) => (s: ReturnType<typeof createAppStore>) => applyEdit(s, setRecipe, { recipe: recipe as 'copy' }),
        ),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const store = createAppStore();
        for (const run of steps) run(store);
        const end = store.getState().document;
        while (undo(store) !== null);
        expect(store.getState().document).toEqual(defaultScenario);
        while (redo(store) !== null);
        expect(store.getState().document).toEqual(end);
      }),
      { seed: 7, numRuns: 40 },
    );
  });
});
