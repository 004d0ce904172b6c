import type { KeySpec } from '../../keys/keySpec.ts';
import type { Problem } from '../../lib/problem.ts';
import type { Result } from '../../lib/result.ts';
import type { SchemeSpec } from '../../schemes/fields.ts';
import type { MemberChange } from '../../schemes/nodes.ts';
import type { Arcs, MovementTheory } from '../../schemes/scheme.ts';

/** Places all keys under each scheme, before and after one change of nodes. */
export interface CompareRequest {
  readonly kind: 'compare';
  readonly keys: KeySpec;
  readonly change: MemberChange;
  /** A scheme may stand here several times, with other parameters. */
  readonly schemes: readonly SchemeSpec[];
}

/**
 * Places `sample` evenly spaced keys, or all if there are fewer, on N = 1 to maxNodes equal nodes and on one more, under
 * each scheme.
 */
export interface CurvesRequest {
  readonly kind: 'curves';
  readonly keys: KeySpec;
  readonly schemes: readonly SchemeSpec[];
  readonly maxNodes: number;
  readonly sample: number;
}

/** What the engine of comparisons can be asked. */
export type SchemeRequest = CompareRequest | CurvesRequest | CircleRequest;

/**
 * Draws one scheme's circle before and after a change of nodes, with `sample` evenly spaced keys on it, or all if there
 * are fewer.
 */
export interface CircleRequest {
  readonly kind: 'circle';
  readonly keys: KeySpec;
  readonly change: MemberChange;
  readonly scheme: SchemeSpec;
  readonly sample: number;
}

export const MAX_CURVE_NODES = 64;

/** With so many keys the standard deviation of a share is below 0.16 %. */
export const MAX_CURVE_KEYS = 100_000;

/** As many as are drawn. */
export const MAX_CIRCLE_KEYS = 1_000_000;

export const MAX_COMPARED = 64;

export interface CompareReply extends CompareCosts {
  readonly kind: 'compare';
  /** One entry per scheme of the request, in order: its figures, or why it cannot follow the change. */
  readonly schemes: readonly Result<SchemeFigures, Problem>[];
}

export interface CurvesReply extends CompareCosts {
  readonly kind: 'curves';
  readonly schemes: readonly SchemeCurves[];
  /** Keys that were placed. */
  readonly keysUsed: number;
}

export interface CircleReply extends CompareCosts {
  readonly kind: 'circle';
  /** Or why there is none: the scheme cannot follow the change, or it lays keys on no circle. */
  readonly circle: Result<DrawnCircle, Problem>;
}

export type SchemeReply = CompareReply | CurvesReply | CircleReply;

/** Members are numbered as in the request; NO_MEMBER where nobody owns an arc or key. */
export interface DrawnCircle {
  readonly before: Arcs;
  readonly after: Arcs;
  readonly keys: CircleSample;
}

/** Sampled keys in the order of their rows, entry by key. */
export interface CircleSample {
  /** From 0 to below 1. */
  readonly place: Float64Array;
  /** Null when every key keeps its place, as on all circles but those of layouts without a common modulus. */
  readonly placeAfter: Float64Array | null;
  readonly before: Uint16Array;
  readonly after: Uint16Array;
}

export interface CompareCosts {
  /** Milliseconds of the page's clock from the first worker's readiness to the reply. */
  readonly elapsedMs: number;
  /** Workers that did a part of it; 1 also where the page itself had to. */
  readonly workers: number;
}

/** What became of all rows under one scheme; the same for every number of workers, but for the milliseconds. */
export interface SchemeFigures {
  readonly before: SideFigures;
  readonly after: SideFigures;
  /** Rows whose member has another name afterwards. */
  readonly moved: number;
  readonly flows: Flows;
  readonly theory: MovementTheory;
  /** The scheme lays keys on a circle. */
  readonly hasCircle: boolean;
  /** Time in lookups, two a row, summed over all workers; keys were read and hashed before. */
  readonly milliseconds: number;
}

/** One state of the cluster. The expected rows of a member are its part of all weights, whatever the scheme can do. */
export interface SideFigures {
  /** Rows of each member, in the order of the request. */
  readonly rows: Float64Array;
  /** The largest quotient of a member's rows and its expected rows; 1 is perfect balance. */
  readonly hottest: number;
  /** Standard deviation of the same quotients from 1, over all members. */
  readonly deviation: number;
  /** See Router. */
  readonly memoryBytes: number;
  readonly lookupSteps: number;
}

