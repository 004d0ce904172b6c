import { useEffect, useState } from 'react';

/** How many of `count` parts to draw: `step` more with each frame, so that no frame has to make all of them at once. */
export function useInTurn(count: number, step = 1): number {
  const [drawn, setDrawn] = useState(step);
  useEffect(() => {
    if (drawn >= count) return;
    const frame = requestAnimationFrame(() => setDrawn(drawn + step));
    return () => cancelAnimationFrame(frame);
  }, [drawn, count, step]);
  return Math.min(drawn, count);
}
