import type { Plan } from '../planner/plan.ts';
import type { HashPartition } from '../topology/layout.ts';
import type { TableSpec } from './script.ts';

/** Longest identifier PostgreSQL keeps, in bytes of UTF-8 (NAMEDATALEN - 1); longer ones are cut with a notice. */
export const MAX_NAME_BYTES = 63;

/** Tables of a rebuild between its first and its last step; catalog names, unquoted. */
export interface RebuildNames {
  /** The new partitioned table until the swap gives it the table's own name. */
  readonly newParent: string;
  /** The old partitioned table from the swap to its drop. */
  readonly oldParent: string;
  /** Name of a partition of the new table until the last step, which gives it `partition.name` if that was taken. */
  partitionName(partition: HashPartition): string;
}

/**
 * Names that a rebuild needs beside the final ones: `orders_new`, `orders_old`, and a `_new` name for each target
 * partition whose own name an old partition still has. None clashes with another name of the plan.
 */
export function rebuildNames(plan: Plan, table: TableSpec): RebuildNames {
  const taken = takenNames(plan, table);
  const newParent = freeName(table.name, 'new', taken);
  const oldParent = freeName(table.name, 'old', taken);
  const old = new Set(plan.from.map((partition) => partition.name));
  const temporary = new Map<string, string>();
  for (const { name } of plan.to) if (old.has(name)) temporary.set(name, freeName(name, 'new', taken));
  return { newParent, oldParent, partitionName: ({ name }) => temporary.get(name) ?? name };
}

/**
 * Name of each old partition between the end of its transaction and its DROP. The new name exists only if the
 * transaction has committed, so a DROP that runs after a failed one can't hit a table in use.
 */
export function retiredNames(plan: Plan, table: TableSpec): ReadonlyMap<string, string> {
  const taken = takenNames(plan, table);
  return new Map(plan.from.map(({ name }) => [name, freeName(name, 'old', taken)]));
}

/**
 * `base_suffix`, `base_suffix2`, ... : the first that isn't taken, which is then taken. The base is cut at a character
 * so that the name fits MAX_NAME_BYTES.
 */
export function freeName(base: string, suffix: string, taken: Set<string>): string {
  for (let n = 1; ; n++) {
    const end = n === 1 ? `_${suffix}` : `_${suffix}${n}`;
    const name = cutToBytes(base, MAX_NAME_BYTES - end.length) + end;
    if (taken.has(name)) continue;
    taken.add(name);
    return name;
  }
}

/** The longest beginning of `text` that takes at most `bytes` bytes of UTF-8 and doesn't divide a character. */
export function cutToBytes(text: string, bytes: number): string {
  // No character takes more than three bytes for each of its UTF-16 units, and plans name thousands of partitions.
  if (text.length * 3 <= bytes) return text;
  let kept = '';
  let used = 0;
  for (const char of text) {
    const point = char.codePointAt(0) ?? 0;
    used += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    if (used > bytes) break;
    kept += char;
  }
  return kept;
}

/** Every table name that the plan uses for good. */
export function takenNames(plan: Plan, table: TableSpec): Set<string> {
  return new Set([table.name, ...plan.from.map((p) => p.name), ...plan.to.map((p) => p.name)]);
}
