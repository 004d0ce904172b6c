/** Rows [first, end) of a long table that must exist in the document. */
export interface RowWindow {
  readonly first: number;
  readonly end: number;
}

/**
 * The rows in view and `overscan` more on either side. rowHeight, scrollTop and viewHeight are CSS pixels; scrollTop may
 * lie outside the table, as it does while a browser bounces.
 */
export function getRowWindow(count: number, rowHeight: number, scrollTop: number, viewHeight: number): RowWindow {
  const overscan = 12;
  const last = Math.max(0, count - 1);
  const top = Math.min(last, Math.max(0, Math.floor(scrollTop / rowHeight)));
  const shown = Math.ceil(viewHeight / rowHeight);
  return { first: Math.max(0, top - overscan), end: Math.min(count, top + shown + overscan) };
}
