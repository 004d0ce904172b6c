import type { KeySpec } from '../keys/keySpec.ts';
import type { ChangeCounts } from '../planner/plan.ts';
import type { HashBound } from '../topology/layout.ts';
import type { KernelName } from './counter.ts';
import type { Tally } from './tallies.ts';

/** Most rows of a sample: as many dots as are drawn. */
export const MAX_SAMPLE = 1_000_000;

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

/** What was counted: the same for every number of workers and every kernel. */
export interface Counts {
  readonly kind: 'count';
  /** One entry per layout of `to`, in order. */
  readonly changes: readonly ChangeCounts[];
  readonly sample: KeySample;
}

export interface CountReply extends Counts, CountCosts {}

/** How it was counted. */
export interface CountCosts {
  /**
   * Milliseconds of wall time, as one who watches sees them: from the first key until the counts of all workers are
   * added up, with every pause, message and wait for the slowest worker. What comes before (starting workers) and after
   * (reading tables from the counts, hashing the sample) is not in it. With several passes, their sum.
   */
  readonly elapsedMs: number;
  /** Workers that counted keys; 1 also where the page itself had to. */
  readonly workers: number;
  /** What they counted with, without repetition. */
  readonly kernels: readonly KernelName[];
}

/** Evenly spaced rows with the row hash that routes them; arrays have one entry a sampled row. */
export interface KeySample {
  readonly rows: Float64Array;
  readonly hashHi: Uint32Array;
  readonly hashLo: Uint32Array;
}

export type EngineRequest = CountRequest;
export type EngineReply = CountReply;

/** Keys hashed so far and in all; with several passes over the keys each counts. `done` falls when a worker is lost. */
export interface EngineProgress {
  readonly done: number;
  readonly total: number;
  /** Keys a second over the last seconds; absent until enough has been seen to tell. */
  readonly perSecond?: number;
}

/**
 * Page -> worker; the first message of a new run ends the run before it. One pass of a run is `begin`, any number of
 * `count`, and then either `give` (the worker's totals go to the page) or, in the one worker that gathers, `take` for the
 * totals of each other worker and `derive`. Messages are worked on in order.
 */
export type ToWorker =
  | { readonly type: 'begin'; readonly id: number; readonly part: CountPart }
  | { readonly type: 'count'; readonly id: number; readonly first: number; readonly rows: number }
  | { readonly type: 'give'; readonly id: number }
  | { readonly type: 'take'; readonly id: number; readonly totals: readonly Float64Array[] }
  | { readonly type: 'derive'; readonly id: number; readonly request: EngineRequest }
  | { readonly type: 'cancel'; readonly id: number };

/** What a worker must know to count keys of one pass. Layouts are empty where no tally needs them. */
export interface CountPart {
  readonly keys: KeySpec;
  readonly from: readonly HashBound[];
  readonly to: readonly (readonly HashBound[])[];
  readonly tallies: readonly Tally[];
}

/** Worker -> page. `at` is the time of the worker's clock, milliseconds; clocks of all workers agree. */
export type FromWorker =
  | { readonly type: 'begun'; readonly id: number; readonly kernel: KernelName; readonly at: number }
  /** `ms` is the time that the chunk took this worker. */
  | { readonly type: 'counted'; readonly id: number; readonly rows: number; readonly ms: number }
  | { readonly type: 'totals'; readonly id: number; readonly totals: readonly Float64Array[] }
  /** Answers of the pass, by number of the target; `at` is when the last totals had been added. */
  | {
      readonly type: 'derived';
      readonly id: number;
      readonly changes: readonly (readonly [target: number, change: ChangeCounts])[];
      readonly sample: KeySample;
      readonly at: number;
    }
  | { readonly type: 'failed'; readonly id: number; readonly message: string };

/** The buffers that a message hands over instead of copying. */
export function transferOf(message: ToWorker | FromWorker): ArrayBuffer[] {
  if (message.type === 'take' || message.type === 'totals') return message.totals.map(bufferOf);
  if (message.type !== 'derived') return [];
  const { rows, hashHi, hashLo } = message.sample;
  return [rows, hashHi, hashLo].map(bufferOf);
}

function bufferOf(array: Float64Array | Uint32Array): ArrayBuffer {
  return array.buffer as ArrayBuffer;
}
