import { partitionsAfter } from '../../planner/progress.ts';
import { selectDoneSteps } from '../../store/selectors.ts';
import type { AppState } from '../../store/state.ts';

/** Partitions of the live table where the playhead stands; a rebuild changes them all at once, with its swap. */
export function livePartitions(state: AppState): number {
  const plan = state.results.counted?.derived.plan;
  return plan === undefined ? 0 : partitionsAfter(plan, selectDoneSteps(state));
}
