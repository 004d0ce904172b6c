import type { TextKey, TextParams } from '../i18n/i18n.ts';
import type { Scenario } from './scenario.ts';

/** What an undo entry is called in the menus, e.g. "Split orders_8_3". */
export interface EditLabel {
  readonly key: TextKey;
  readonly params?: TextParams;
}

interface Entry {
  readonly label: EditLabel;
  /** The whole document on the other side of the edit; structure is shared, so an entry is cheap. */
  readonly document: Scenario;
  /** Edits with the same merge key that follow each other (a slider drag, typing) form one entry. */
  readonly mergeKey: string | null;
}

export interface History {
  readonly past: readonly Entry[];
  readonly future: readonly Entry[];
}

export const MAX_HISTORY = 100;
export const emptyHistory: History = { past: [], future: [] };

/**
 * Records the edit that replaced `before`. With a merge key equal to the last entry's, that entry stands for both, under
 * the newer name: "Ask for 16 partitions", whatever was tried on the way.
 */
export function recordEdit(history: History, before: Scenario, label: EditLabel, mergeKey: string | null): History {
  const last = history.past.at(-1);
  if (last !== undefined && mergeKey !== null && last.mergeKey === mergeKey) {
    return { past: history.past.with(-1, { ...last, label }), future: [] };
  }
  return { past: [...history.past, { label, document: before, mergeKey }].slice(-MAX_HISTORY), future: [] };
}

/** Ends a merge: the next edit starts an entry of its own. */
export function sealHistory(history: History): History {
  const last = history.past.at(-1);
  if (last === undefined || last.mergeKey === null) return history;
  return { ...history, past: [...history.past.slice(0, -1), { ...last, mergeKey: null }] };
}

export interface Travel {
  readonly history: History;
  readonly document: Scenario;
  readonly label: EditLabel;
}

export function undoEdit(history: History, current: Scenario): Travel | null {
  const last = history.past.at(-1);
  if (last === undefined) return null;
  const undone: Entry = { label: last.label, document: current, mergeKey: null };
  return {
    history: { past: history.past.slice(0, -1), future: [undone, ...history.future] },
    document: last.document,
    label: last.label,
  };
}

export function redoEdit(history: History, current: Scenario): Travel | null {
  const next = history.future[0];
  if (next === undefined) return null;
  const redone: Entry = { label: next.label, document: current, mergeKey: null };
  return {
    history: { past: [...history.past, redone], future: history.future.slice(1) },
    document: next.document,
    label: next.label,
  };
}

/** Position of the document on hand among all that undo and redo reach: 0 is the oldest. */
export function placeOf({ past }: History): number {
  return past.length;
}

/** Undoes or redoes until the document of that position is on hand; null when it is already, or when there is none. */
export function jump(history: History, current: Scenario, index: number): Travel | null {
  if (!Number.isInteger(index)) return null;
  const travel = placeOf(history) > index ? undoEdit : redoEdit;
  let last: Travel | null = null;
  for (let left = Math.abs(placeOf(history) - index); left > 0; left--) {
    last = travel(last?.history ?? history, last?.document ?? current);
    if (last === null) return null;
  }
  return last;
}
