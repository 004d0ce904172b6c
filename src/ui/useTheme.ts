import { type RefObject, useLayoutEffect, useState } from 'react';
import type { CanvasTheme } from '../scene/theme.ts';
import { readTheme } from './readTheme.ts';

/** The canvas colours, read again when the system's or the app's colours change, or for paper; null before the first layout. */
export function useTheme(element: RefObject<HTMLElement | null>): CanvasTheme | null {
  const [theme, setTheme] = useState<CanvasTheme | null>(null);
  useLayoutEffect(() => {
    const read = () => {
      if (element.current !== null) setTheme(readTheme(element.current));
    };
    read();
    const queries = ['(prefers-color-scheme: dark)', '(forced-colors: active)', 'print'].map((query) =>
      matchMedia(query),
    );
    const observer = new MutationObserver(read);
    observer.observe(document.documentElement, { attributeFilter: ['data-theme', 'class', 'style'] });
    for (const query of queries) query.addEventListener('change', read);
    return () => {
      observer.disconnect();
      for (const query of queries) query.removeEventListener('change', read);
    };
  }, [element]);
  return theme;
}
