import { describe, expect, it } from 'vitest';
import type { KeySample } from '../../../src/engine/protocol.ts';
import type { Recipe } from '../../../src/planner/plan.ts';
import { computeDotGeometry, computeStamp } from '../../../src/scene/dotGeometry.ts';
import { dotStride, prepareDots } from '../../../src/scene/dots.ts';
import { drawBeforeDots, drawDots, placeDots } from '../../../src/scene/drawDots.ts';
import { computeStripFrame } from '../../../src/scene/stripFrame.ts';
import { computeStripModel, type StripModel } from '../../../src/scene/stripModel.ts';
import { countChange, keyPositions, planOf, randomSample } from '../../fixtures/stripPlan.ts';

const sample = randomSample(1000);

function splitModel(recipe: Recipe = 'copy'): StripModel {
  const plan = planOf('2', '4', recipe);
  return computeStripModel({ plan, change: countChange(plan.from, plan.to, sample) });
}

/** The key whose hash is `hash`. */
function oneKey(hash: number): KeySample {
  return { rows: Float64Array.of(0), hashHi: Uint32Array.of(0), hashLo: Uint32Array.of(hash) };
}

const ACCENT = 0xff0000ff;
const HUE = 0xff00ff00;

function draw(model: StripModel, keys: KeySample, t: number, row: 'before' | 'after' = 'after') {
  const frame = computeStripFrame(200, 300);
  const geometry = computeDotGeometry(model, frame, { pixelRatio: 1, diameter: 1, top: 0 });
  const buffer = { pixels: new Uint32Array(200 * 300), width: 200, height: 300 };
  const palette = {
    colours: Uint32Array.of(ACCENT, HUE, HUE, HUE, HUE, HUE, HUE, HUE, HUE),
    fromHue: Uint8Array.from(model.from, (box) => box.hue),
    toHue: Uint8Array.from(model.to, (box) => box.hue),
  };
  const dots = prepareDots(keys, model);
  const placed = placeDots(dots, geometry, palette);
  if (row === 'before') drawBeforeDots(buffer, placed);
  else drawDots(buffer, placed, t);
  const drawn = [...buffer.pixels.entries()].filter(([, colour]) => colour !== 0);
  return { frame, dots, drawn: drawn.map(([at, colour]) => ({ x: at % 200, y: Math.floor(at / 200), colour })) };
}

describe('prepareDots', () => {
  it('gives every key its partitions, its step and whether it moves', () => {
    const model = splitModel();
    const dots = prepareDots(sample, model);
    for (let i = 0; i < dots.count; i++) {
      const from = model.from[dots.from[i]!]!;
      const to = model.to[dots.to[i]!]!;
      expect(dots.step[i]).toBe(from.firstStep);
      expect(dots.moved[i]).toBe(from.remainder === to.remainder ? 0 : 1);
      expect(dots.xFrom[i]! > from.x && dots.xFrom[i]! < from.x + from.width).toBe(true);
      expect(dots.xTo[i]! > to.x && dots.xTo[i]! < to.x + to.width).toBe(true);
    }
  });

  it('counts as many moved dots as the brute-force count when every key is a dot', () => {
    const model = splitModel();
    const moved = prepareDots(sample, model).moved.reduce((a, b) => a + b, 0);
    expect(moved).toBe(model.ribbons.filter((r) => r.moved).reduce((sum, r) => sum + r.rows, 0));
  });

  it('keeps the place of every key in a change in place', () => {
    const dots = prepareDots(sample, splitModel());
    expect(dots.xTo).toEqual(dots.xFrom);
  });

  it('lets only moved keys fly when the heir keeps its table', () => {
    const dots = prepareDots(sample, splitModel('keepHalf'));
    expect(dots.flies).toEqual(dots.moved);
    expect(prepareDots(sample, splitModel('copy')).flies.every((flies) => flies === 1)).toBe(true);
  });

  it('takes every stride-th key so that the budget suffices', () => {
    expect(dotStride(1000, 200)).toBe(5);
    expect(dotStride(10, 1000)).toBe(1);
    const dots = prepareDots(sample, splitModel(), 5);
    expect(dots.count).toBe(200);
    const every = (keys: ArrayLike<number>, step: number) => Array.from(keys).filter((_, i) => i % step === 0);
    const fifth = {
      rows: sample.rows,
      hashHi: Uint32Array.from(every(sample.hashHi, 5)),
      hashLo: Uint32Array.from(every(sample.hashLo, 5)),
    };
    expect(dots).toEqual(prepareDots(fifth, splitModel()));
  });

  it('lists every key once, step by step and each from the highest to the lowest band', () => {
    const dots = prepareDots(sample, splitModel());
    const order = [...dots.y].map((y, i) => dots.step[i]! * 256 + Math.floor(y * 256));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect([...dots.xFrom].toSorted()).toEqual([...keyPositions(sample, [2, 2])].toSorted());
  });

  it('leaves keys without a partition out of the before row', () => {
    const plan = planOf('2:0', '2:0');
    const model = computeStripModel({ plan, change: countChange(plan.from, plan.to, sample) });
    expect(draw(model, oneKey(1), 0, 'before').drawn).toEqual([]);
    expect(draw(model, oneKey(1), 0).drawn).toEqual([]);
    expect(draw(model, oneKey(2), 0).drawn).toHaveLength(1);
  });
});

