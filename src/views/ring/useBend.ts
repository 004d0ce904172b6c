import { useEffect, useState } from 'react';
import { advanceBend, type BendClock, bendOf, isBending } from '../../scene/bendClock.ts';

/**
 * The bend from 0 (strip) to 1 (ring), on its way to where `bent` says it should be. It begins there, unless `from` names
 * another end: a ring that takes the strip's place begins as the strip.
 */
export function useBend(bent: boolean, from?: 0 | 1): { readonly bend: number; readonly isBending: boolean } {
  const to: 0 | 1 = bent ? 1 : 0;
  const [clock, setClock] = useState<BendClock>({ at: from ?? to, to });
  const now: BendClock = clock.to === to ? clock : { ...clock, to };
  const moving = isBending(now);
  useEffect(() => {
    if (!moving) return;
    let last: number | null = null;
    let frame = requestAnimationFrame(function tick(time) {
      const passed = last === null ? 0 : time - last;
      last = time;
      setClock((state) => advanceBend({ ...state, to }, passed));
      frame = requestAnimationFrame(tick);
    });
    return () => cancelAnimationFrame(frame);
  }, [moving, to]);
  return { bend: bendOf(now), isBending: moving };
}
