const query = (): MediaQueryList => window.matchMedia('(prefers-reduced-motion: reduce)');

/** Whether the reader wants less motion, now: by the settings (see look.ts), otherwise by the system. */
export function prefersReducedMotion(): boolean {
  const { motion } = document.documentElement.dataset;
  return motion === undefined ? query().matches : motion === 'less';
}

export function onReducedMotion(listener: () => void): () => void {
  const list = query();
  const observer = new MutationObserver(listener);
  list.addEventListener('change', listener);
  observer.observe(document.documentElement, { attributeFilter: ['data-motion'] });
  return () => {
    list.removeEventListener('change', listener);
    observer.disconnect();
  };
}
