import { advance } from '../../scene/clock.ts';
import type { AppStore } from '../createAppStore.ts';

/** Moves the playhead by the real time that has passed; it stops by itself at the end of the plan. */
export function advancePlayback(store: AppStore, elapsedMs: number): void {
  const { playback, results } = store.getState();
  const steps = results.counted?.derived.plan.steps.length ?? 0;
  store.setState({ playback: { ...advance(playback, elapsedMs, steps), startAt: playback.startAt } });
}
