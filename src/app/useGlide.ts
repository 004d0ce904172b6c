import { useEffect } from 'react';
import { setPlayback } from '../store/createAppStore.ts';
import { glideAt } from '../store/presenter/glide.ts';
import { useAppContext } from '../store/useApp.ts';

/** Takes the playhead to a place as fast as the plan plays; at once where less motion is wanted. */
export function useGlide(target: number): void {
  const { store, services } = useAppContext();
  useEffect(() => {
    const from = store.getState().playback.t;
    if (services.reducedMotion()) {
      setPlayback(store, { playing: false, t: target });
      return;
    }
    let start: number | null = null;
    let frame = requestAnimationFrame(function tick(now) {
      start ??= now;
      const t = glideAt(from, target, now - start);
      setPlayback(store, { playing: false, t });
      if (t !== target) frame = requestAnimationFrame(tick);
    });
    return () => cancelAnimationFrame(frame);
  }, [target, store, services]);
}
