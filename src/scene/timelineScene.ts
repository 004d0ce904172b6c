import type { LockUse, PlanStep, RowCosts } from '../planner/plan.ts';
import { currentStep } from './clock.ts';

/** How ACCESS EXCLUSIVE is held in a step: not at all, only around the copying, or while rows are copied. */
export type LockHold = 'none' | 'brief' | 'held';

export type StepStatus = 'done' | 'active' | 'waiting';

export interface TimelineInput {
  readonly steps: readonly PlanStep[];
  /** One entry a step: exact counts of what it does. */
  readonly costs: readonly RowCosts[];
}

/** One step on the track; CSS px relative to the track. */
export interface StepMark {
  readonly index: number;
  readonly x: number;
  readonly w: number;
  readonly status: StepStatus;
  readonly lock: LockHold;
  /** Part of the block drawn in the lock's colour; an estimate. */
  readonly lockX: number;
  readonly lockW: number;
}

/** A run of pixels of the dense band; CSS px relative to the track. */
export interface BandRun {
  readonly x: number;
  readonly w: number;
  readonly status: StepStatus;
}

export interface TimelineScene {
  /** Steps that have a row of their own: all of them, or a window around the current one. */
  readonly rows: readonly StepMark[];
  /** All steps in one track when not every step has a row. */
  readonly band: readonly BandRun[];
  readonly playheadX: number;
  readonly current: number;
  readonly trackWidth: number;
}

export const MAX_ROWS = 12;
/** Rows around the current step of a long plan, and from how many steps on none is worth drawing. */
const WINDOW_ROWS = 7;
const DENSE = 256;
const MIN_BLOCK = 10;
const GAP = 3;
const LOCK_WIDTH = 6;

function lockHold(locks: readonly LockUse[]): LockHold {
  const exclusive = locks.filter((lock) => lock.mode === 'ACCESS EXCLUSIVE' && lock.on !== 'new');
  if (exclusive.length === 0) return 'none';
  return exclusive.some((lock) => !lock.brief) ? 'held' : 'brief';
}

let lastEdges: { readonly costs: readonly RowCosts[]; readonly width: number; readonly edges: Float64Array } | null =
  null;

/** Left edges of all steps and the right edge of the last; kept for the frames of a play. */
function stepEdges(costs: readonly RowCosts[], width: number): Float64Array {
  if (lastEdges?.costs !== costs || lastEdges.width !== width) {
    lastEdges = { costs, width, edges: computeEdges(costs, width) };
  }
  return lastEdges.edges;
}

/** A minimum each, the rest by rows rewritten. */
function computeEdges(costs: readonly RowCosts[], width: number): Float64Array {
  const edges = new Float64Array(costs.length + 1);
  const least = Math.min(MIN_BLOCK, width / Math.max(1, costs.length));
  const spare = width - least * costs.length;
  const total = costs.reduce((sum, cost) => sum + cost.rewritten, 0);
  costs.forEach((cost, i) => {
    const share = total === 0 ? 1 / costs.length : cost.rewritten / total;
    edges[i + 1] = edges[i]! + least + spare * share;
  });
  return edges;
}

function stepStatus(index: number, t: number): StepStatus {
  if (t >= index + 1) return 'done';
  return t > index ? 'active' : 'waiting';
}

function windowStart(count: number, current: number): number {
  return Math.max(0, Math.min(count - WINDOW_ROWS, current - Math.floor(WINDOW_ROWS / 2)));
}

function bandRuns(edges: Float64Array, count: number, t: number): BandRun[] {
  const done = Math.floor(t);
  const at = (i: number) => edges[Math.min(count, i)]!;
  const runs: BandRun[] = [
    { x: 0, w: at(done), status: 'done' },
    { x: at(done), w: t > done ? at(done + 1) - at(done) : 0, status: 'active' },
    { x: at(Math.ceil(t)), w: at(count) - at(Math.ceil(t)), status: 'waiting' },
  ];
  return runs.filter((run) => run.w > 0);
}

/** The track at plan time t in [0, steps]. trackWidth: CSS px. */
export function computeTimeline(input: TimelineInput, t: number, trackWidth: number): TimelineScene {
  const { steps, costs } = input;
  const edges = stepEdges(costs, trackWidth);
  const markOf = (step: PlanStep, index: number): StepMark => {
    const x = edges[index]!;
    const room = edges[index + 1]! - x;
    const w = Math.max(1, room - (room > MIN_BLOCK / 2 ? GAP : 0));
    const lock = lockHold(step.locks);
    const lockW = lock === 'none' ? 0 : lock === 'held' ? w : Math.min(LOCK_WIDTH, w / 2);
    return { index, x, w, status: stepStatus(index, t), lock, lockX: x + w - lockW, lockW };
  };
  const current = currentStep(t, steps.length);
  const long = steps.length > MAX_ROWS;
  const start = long ? windowStart(steps.length, current) : 0;
  const shown = long ? (steps.length > DENSE ? [] : steps.slice(start, start + WINDOW_ROWS)) : steps;
  return {
    rows: shown.map((step, place) => markOf(step, start + place)),
    band: long ? bandRuns(edges, steps.length, t) : [],
    playheadX: timeToX(edges, t),
    current,
    trackWidth,
  };
}

function timeToX(edges: Float64Array, t: number): number {
  const step = Math.min(edges.length - 2, Math.floor(t));
  if (step < 0) return 0;
  return edges[step]! + (t - step) * (edges[step + 1]! - edges[step]!);
}

/** Plan time of a place on the track, for scrubbing; clamped to [0, steps]. */
export function timelineTimeAt(input: TimelineInput, x: number, trackWidth: number): number {
  const edges = stepEdges(input.costs, trackWidth);
  const count = input.costs.length;
  if (x <= 0 || count === 0) return 0;
  if (x >= edges[count]!) return count;
  let low = 0;
  let high = count;
  while (high - low > 1) {
    const mid = (low + high) >> 1;
    if (edges[mid]! <= x) low = mid;
    else high = mid;
  }
  return low + (x - edges[low]!) / (edges[low + 1]! - edges[low]!);
}