describe('drawDots', () => {
  // Hash 2 is in (2, 0), then in (4, 2): it moves from the second quarter of the strip straight down in step 0.
  const key = oneKey(2);

  it('draws a key as one pixel in its box of the before row', () => {
    const { frame, dots, drawn } = draw(splitModel(), key, 0, 'before');
    expect(drawn).toHaveLength(1);
    const { x, y, colour } = drawn[0]!;
    expect(x).toBeGreaterThanOrEqual(frame.left + frame.plotWidth / 4 - 2);
    expect(x).toBeLessThan(frame.left + frame.plotWidth / 2);
    expect(y).toBe(Math.round(frame.beforeY + 2.5 + dots.y[0]! * (frame.boxHeight - 5) - 0.5));
    expect(colour).toBe(HUE);
  });

  it('leaves it in the after row in its own hue until its step begins', () => {
    const { frame, drawn } = draw(splitModel(), key, 0);
    expect(drawn).toHaveLength(1);
    expect(drawn[0]!.y).toBeGreaterThan(frame.afterY);
    expect(drawn[0]!.colour).toBe(HUE);
  });

  it('lets it fly in the accent between the rows', () => {
    const model = splitModel();
    const before = draw(model, key, 0, 'before').drawn[0]!;
    const landed = draw(model, key, 1).drawn[0]!;
    const heights = [0.2, 0.4, 0.6, 0.8].flatMap((t) => draw(model, key, t).drawn.map((pixel) => pixel.y));
    expect(heights).toEqual(heights.toSorted((a, b) => a - b));
    expect(heights.some((y) => y > before.y && y < landed.y)).toBe(true);
    expect(landed.colour).toBe(ACCENT);
  });

  it('keeps a moved key in the accent inside the box of another hue', () => {
    const plan = planOf('4', '2');
    const model = computeStripModel({ plan, change: countChange(plan.from, plan.to, sample) });
    expect(model.to[0]!.hue).not.toBe(0);
    expect(draw(model, key, 1).drawn[0]!.colour).toBe(ACCENT);
    expect(draw(model, oneKey(4), 1).drawn[0]!.colour).toBe(HUE);
  });

  it('draws nothing of a rebuild below before its copy step', () => {
    const plan = planOf('2', '3');
    const model = computeStripModel({ plan, change: countChange(plan.from, plan.to, sample) });
    expect(draw(model, key, 1).drawn).toEqual([]);
    expect(draw(model, key, 2).drawn).toHaveLength(1);
  });

  it('keeps every flying dot between its ribbon edges', () => {
    const plan = planOf('2', '3');
    const model = computeStripModel({ plan, change: countChange(plan.from, plan.to, sample) });
    for (const hash of [0, 2, 4, 6, 8, 10]) {
      const from = draw(model, oneKey(hash), 0, 'before').drawn[0]!.x;
      const to = draw(model, oneKey(hash), 2).drawn[0]!.x;
      for (const t of [1.3, 1.5, 1.7, 1.9]) {
        for (const { x } of draw(model, oneKey(hash), t).drawn) {
          expect(x).toBeGreaterThanOrEqual(Math.min(from, to) - 1);
          expect(x).toBeLessThanOrEqual(Math.max(from, to) + 1);
        }
      }
    }
  });

  it('draws a round stamp with soft corners', () => {
    const { stamp, stampSize } = computeStamp(3, 1);
    expect(stampSize).toBe(3);
    expect(stamp[4]).toBe(255);
    for (const corner of [0, 2, 6, 8]) expect(stamp[corner]).toBeLessThan(stamp[1]!);
  });
});
