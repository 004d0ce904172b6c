import { type ReactElement, useEffect, useState } from 'react';
import { createPortal, flushSync } from 'react-dom';
import { loadPrintSheet, printSheetView } from './loadPrintSheet.ts';

/** Long enough after the start that nothing else waits for it. */
const PRELOAD_MS = 5000;

/** Puts the review sheet on the page while it is printed, however that was asked for. */
export function PrintHost(): ReactElement | null {
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => void loadPrintSheet(), PRELOAD_MS);
    const media = matchMedia('print');
    // The browser takes the page as it is when these return.
    const begin = (): void => flushSync(() => setPrinting(true));
    const end = (): void => setPrinting(false);
    const follow = ({ matches }: MediaQueryListEvent): void => (matches ? begin() : end());
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    media.addEventListener('change', follow);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
      media.removeEventListener('change', follow);
    };
  }, []);
  const Sheet = printSheetView();
  return isPrinting && Sheet !== null ? createPortal(<Sheet />, document.body) : null;
}
