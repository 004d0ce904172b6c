import { nodeRowsAt } from '../planner/nodeRowsAt.ts';
import { currentStep } from '../scene/clock.ts';
import type { AppState, Counted } from './state.ts';

/** Step that the playhead shows: the one in progress or the last one done; -1 when the plan has none. */
export function selectActiveStep({ results, playback }: AppState): number {
  const count = results.counted?.derived.plan.steps.length ?? 0;
  return count === 0 ? -1 : currentStep(playback.t, count);
}

let lastRows: {
  readonly counted: Counted;
  readonly step: number;
  readonly rows: readonly number[] | null;
} | null = null;

/** Rows on each node of the document at the playhead, by whole steps; null until they are counted. */
export function selectNodeRows({ results, playback }: AppState): readonly number[] | null {
  const { counted } = results;
  if (counted === null) return null;
  const step = Math.floor(playback.t);
  if (lastRows?.counted !== counted || lastRows.step !== step) {
    const { plan, cluster } = counted.derived;
    lastRows = { counted, step, rows: nodeRowsAt(plan, cluster, counted.reply.changes[0]!, step) };
  }
  return lastRows.rows;
}

export function selectCounted({ results }: AppState): Counted | null {
  return results.counted;
}
