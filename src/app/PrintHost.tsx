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
    // Paper is white: the light theme is on while the page is printed, and then the reader's own again.
    const { dataset } = document.documentElement;
    let own: { readonly theme: string | undefined } | null = null;
    const begin = (): void => {
      own ??= { theme: dataset.theme };
      dataset.theme = 'light';
      // The browser takes the page as it is when this returns.
      flushSync(() => setPrinting(true));
    };
    const end = (): void => {
      if (own === null) return;
      if (own.theme !== undefined) dataset.theme = own.theme;
      else delete dataset.theme;
      own = null;
      setPrinting(false);
    };
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
