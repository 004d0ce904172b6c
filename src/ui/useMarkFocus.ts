import { type Dispatch, type SetStateAction, useLayoutEffect, useRef, useState } from 'react';
import type { Walk } from '../scene/stripPointing.ts';

/** Where the keys of a keyboard walk among the marks of a picture. */
export const walkKeys: Readonly<Record<string, Walk>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'first',
  End: 'last',
};

/** The key of the mark that an event is at: the data-mark of its element or of one around it. */
export function markKeyAt(target: EventTarget): string | null {
  return target instanceof Element ? (target.closest('[data-mark]')?.getAttribute('data-mark') ?? null) : null;
}

export interface MarkFocus {
  /** Of the one mark that Tab reaches. */
  readonly focusKey: string | null;
  readonly setFocusKey: Dispatch<SetStateAction<string | null>>;
  /** The focus goes to another mark of this drawing, once that is drawn. */
  moveFocus(svg: SVGSVGElement): void;
}

/** A picture is one stop of Tab: the mark that had the focus last. */
export function useMarkFocus(): MarkFocus {
  const [focusKey, setFocusKey] = useState<string | null>(null);
  const next = useRef<SVGSVGElement | null>(null);
  useLayoutEffect(() => {
    const svg = next.current;
    next.current = null;
    if (focusKey !== null) svg?.querySelector<SVGGElement>(`[data-mark="${focusKey}"]`)?.focus();
  });
  return {
    focusKey,
    setFocusKey,
    moveFocus(svg) {
      next.current = svg;
    },
  };
}
