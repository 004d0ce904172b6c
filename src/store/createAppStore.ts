import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Result } from '../lib/result.ts';
import { deriveScenario } from './derive.ts';
import type { Edit, Refusal } from './edits/edit.ts';
import { jump, recordEdit, redoEdit, sealHistory, type Travel, undoEdit } from './history.ts';
import type { Scenario } from './scenario.ts';
import { type AppState, initialState, type Playback, type Ui } from './state.ts';

export type AppStore = StoreApi<AppState>;

export function createAppStore(overrides: Partial<AppState> = {}): AppStore {
  return createStore<AppState>()(() => ({ ...initialState, ...overrides }));
}

let lastTry: {
  readonly document: Scenario;
  readonly id: string;
  readonly args: string;
  readonly result: Result<Scenario, Refusal>;
} | null = null;

/**
 * What an edit would give, without doing it: the form's validation and the disabled items of menus. The last answer is
 * kept, because a field validates a value and then commits it, and planning thousands of partitions takes a while.
 */
export function tryEdit<Args>(document: Scenario, edit: Edit<Args>, args: Args): Result<Scenario, Refusal> {
  const text = JSON.stringify(args);
  if (lastTry?.document !== document || lastTry.id !== edit.id || lastTry.args !== text) {
    lastTry = { document, id: edit.id, args: text, result: checkEdit(document, edit, args) };
  }
  return lastTry.result;
}

function checkEdit<Args>(document: Scenario, edit: Edit<Args>, args: Args): Result<Scenario, Refusal> {
  const next = edit.apply(document, args);
  if (!next.ok) return next;
  const derived = deriveScenario(next.value);
  return derived.ok ? next : derived;
}

/** Applies an edit as one undoable change. A refused edit leaves everything as it was. */
export function applyEdit<Args>(store: AppStore, edit: Edit<Args>, args: Args): Result<Scenario, Refusal> {
  const { document, history } = store.getState();
  const next = tryEdit(document, edit, args);
  if (!next.ok || next.value === document) return next;
  const mergeKey = edit.history === 'merge' ? edit.id : null;
  const label = edit.label(document, args);
  store.setState({ document: next.value, history: recordEdit(history, document, label, mergeKey) });
  return next;
}

/** Ends a run of edits that merge, as when the focus leaves a field: the next edit is an undo entry of its own. */
export function sealEdits(store: AppStore): void {
  store.setState(({ history }) => ({ history: sealHistory(history) }));
}

export function undo(store: AppStore): Travel | null {
  return travel(store, undoEdit(store.getState().history, store.getState().document));
}

export function redo(store: AppStore): Travel | null {
  return travel(store, redoEdit(store.getState().history, store.getState().document));
}

/** Goes to a position of the undo history; see jump(). */
export function jumpTo(store: AppStore, index: number): Travel | null {
  return travel(store, jump(store.getState().history, store.getState().document, index));
}

function travel(store: AppStore, result: Travel | null): Travel | null {
  if (result !== null) store.setState({ document: result.document, history: result.history });
  return result;
}

/** Changes to what is shown, not to the document: never undone, and redo stays possible. */
export function setUi(store: AppStore, patch: Partial<Ui>): void {
  store.setState((state) => ({ ui: { ...state.ui, ...patch } }));
}

export function setPlayback(store: AppStore, patch: Partial<Playback>): void {
  store.setState((state) => ({ playback: { ...state.playback, ...patch } }));
}
