import { type RefObject, useLayoutEffect, useState } from 'react';

export interface Size {
  /** CSS px. */
  readonly width: number;
  readonly height: number;
}

/** Where nothing is laid out (tests, print preparation) a stage still has a size. */
const FALLBACK: Size = { width: 800, height: 420 };

/** The size of an element, in whole CSS px, kept up to date. */
export function useSize(element: RefObject<HTMLElement | null>): Size {
  const [size, setSize] = useState<Size>(FALLBACK);
  useLayoutEffect(() => {
    const target = element.current;
    if (target === null) return;
    const measure = () => {
      const width = Math.floor(target.clientWidth);
      const height = Math.floor(target.clientHeight);
      if (width === 0 || height === 0) return;
      setSize((last) => (last.width === width && last.height === height ? last : { width, height }));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(target);
    return () => observer.disconnect();
  }, [element]);
  return size;
}
