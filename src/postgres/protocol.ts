import type { PgError } from '../hash/pgError.ts';
import type { KeySpec } from '../keys/keySpec.ts';
import type { Plan } from '../planner/plan.ts';
import type { SqlScript, TableSpec } from '../sql/script.ts';

/** Most keys that are inserted unless the input says otherwise; more keys are sampled. */
export const VERIFY_LIMIT = 1_000_000;
/** Single keys whose table is asked for before and after the plan. */
export const VERIFY_PROBES = 1000;

export interface VerifyInput {
  /** The exported SQL; exactly this text is run. */
  readonly script: SqlScript;
  readonly plan: Plan;
  readonly table: TableSpec;
  /** Valid by validateKeySpec(). */
  readonly keys: KeySpec;
  readonly limit?: number;
  readonly probes?: number;
}

/** `start` loads the server, `setup` runs section -1, `insert` counts rows, `probe` single keys, `step` plan steps. */
export type VerifyPhase = 'start' | 'setup' | 'insert' | 'probe' | 'step';

/** What is being done now; `done` of `total` are finished in this phase. */
export interface VerifyEvent {
  readonly phase: VerifyPhase;
  /** Index of the plan step that runs or has just run; -1 before the first. */
  readonly step: number;
  readonly done: number;
  readonly total: number;
  /** While rows are inserted; otherwise null. */
  readonly rowsPerSecond: number | null;
  /** Server version, null until it has started. */
  readonly version: string | null;
}

/**
 * The first place where PostgreSQL and the prediction part. `step` as in the script (-1 = after set-up and insert).
 * `expected` and `actual`: rows of a partition, or the partition of a key; null = it isn't there.
 */
export type VerifyDifference =
  | {
      readonly kind: 'rows';
      readonly step: number;
      readonly partition: string;
      readonly expected: number | null;
      readonly actual: number | null;
    }
  | {
      readonly kind: 'bound';
      readonly step: number;
      readonly partition: string;
      readonly expected: string;
      readonly actual: string;
    }
  | {
      readonly kind: 'key';
      readonly step: number;
      /** PostgreSQL's text of the key, columns joined with a comma. */
      readonly key: string;
      readonly expected: string | null;
      readonly actual: string | null;
    };

export interface VerifyReport {
  /**
   * - `pass`: every comparison agreed; `fail`: see `difference`, or `error` when the script itself was refused
   * - `cancelled`: stopped between two statements; `error`: the server could not be started or fed
   */
  readonly verdict: 'pass' | 'fail' | 'cancelled' | 'error';
  /** e.g. `18.6`; empty when the server never started. */
  readonly version: string;
  /** Comparisons made: partitions after set-up and each step, and single keys. */
  readonly checks: number;
  readonly partitionsCompared: number;
  /** Each single key counts twice, before and after the plan. Keys that occur many times are asked for once. */
  readonly keysCompared: number;
  readonly rowsInserted: number;
  /** True when only `rowsInserted` evenly spaced keys of all were used. */
  readonly sampled: boolean;
  /** Keys left out because no partition of the old layout takes them. */
  readonly rowsWithoutPartition: number;
  readonly difference?: VerifyDifference;
  /** The server's words; `step` as in the script. A message of our own has SQLSTATE XX000. */
  readonly error?: PgError & { readonly step: number };
  /** Time of each finished section's SQL, milliseconds, without the comparisons. */
  readonly elapsedMs: readonly { readonly step: number; readonly ms: number }[];
}

/** Page -> worker. */
export type ToVerifier = { readonly type: 'run'; readonly input: VerifyInput } | { readonly type: 'cancel' };

/** Worker -> page. */
export type FromVerifier =
  | { readonly type: 'event'; readonly event: VerifyEvent }
  | { readonly type: 'report'; readonly report: VerifyReport };
