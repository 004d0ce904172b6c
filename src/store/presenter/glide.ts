import { STEP_MS } from '../../scene/clock.ts';

/** A slide of several steps shows them faster than one by one. */
const MOST_MS = 2 * STEP_MS;

/** Plan time after elapsedMs on the way from one slide's place to another's, as fast as the clock plays; ends at `to`. */
export function glideAt(from: number, to: number, elapsedMs: number): number {
  const duration = Math.min(MOST_MS, Math.abs(to - from) * STEP_MS);
  return elapsedMs >= duration ? to : from + ((to - from) * elapsedMs) / duration;
}
