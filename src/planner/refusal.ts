import type { PgError } from '../hash/pgError.ts';
import { checkBesideLayout, isChainRefusal } from '../topology/boundCheck.ts';
import type { HashPartition, Layout } from '../topology/layout.ts';
import type { Component } from './components.ts';

/**
 * What PostgreSQL answers to the first CREATE of a change that is impossible in place: with the old partitions of the
 * change detached; when that alone would pass because the change is the whole table, with only the first one detached
 * (one partition at a time), then with none. Null when it has no objection to the moduli.
 */
export function refusalInPlace(from: Layout, change: Component): PgError | null {
  const detached = [change.from, change.from.slice(0, 1), []];
  for (const gone of detached) {
    const names = new Set(gone.map(({ name }) => name));
    const left = from.filter(({ name }) => !names.has(name));
    const refusal = firstChainRefusal(left, change.to);
    if (refusal !== null) return refusal;
  }
  return null;
}

/** Names are no matter here: those of a rebuild may repeat old ones. */
function firstChainRefusal(left: Layout, added: readonly HashPartition[]): PgError | null {
  for (const partition of added) {
    const refusal = checkBesideLayout(left, partition);
    if (refusal !== null && isChainRefusal(refusal)) return refusal;
  }
  return null;
}
