/** The part of the strip in view, in strip units; 0 <= x0 < x1 <= 1. */
export interface StripView {
  readonly x0: number;
  readonly x1: number;
}

export const FULL_VIEW: StripView = { x0: 0, x1: 1 };

/** Narrowest window: a 65 536th of the strip, the box of the greatest modulus. */
export const MIN_SPAN = 1 / 65536;

export function viewSpan(view: StripView): number {
  return view.x1 - view.x0;
}

export function isFullView(view: StripView): boolean {
  return view.x0 <= 0 && view.x1 >= 1;
}

/** The window of the given span that starts as near to x0 as the strip allows. */
export function clampView(x0: number, span: number): StripView {
  const width = Math.min(1, Math.max(MIN_SPAN, span));
  const start = Math.min(1 - width, Math.max(0, x0));
  return width === 1 ? FULL_VIEW : { x0: start, x1: start + width };
}

/** Zooms by `factor` (> 1 = nearer) and keeps the strip place `anchor` where it is on screen. */
export function zoomAround(view: StripView, anchor: number, factor: number): StripView {
  const span = Math.min(1, Math.max(MIN_SPAN, viewSpan(view) / factor));
  const share = (anchor - view.x0) / viewSpan(view);
  return clampView(anchor - share * span, span);
}

/** Shows one interval (a class of the chain and so all its children) with a twentieth of its width on each side. */
export function zoomToInterval(x: number, width: number): StripView {
  return clampView(x - width * 0.05, width * 1.1);
}

/** Moves the window as little as possible so that the interval is in view. */
export function revealInterval(view: StripView, x: number, width: number): StripView {
  const span = viewSpan(view);
  if (x < view.x0) return clampView(x, span);
  if (x + width > view.x1) return clampView(Math.min(x, x + width - span), span);
  return view;
}

/** Window of the minimap, in CSS px along a track of `width` px; at least 4 px wide so that it can be seen. */
export function minimapWindow(view: StripView, width: number): { readonly x: number; readonly w: number } {
  const w = Math.max(4, viewSpan(view) * width);
  return { x: Math.min(width - w, view.x0 * width), w };
}
