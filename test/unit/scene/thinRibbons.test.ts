import { describe, expect, it } from 'vitest';
import { computeStrip } from '../../../src/scene/strip.ts';
import { computeStripFrame } from '../../../src/scene/stripFrame.ts';
import { computeStripModel } from '../../../src/scene/stripModel.ts';
import { prepareThinRibbons, type ThinRibbons } from '../../../src/scene/thinRibbons.ts';
import type { StripView } from '../../../src/scene/zoom.ts';
import { testTheme } from '../../fixtures/services.ts';
import { countChange, planOf, randomSample } from '../../fixtures/stripPlan.ts';

const sample = randomSample(20_000);

function thinOf(from: string, to: string, view?: StripView): ThinRibbons | null {
  const plan = planOf(from, to);
  const model = computeStripModel({ plan, change: countChange(plan.from, plan.to, sample) });
  return prepareThinRibbons(computeStrip(model, computeStripFrame(800, 420, view)), 1);
}

function draw({ width, height, draw }: ThinRibbons, ...times: readonly number[]): Uint32Array {
  const pixels = new Uint32Array(width * height);
  for (const t of times) draw({ pixels, width, height }, t, testTheme);
  return pixels;
}

const alphaOf = (pixel: number): number => pixel >>> 24;
const redOf = (pixel: number): number => pixel & 255;

describe('thin ribbons', () => {
  it('are none where every box is wide, or in a view that shows only wide ones', () => {
    expect(thinOf('8', '16')).toBeNull();
    expect(thinOf('512', '1024')).not.toBeNull();
    expect(thinOf('512', '1024', { x0: 0, x1: 1 / 256 })).toBeNull();
  });

  it('cover the whole strip in grey before the first step, and in the share of rows that move after the last', () => {
    const thin = thinOf('512', '1024')!;
    const before = draw(thin, 0);
    // 0.85 of 255, and red 220 of the grey.
    expect(new Set(Array.from(before, alphaOf))).toEqual(new Set([217]));
    expect(new Set(Array.from(before, redOf))).toEqual(new Set([220]));
    const after = draw(thin, 512).subarray(0, thin.width);
    const red = after.reduce((sum, pixel) => sum + redOf(pixel), 0) / thin.width;
    // Half of the width is the accent's, which is a little stronger.
    expect(red).toBeGreaterThan(186);
    expect(red).toBeLessThan(192);
  });

  it.each([
    ['512', '1024', 300.5],
    ['63', '64', 20.5],
    ['64', '512', 0.5],
  ])('of %s -> %s are the same by any way to a time', (from, to, t) => {
    const direct = draw(thinOf(from, to)!, t);
    expect(draw(thinOf(from, to)!, 0, t + 12, 3.5, t)).toEqual(direct);
    expect(draw(thinOf(from, to)!, 0)).not.toEqual(direct);
  });

  it('that cross cover much of every row of pixels, and none more than once', () => {
    const thin = thinOf('63', '64')!;
    const pixels = draw(thin, 0);
    const edge = Array.from(pixels.subarray(0, thin.width), alphaOf).reduce((sum, alpha) => sum + alpha, 0);
    expect(edge).toBeGreaterThan(0.7 * 0.75 * 255 * thin.width);
    for (let row = 0; row < thin.height; row++) {
      const alphas = Array.from(pixels.subarray(row * thin.width, (row + 1) * thin.width), alphaOf);
      // Where ribbons meet they cover each other, and nothing covers more than all.
      expect(alphas.reduce((sum, alpha) => sum + alpha, 0)).toBeGreaterThan(0.5 * edge);
      expect(Math.max(...alphas)).toBeLessThanOrEqual(192);
    }
  });
});
