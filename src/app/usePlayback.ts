import { useEffect } from 'react';
import { advancePlayback } from '../store/effects/playback.ts';
import type { AppState } from '../store/state.ts';
import { useApp, useAppContext } from '../store/useApp.ts';

const selectPlaying = (state: AppState): boolean => state.playback.playing;

/** Moves the playhead once a frame while the plan plays. The only animation frame that changes the state. */
export function usePlayback(): void {
  const { store } = useAppContext();
  const playing = useApp(selectPlaying);
  useEffect(() => {
    if (!playing) return;
    let last: number | null = null;
    let frame = requestAnimationFrame(function tick(now) {
      advancePlayback(store, last === null ? 0 : now - last);
      last = now;
      frame = requestAnimationFrame(tick);
    });
    return () => cancelAnimationFrame(frame);
  }, [playing, store]);
}
