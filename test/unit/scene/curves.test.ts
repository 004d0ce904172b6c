import { describe, expect, it } from 'vitest';
import { type CurveFrame, curveDash, curvePath, curveTicks, curveX } from '../../../src/scene/curves.ts';

const frame: CurveFrame = { width: 100, height: 50, min: 0, max: 1 };

describe('a curve', () => {
  it('runs from the left edge to the right one, up for larger values', () => {
    expect(curvePath({ id: 'a', values: [0, 0.5, 1] }, frame)).toBe('M0.0 50.0L50.0 25.0L100.0 0.0');
  });

  it('is interrupted where there is no value, and kept inside where one is too large', () => {
    expect(curvePath({ id: 'a', values: [0, Number.NaN, 7] }, frame)).toBe('M0.0 50.0M100.0 0.0');
  });

  it('of one point stands at the left', () => {
    expect(curveX(1, 1, frame)).toBe(0);
  });
});

describe('the dashes of a curve', () => {
  it('are its own among the first eight', () => {
    expect(new Set(Array.from({ length: 8 }, (_, index) => curveDash(index))).size).toBe(8);
  });
});

describe('the axis', () => {
  it.each([
    [0, 1, [0, 0.5, 1]],
    [1, 3, [1, 1.5, 2, 2.5, 3]],
    [1, 1.2, [1, 1.05, 1.1, 1.15, 1.2]],
    [0, 40, [0, 10, 20, 30, 40]],
  ])('has a few round values from %d to %d', (min, max, values) => {
    const ticks = curveTicks({ ...frame, min, max });
    expect(ticks.map(({ value }) => Number(value.toFixed(6)))).toEqual(values);
    expect(ticks[0]!.y).toBeLessThanOrEqual(50);
    expect(ticks.at(-1)!.y).toBeGreaterThanOrEqual(0);
  });
});
