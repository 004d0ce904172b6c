import { type RefObject, type UIEvent, useEffect, useRef, useState } from 'react';

/** Where a scrolling element stands and how high it is, in CSS pixels. */
export interface ScrollView {
  readonly ref: RefObject<HTMLElement | null>;
  readonly onScroll: (event: UIEvent<HTMLElement>) => void;
  readonly scrollTop: number;
  readonly height: number;
}

/** Taken until the browser says how high the view is; more rows than needed do no harm. */
const assumedHeight = 600;

/** Follows the scrolling and the size of one element. */
export function useScrollView(): ScrollView {
  const ref = useRef<HTMLElement>(null);
  const [scrollTop, setScrollTop] = useState(0);
  const [height, setHeight] = useState(assumedHeight);
  useEffect(() => {
    const element = ref.current;
    if (element === null || typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(() => setHeight(element.clientHeight || assumedHeight));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { ref, onScroll: (event) => setScrollTop(event.currentTarget.scrollTop), scrollTop, height };
}
