import type { KeySpec } from '../keys/keySpec.ts';
import type { ChangeCounts } from '../planner/plan.ts';
import type { HashBound } from '../topology/layout.ts';

/**
 * Counts all keys of `keys` in the layout `from` and in each layout of `to`, in one pass where possible, and hashes
 * `sample` evenly spaced keys for drawing. Layouts are legal and sorted.
 */
export interface CountRequest {
  readonly kind: 'count';
  readonly keys: KeySpec;
  readonly from: readonly HashBound[];
  readonly to: readonly (readonly HashBound[])[];
  readonly sample: number;
}

export interface CountReply {
  readonly kind: 'count';
  /** One entry per layout of `to`, in order. */
  readonly changes: readonly ChangeCounts[];
  readonly sample: KeySample;
  /** Time spent hashing and counting, milliseconds, without waiting. */
  readonly elapsedMs: number;
}

/** Evenly spaced rows with the row hash that routes them; arrays have one entry a sampled row. */
export interface KeySample {
  readonly rows: Float64Array;
  readonly hashHi: Uint32Array;
  readonly hashLo: Uint32Array;
}

export type EngineRequest = CountRequest;
export type EngineReply = CountReply;

export interface EngineProgress {
  readonly done: number;
  readonly total: number;
}

/** Page -> worker. A `run` cancels any run before it: the latest request wins. */
export type ToWorker =
  | { readonly type: 'run'; readonly id: number; readonly request: EngineRequest }
  | { readonly type: 'cancel'; readonly id: number };

/** Worker -> page. */
export type FromWorker =
  | { readonly type: 'progress'; readonly id: number; readonly progress: EngineProgress }
  | { readonly type: 'done'; readonly id: number; readonly reply: EngineReply }
  | { readonly type: 'cancelled'; readonly id: number }
  | { readonly type: 'failed'; readonly id: number; readonly message: string };
