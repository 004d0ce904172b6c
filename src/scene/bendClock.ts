import { smooth } from './bend.ts';

/** How far the strip is on its way into the ring: a plain value, moved by the time that has passed. */
export interface BendClock {
  /** Share of the way, 0 = strip, 1 = ring. */
  readonly at: number;
  readonly to: 0 | 1;
}

/** Of a whole bend, ms. */
export const BEND_MS = 800;

export function isBending({ at, to }: BendClock): boolean {
  return at !== to;
}

/** The clock after dtMs; it turns round at once when `to` has been changed on the way. */
export function advanceBend(clock: BendClock, dtMs: number): BendClock {
  const step = dtMs / BEND_MS;
  const at = clock.to === 1 ? Math.min(1, clock.at + step) : Math.max(0, clock.at - step);
  return at === clock.at ? clock : { ...clock, at };
}

/** The bend at the clock's time: slow at both ends. */
export function bendOf({ at }: BendClock): number {
  return smooth(at);
}
