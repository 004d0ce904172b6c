import { nodeRowsAt } from '../planner/nodeRowsAt.ts';
import { currentStep, readingTime } from '../scene/clock.ts';
import type { AppState, Counted } from './state.ts';

/** Step that the playhead shows: the one in progress or the last one done; -1 when the plan has none. */
export function selectActiveStep(state: AppState): number {
  const count = stepCount(state);
  return count === 0 ? -1 : currentStep(readingTime(state.playback, count), count);
}

/** Whole steps that are done, as texts and tables show them; see readingTime(). */
export function selectDoneSteps(state: AppState): number {
  return Math.floor(readingTime(state.playback, stepCount(state)));
}

function stepCount({ results }: AppState): number {
  return results.counted?.derived.plan.steps.length ?? 0;
}

let lastRows: {
  readonly counted: Counted;
  readonly step: number;
  readonly rows: readonly number[] | null;
} | null = null;

/** Rows on each node of the document at the playhead, by whole steps; null until they are counted. */
export function selectNodeRows(state: AppState): readonly number[] | null {
  const { counted } = state.results;
  if (counted === null) return null;
  const step = selectDoneSteps(state);
  if (lastRows?.counted !== counted || lastRows.step !== step) {
    const { plan, cluster } = counted.derived;
    lastRows = { counted, step, rows: nodeRowsAt(plan, cluster, counted.reply.changes[0]!, step) };
  }
  return lastRows.rows;
}

export function selectCounted({ results }: AppState): Counted | null {
  return results.counted;
}
