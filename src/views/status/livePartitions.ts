import { layoutAfter } from '../../planner/progress.ts';
import type { AppState } from '../../store/state.ts';

/** Partitions of the live table where the playhead stands; a rebuild changes them all at once, with its swap. */
export function livePartitions({ results, playback }: AppState): number {
  const plan = results.counted?.derived.plan;
  return plan === undefined ? 0 : layoutAfter(plan, Math.floor(playback.t)).length;
}