/** Rows by their member before (`from`) and after (`to`), also those that stay; cells with rows, ordered by both. */
export interface Flows {
  readonly from: Uint16Array;
  readonly to: Uint16Array;
  readonly rows: Float64Array;
}

/** Entry N - 1 tells of N nodes; NaN where the scheme cannot have so many. */
export interface SchemeCurves {
  /** Why there are gaps, told by the first of them; null when there are none. */
  readonly problem: Problem | null;
  /** Share of the keys that move when node N + 1 joins. */
  readonly moved: Float64Array;
  /** As in SideFigures, with N nodes. */
  readonly hottest: Float64Array;
}

/**
 * Page -> worker; the first message of a new run ends the run before it, and messages are worked on in order. Rows are
 * counted in lanes: sets of schemes that see the same rows. A lane ends as a pass of the counting engine does, with one
 * worker that takes the totals of the others and derives the figures.
 */
export type ToCompare =
  | { readonly type: 'begin'; readonly id: number; readonly part: ComparePart }
  | {
      readonly type: 'count';
      readonly id: number;
      readonly lane: number;
      readonly first: number;
      readonly rows: number;
    }
  | { readonly type: 'give'; readonly id: number; readonly lane: number }
  | { readonly type: 'take'; readonly id: number; readonly lane: number; readonly totals: readonly SchemeTotals[] }
  | { readonly type: 'derive'; readonly id: number; readonly lane: number }
  | { readonly type: 'point'; readonly id: number; readonly scheme: number; readonly nodes: number }
  | { readonly type: 'draw'; readonly id: number }
  | { readonly type: 'cancel'; readonly id: number };

/** What a worker must know of a run. */
export type ComparePart =
  | {
      readonly kind: 'lanes';
      readonly keys: KeySpec;
      readonly change: MemberChange;
      readonly lanes: readonly (readonly SchemeSpec[])[];
    }
  | {
      readonly kind: 'points';
      readonly keys: KeySpec;
      readonly schemes: readonly SchemeSpec[];
      readonly sample: number;
    }
  | CircleRequest;

/** Worker -> page. */
export type FromCompare =
  | { readonly type: 'begun'; readonly id: number }
  /** `ms` is the time that the chunk took this worker. */
  | { readonly type: 'counted'; readonly id: number; readonly lane: number; readonly rows: number; readonly ms: number }
  | { readonly type: 'totals'; readonly id: number; readonly lane: number; readonly totals: readonly SchemeTotals[] }
  | { readonly type: 'derived'; readonly id: number; readonly lane: number; readonly figures: readonly SchemeFigures[] }
  | {
      readonly type: 'pointed';
      readonly id: number;
      readonly scheme: number;
      readonly nodes: number;
      readonly point: Result<CurvePoint, Problem>;
    }
  | { readonly type: 'drawn'; readonly id: number; readonly circle: Result<DrawnCircle, Problem> }
  | { readonly type: 'failed'; readonly id: number; readonly message: string };

/** What one worker counted for one scheme. */
export interface SchemeTotals {
  /** Rows by member before and after: cell before * (members after) + after. */
  readonly cells: Float64Array;
  readonly milliseconds: number;
}

/** See SchemeCurves. */
export interface CurvePoint {
  readonly moved: number;
  readonly hottest: number;
}

/** The buffers that a message hands over instead of copying. */
export function transferOf(message: ToCompare | FromCompare): ArrayBuffer[] {
  if (message.type === 'take' || message.type === 'totals') return message.totals.map(({ cells }) => bufferOf(cells));
  if (message.type === 'drawn') return message.circle.ok ? circleBuffers(message.circle.value) : [];
  if (message.type !== 'derived') return [];
  return message.figures.flatMap(({ before, after, flows }) =>
    [before.rows, after.rows, flows.from, flows.to, flows.rows].map(bufferOf),
  );
}

function circleBuffers({ before, after, keys }: DrawnCircle): ArrayBuffer[] {
  const arrays = [before.starts, before.owners, after.starts, after.owners, keys.place, keys.before, keys.after];
  return [...arrays, ...(keys.placeAfter === null ? [] : [keys.placeAfter])].map(bufferOf);
}

function bufferOf(array: Float64Array | Uint16Array): ArrayBuffer {
  return array.buffer as ArrayBuffer;
}
