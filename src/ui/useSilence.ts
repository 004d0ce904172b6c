import { useEffect, useState } from 'react';

/**
 * Whole seconds since the last sign of life, once they are `after` or more; null before, and where nothing is waited for.
 * @param sign changes its identity with every sign of life
 */
export function useSilence(isWaiting: boolean, sign: unknown, after = 5): number | null {
  const [seconds, setSeconds] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new sign begins a new silence.
  useEffect(() => {
    if (!isWaiting) return;
    const start = performance.now();
    const timer = setInterval(() => setSeconds(Math.floor((performance.now() - start) / 1000)), 1000);
    return () => {
      clearInterval(timer);
      setSeconds(0);
    };
  }, [isWaiting, sign]);
  return isWaiting && seconds >= after ? seconds : null;
}
