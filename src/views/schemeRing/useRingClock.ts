import { useEffect, useState } from 'react';
import { advance, type ClockState, INITIAL_CLOCK, pause, play, seek } from '../../scene/clock.ts';

/** The time of a change without steps: 0 is before it, 1 after it. */
export interface RingClock {
  readonly at: number;
  readonly playing: boolean;
  /** Jumps, and stops there. */
  seek(at: number): void;
  /** From the end it starts over. */
  play(playing: boolean): void;
}

/** All rows move at once, so it takes twice the time of a plan's step. */
const START: ClockState = { ...INITIAL_CLOCK, speed: 0.5 };

/** Not the playhead, which belongs to the plan. */
export function useRingClock(): RingClock {
  const [clock, setClock] = useState(START);
  const { playing } = clock;
  useEffect(() => {
    if (!playing) return;
    let last: number | null = null;
    let frame = requestAnimationFrame(function tick(now) {
      const passed = last === null ? 0 : now - last;
      last = now;
      setClock((state) => advance(state, passed, 1));
      frame = requestAnimationFrame(tick);
    });
    return () => cancelAnimationFrame(frame);
  }, [playing]);
  return {
    at: clock.t,
    playing,
    seek: (at) => setClock((state) => pause(seek(state, at, 1))),
    play: (on) => setClock((state) => (on ? play(state, 1) : pause(state))),
  };
}
