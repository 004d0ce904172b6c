import { getKeyType } from '../hash/getKeyType.ts';
import type { PgError } from '../hash/pgError.ts';
import { type HashTrace, traceRowHash } from '../hash/trace.ts';
import type { KeySpec } from '../keys/keySpec.ts';
import { createKeyTexts } from '../keys/keyText.ts';
import type { Result } from '../lib/result.ts';
import type { Ui } from './state.ts';

/** Row of the scenario that Inspect shows before anything is typed: key 42 of a serial from 1. */
const EXAMPLE_ROW = 41;

export interface Probe {
  /** Text of each key column; null is NULL. */
  readonly texts: readonly (string | null)[];
  readonly trace: Result<HashTrace, { readonly column: number; readonly error: PgError }>;
}

export function probeId(column: KeySpec['columns'][number]): string {
  return `${column.name}:${column.type}`;
}

/** The key in Inspect and how it is hashed; a text that PostgreSQL refuses gives its error and the column. */
export function computeProbe(keys: KeySpec, typed: Ui['probe']): Probe {
  const example = createKeyTexts(keys)(Math.min(EXAMPLE_ROW, keys.rows - 1));
  const texts = keys.columns.map((column, index) => {
    const text = typed[probeId(column)];
    return text === undefined ? (example[index] ?? '') : text;
  });
  const types = keys.columns.map(({ type, ...column }) => ({ ...column, type: getKeyType(type).id }));
  return { texts, trace: traceRowHash(types, texts, keys.server) };
}
