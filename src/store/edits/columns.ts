import type { KeyColumnSpec } from '../../keys/keySpec.ts';
import { problem } from '../../lib/problem.ts';
import { err, ok, type Result } from '../../lib/result.ts';
import type { Scenario } from '../scenario.ts';
import type { Refusal } from './edit.ts';

/** The document with one key column replaced; shared by every edit of a column. */
export function replaceColumn(
  document: Scenario,
  index: number,
  change: (column: KeyColumnSpec) => KeyColumnSpec,
): Result<Scenario, Refusal> {
  const column = document.keys.columns[index];
  if (column === undefined)
    return err(problem('columnMissing', { value: index + 1, max: document.keys.columns.length }));
  const columns = document.keys.columns.with(index, change(column));
  return ok({ ...document, keys: { ...document.keys, columns } });
}
