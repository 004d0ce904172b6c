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
  const lowest = Math.max(0, count * rowHeight - viewHeight);
  const top = Math.floor(Math.min(lowest, Math.max(0, scrollTop)) / rowHeight);
  // One more, because a view rarely begins at the top edge of a row.
  const shown = Math.ceil(viewHeight / rowHeight) + 1;
  return { first: Math.max(0, top - overscan), end: Math.min(count, top + shown + overscan) };
}
