const query = (): MediaQueryList => window.matchMedia('(prefers-reduced-motion: reduce)');

/** Whether the reader asked the system for less motion, now. */
export function prefersReducedMotion(): boolean {
  return query().matches;
}

export function onReducedMotion(listener: () => void): () => void {
  const list = query();
  list.addEventListener('change', listener);
  return () => list.removeEventListener('change', listener);
}
