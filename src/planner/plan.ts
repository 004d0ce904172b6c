import type { PgError } from '../hash/pgError.ts';
import type { HashPartition, Layout } from '../topology/layout.ts';

/** `copy` writes every row of a changed partition anew; `keepHalf` keeps the heir's table and moves only the others. */
export type Recipe = 'copy' | 'keepHalf';

/**
 * - `split`: one partition becomes several; `merge`: several become one; `regroup`: several become several others, in
 *   one transaction on the same table; `create`: a gap gets a partition
 * - a rebuild is `prepare` (new table with all target partitions), one `copy` per old partition, `swap` (rename both
 *   tables), `drop` (the old table)
 */
export type StepKind = 'split' | 'merge' | 'regroup' | 'create' | 'prepare' | 'copy' | 'swap' | 'drop';

/** A lock the step takes, in PostgreSQL's words, and on which table. `brief` = not held while rows are copied. */
export interface LockUse {
  readonly mode: 'ACCESS EXCLUSIVE' | 'SHARE UPDATE EXCLUSIVE' | 'ROW EXCLUSIVE' | 'ACCESS SHARE' | 'SHARE';
  readonly on: 'parent' | 'partition' | 'new' | 'oldTable';
  readonly brief: boolean;
}

/** One transaction; after it the table is whole and the plan may stop. */
export interface PlanStep {
  /** 0-based position in the plan. */
  readonly index: number;
  readonly kind: StepKind;
  /** Partitions of the old layout that the step takes rows from (split, merge, regroup, copy); else empty. */
  readonly from: readonly HashPartition[];
  /** Partitions of the new layout that the step creates or fills. */
  readonly to: readonly HashPartition[];
  readonly locks: readonly LockUse[];
}

export interface Plan {
  readonly kind: 'none' | 'inPlace' | 'rebuild';
  readonly recipe: Recipe;
  readonly from: Layout;
  readonly to: Layout;
  readonly steps: readonly PlanStep[];
  /** For a rebuild: PostgreSQL's refusal of the change in place; the step that would meet it is named in DETAIL. */
  readonly refusal?: PgError;
}

/** What a step or a plan does to rows; exact counts over all keys. */
export interface RowCosts {
  /** Rows whose table changes for good: their old remainder is not their new one. */
  readonly moved: number;
  /** Rows that this recipe writes anew (inserts), whether or not their table's role changes. */
  readonly rewritten: number;
  /** Rows visited by the moving statements and by ATTACH's validating scans; the guard's counts are not included. */
  readonly read: number;
}

/** Exact row counts of one change of layout, over all keys. Indices are positions in the two layouts. */
export interface ChangeCounts {
  readonly total: number;
  /** Rows in each partition of the old / new layout. */
  readonly from: readonly number[];
  readonly to: readonly number[];
  /** Rows that no partition of the old / new layout takes (gaps). */
  readonly fromMissing: number;
  readonly toMissing: number;
  /** For each new partition: rows that were in the old partition with the same remainder (its heir's rows). */
  readonly stay: readonly number[];
  /** Non-zero cells of the old x new table, sorted by `from`, then `to`; null when there are more than 100 000. */
  readonly flows: readonly Flow[] | null;
}

export interface Flow {
  readonly from: number;
  readonly to: number;
  readonly rows: number;
}
