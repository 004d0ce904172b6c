import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  clampView,
  FULL_VIEW,
  isFullView,
  minimapWindow,
  revealInterval,
  viewSpan,
  zoomAround,
  zoomToInterval,
} from '../../../src/scene/zoom.ts';

const unit = fc.double({ min: 0, max: 1, noNaN: true });

describe('zoom', () => {
  it('keeps the anchor where it is on screen', () => {
    const view = zoomAround({ x0: 0.2, x1: 0.6 }, 0.3, 2);
    expect(view.x0).toBeCloseTo(0.25);
    expect(viewSpan(view)).toBeCloseTo(0.2);
  });

  it('never leaves the strip and never gets narrower than the smallest box', () => {
    fc.assert(
      fc.property(unit, unit, fc.double({ min: 0.01, max: 1e6, noNaN: true }), (x0, anchor, factor) => {
        const view = zoomAround(clampView(x0, 0.3), anchor, factor);
        expect(view.x0).toBeGreaterThanOrEqual(0);
        expect(view.x1).toBeLessThanOrEqual(1 + 1e-12);
        expect(viewSpan(view)).toBeGreaterThanOrEqual(1 / 65536 - 1e-12);
      }),
    );
  });

  it('zooming out far enough shows the whole strip', () => {
    expect(zoomAround({ x0: 0.4, x1: 0.5 }, 0.45, 0.01)).toEqual(FULL_VIEW);
    expect(isFullView(FULL_VIEW)).toBe(true);
  });

  it('shows a box with a margin', () => {
    const view = zoomToInterval(0.5, 0.125);
    expect(view.x0).toBeCloseTo(0.49375);
    expect(viewSpan(view)).toBeCloseTo(0.1375);
  });

  it('moves the window only as far as a box needs', () => {
    const view = { x0: 0.25, x1: 0.5 };
    expect(revealInterval(view, 0.3, 0.1)).toBe(view);
    expect(revealInterval(view, 0.125, 0.125)).toEqual({ x0: 0.125, x1: 0.375 });
    expect(revealInterval(view, 0.5, 0.125)).toEqual({ x0: 0.375, x1: 0.625 });
  });

  it('keeps the window of the minimap wide enough to see', () => {
    expect(minimapWindow({ x0: 0.25, x1: 0.5 }, 400)).toEqual({ x: 100, w: 100 });
    const tiny = minimapWindow({ x0: 0.999, x1: 1 }, 400);
    expect(tiny).toEqual({ x: 396, w: 4 });
  });
});
