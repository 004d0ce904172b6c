import type { AppState } from '../../store/state.ts';

/** Partitions of the target that exist when the playhead stands where it stands; kept ones count from the start. */
export function livePartitions({ results, playback }: AppState): number {
  const plan = results.counted?.derived.plan;
  if (plan === undefined) return 0;
  const waiting = plan.steps
    .filter((step) => step.index >= Math.floor(playback.t))
    .flatMap((step) => (step.kind === 'copy' || step.kind === 'swap' || step.kind === 'drop' ? [] : step.to));
  return plan.to.length - waiting.length;
}
