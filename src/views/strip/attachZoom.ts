import { select } from 'd3-selection';
import { type D3ZoomEvent, zoom, zoomIdentity } from 'd3-zoom';
import type { StripFrame } from '../../scene/stripFrame.ts';
import { clampView, MIN_SPAN, type StripView, viewSpan } from '../../scene/zoom.ts';

export interface ZoomControl {
  /** Takes over the frame and its view, e.g. after a resize or a key press. */
  update(frame: StripFrame): void;
  destroy(): void;
}

/** The main button only; and not a press that a script made, which has no window for d3 to follow the pointer in. */
function startsGesture(event: UIEvent): boolean {
  if (event.type === 'mousedown' && event.view === null) return false;
  return !(event instanceof MouseEvent) || event.button === 0;
}

/** Wheel, pinch and drag on the stage; `onView` gets each new window. d3 computes it, nothing else of it touches the page. */
export function attachZoom(element: HTMLElement, onView: (view: StripView) => void): ZoomControl {
  const target = select<HTMLElement, unknown>(element);
  let left = 0;
  let width = 1;
  let reported: StripView | null = null;
  const behaviour = zoom<HTMLElement, unknown>()
    .scaleExtent([1, 1 / MIN_SPAN])
    .filter(startsGesture)
    .on('zoom', ({ transform, sourceEvent }: D3ZoomEvent<HTMLElement, unknown>) => {
      // Without a source event the change came from `update` and is known already.
      if (!sourceEvent) return;
      reported = clampView((transform.invertX(left) - left) / width, 1 / transform.k);
      onView(reported);
    });
  target.call(behaviour).on('dblclick.zoom', null);
  return {
    update(frame) {
      left = frame.left;
      width = frame.plotWidth;
      const k = 1 / viewSpan(frame.view);
      const area: [[number, number], [number, number]] = [
        [left, 0],
        [left + width, frame.height],
      ];
      behaviour.extent(area).translateExtent([
        [left, Number.NEGATIVE_INFINITY],
        [left + width, Number.POSITIVE_INFINITY],
      ]);
      // Setting the transform would end the gesture that this view came from.
      if (frame.view === reported) return;
      const shift = left - k * (left + frame.view.x0 * width);
      behaviour.transform(target, zoomIdentity.translate(shift, 0).scale(k));
    },
    destroy() {
      target.on('.zoom', null);
    },
  };
}
