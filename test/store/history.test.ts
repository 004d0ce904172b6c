import { describe, expect, it } from 'vitest';
import { applyEdit, createAppStore, jumpTo, redo, setUi, undo } from '../../src/store/createAppStore.ts';
import { chooseTarget } from '../../src/store/edits/chooseTarget.ts';
import { setRecipe } from '../../src/store/edits/setRecipe.ts';
import { setTarget } from '../../src/store/edits/setTarget.ts';
import {
  emptyHistory,
  type History,
  jump,
  MAX_HISTORY,
  recordEdit,
  redoEdit,
  sealHistory,
  undoEdit,
} from '../../src/store/history.ts';
import { defaultScenario, type Scenario } from '../../src/store/scenario.ts';

const named = (name: string): Scenario => ({ ...defaultScenario, name });
const label = (name: string) => ({ key: 'edit.renameScenario', params: { name } }) as const;
const uniform = (modulus: number) => ({ spec: { kind: 'uniform', modulus } }) as const;

/** A history of documents 0, 1, ..., count; the last is the current one. */
function walked(count: number): History {
  let history = emptyHistory;
  for (let n = 1; n <= count; n++) history = recordEdit(history, named(`${n - 1}`), label(`${n}`), null);
  return history;
}

describe('history', () => {
  it('goes back and forth between whole documents, with the label of each edit', () => {
    const back = undoEdit(walked(2), named('2'))!;
    expect(back).toMatchObject({ document: { name: '1' }, label: { params: { name: '2' } } });
    const forth = redoEdit(back.history, back.document)!;
    expect(forth).toMatchObject({ document: { name: '2' }, label: { params: { name: '2' } } });
    expect(forth.history.past).toHaveLength(2);
    expect(forth.history.future).toEqual([]);
  });

  it('has nothing to undo at its start and nothing to redo at its end', () => {
    expect(undoEdit(emptyHistory, defaultScenario)).toBeNull();
    expect(redoEdit(walked(3), named('3'))).toBeNull();
  });

  it('forgets what was undone once something else is done', () => {
    const back = undoEdit(walked(2), named('2'))!;
    const next = recordEdit(back.history, back.document, label('other'), null);
    expect(redoEdit(next, named('other'))).toBeNull();
    expect(undoEdit(next, named('other'))!.document.name).toBe('1');
  });

  it('keeps one entry for edits that merge, under the name of the latest', () => {
    let history = recordEdit(emptyHistory, named('0'), label('1'), 'rows');
    history = recordEdit(history, named('1'), label('2'), 'rows');
    expect(history.past).toHaveLength(1);
    expect(undoEdit(history, named('2'))).toMatchObject({ document: { name: '0' }, label: { params: { name: '2' } } });
  });

  it('does not merge edits of different places', () => {
    const history = recordEdit(
      recordEdit(emptyHistory, named('0'), label('1'), 'rows'),
      named('1'),
      label('2'),
      'seed',
    );
    expect(history.past).toHaveLength(2);
  });

  it('does not merge across a seal', () => {
    const sealed = sealHistory(recordEdit(emptyHistory, named('0'), label('1'), 'rows'));
    const history = recordEdit(sealed, named('1'), label('2'), 'rows');
    expect(undoEdit(history, named('2'))!.document.name).toBe('1');
  });

  it('is the same after a seal when there is nothing to seal', () => {
    const history = walked(1);
    expect(sealHistory(history)).toBe(history);
    expect(sealHistory(emptyHistory)).toBe(emptyHistory);
  });

  it('does not merge into an edit that was undone and redone', () => {
    const merging = recordEdit(emptyHistory, named('0'), label('1'), 'rows');
    const back = undoEdit(merging, named('1'))!;
    const forth = redoEdit(back.history, back.document)!;
    expect(recordEdit(forth.history, named('1'), label('2'), 'rows').past).toHaveLength(2);
  });

  it(`keeps the latest ${MAX_HISTORY} edits`, () => {
    const history = walked(MAX_HISTORY + 20);
    expect(history.past).toHaveLength(100);
    expect(history.past[0]!.document.name).toBe('20');
  });
});

describe('a jump', () => {
  const middle = jump(walked(5), named('5'), 2)!;

  it('goes to the document of that place, back and forth, and loses none', () => {
    expect(middle.document.name).toBe('2');
    expect([middle.history.past.length, middle.history.future.length]).toEqual([2, 3]);
    const forth = jump(middle.history, middle.document, 4)!;
    expect(forth.document.name).toBe('4');
    expect(jump(forth.history, forth.document, 5)!.history.past).toMatchObject(walked(5).past);
  });

  it('to the start is the start, to the end is the end', () => {
    const start = jump(middle.history, middle.document, 0)!;
    expect(start.document.name).toBe('0');
    expect(start.history.past).toEqual([]);
    const end = jump(start.history, start.document, 5)!;
    expect(end.document.name).toBe('5');
    expect(end.history.future).toEqual([]);
  });

  it.each([2, -1, 6, 0.5, Number.NaN])('to %d, which is here or nowhere, changes nothing', (place) => {
    expect(jump(middle.history, middle.document, place)).toBeNull();
  });

  it('takes the document of the store there', () => {
    const store = createAppStore();
    for (const modulus of [9, 16, 32]) applyEdit(store, chooseTarget, uniform(modulus));
    jumpTo(store, 1);
    expect(store.getState().document.to).toEqual({ kind: 'uniform', modulus: 9 });
    expect(redo(store)?.document.to).toEqual({ kind: 'uniform', modulus: 16 });
  });
});

describe('undo', () => {
  it('takes back a target that was chosen without the one that was typed before', () => {
    const store = createAppStore();
    applyEdit(store, setTarget, uniform(9));
    applyEdit(store, chooseTarget, uniform(16));
    applyEdit(store, setTarget, uniform(32));
    const targets = [undo(store), undo(store), undo(store)].map((travel) => travel?.document.to);
    expect(targets).toMatchObject([{ modulus: 16 }, { modulus: 9 }, { modulus: 12 }]);
  });

  it('stays possible to redo while only the view changes', () => {
    const store = createAppStore();
    applyEdit(store, setRecipe, { recipe: 'keepHalf' });
    undo(store);
    setUi(store, { stageView: 'flow', theme: 'dark' });
    expect(redo(store)?.document.recipe).toBe('keepHalf');
    expect(store.getState().ui.stageView).toBe('flow');
  });

  it('records no edit that changes nothing', () => {
    const store = createAppStore();
    applyEdit(store, { ...setRecipe, apply: (document) => ({ ok: true, value: document }) }, { recipe: 'copy' });
    expect(store.getState().history.past).toEqual([]);
  });
});
