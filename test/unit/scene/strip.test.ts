import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Plan } from '../../../src/planner/plan.ts';
import { computeLiveBoxes } from '../../../src/scene/liveBoxes.ts';
import { computeBlockMarks, computeRibbonMarks } from '../../../src/scene/ribbonMarks.ts';
import { computeStrip } from '../../../src/scene/strip.ts';
import { computeStripFrame } from '../../../src/scene/stripFrame.ts';
import { computeStripModel, type StripModel, type UnitBox } from '../../../src/scene/stripModel.ts';
import { keyPosition } from '../../../src/topology/keyPosition.ts';
import { countChange, layoutOf, planOf, randomSample } from '../../fixtures/stripPlan.ts';

const sample = randomSample(20_000);

function modelOf(plan: Plan): StripModel {
  return computeStripModel({ plan, change: countChange(plan.from, plan.to, sample) });
}

function change(from: string, to: string, recipe: 'copy' | 'keepHalf' = 'copy'): StripModel {
  return modelOf(planOf(from, to, recipe));
}

/** Every box starts where the last one ended. */
function expectTiling(boxes: readonly UnitBox[]): void {
  let edge = 0;
  for (const box of boxes) {
    expect(box.x).toBeCloseTo(edge, 10);
    edge = box.x + box.width;
  }
  expect(edge).toBeCloseTo(1, 10);
}

const bounds = (boxes: readonly { modulus: number; remainder: number }[]) =>
  boxes.map((box) => `${box.modulus}:${box.remainder}`);

describe('boxes', () => {
  it.each([
    ['12', '18'],
    ['2:0 4:1 4:3', '12'],
    ['8', '16'],
  ])('of %s -> %s know the first and the last step that names them', (from, to) => {
    const model = change(from, to);
    const { steps } = model.input.plan;
    for (const side of ['from', 'to'] as const) {
      for (const box of model[side]) {
        const naming = steps.filter(
          (step) => !['prepare', 'swap', 'drop'].includes(step.kind) && bounds(step[side]).includes(bounds([box])[0]!),
        );
        expect([box.firstStep, box.lastStep]).toEqual([naming[0]?.index ?? -1, naming.at(-1)?.index ?? -1]);
      }
    }
  });

  it('tile the strip at every moment of a plan in place', () => {
    const models = [change('8', '16'), change('16', '4'), change('2:0 4:1 4:3', '12'), change('6', '36')];
    fc.assert(
      fc.property(fc.constantFrom(...models), fc.double({ min: 0, max: 1, noNaN: true }), (model, share) => {
        expectTiling(computeLiveBoxes(model, share * model.input.plan.steps.length).map(({ box }) => box));
      }),
    );
  });

  it('of a rebuild tile both rows', () => {
    const model = change('8', '12');
    expectTiling([...model.from].sort((a, b) => a.x - b.x));
    expectTiling(computeLiveBoxes(model, 0).map(({ box }) => box));
  });

  it('fill a stage of any height, and leave room for their texts in a low one', () => {
    for (const height of [220, 420, 1500, 3000]) {
      const { beforeY, afterY, boxHeight, afterCaptionY } = computeStripFrame(800, height);
      expect(afterY - beforeY).toBeGreaterThan(2 * boxHeight);
      expect(afterCaptionY).toBeLessThanOrEqual(height);
      if (height > 420) expect(afterCaptionY).toBeGreaterThan(0.9 * height);
    }
  });

  it('show the old layout at the start and the new one at the end', () => {
    const scene = computeStrip(change('8', '16'), computeStripFrame(800, 420));
    expect(bounds(scene.afterAt(0).boxes)).toEqual(bounds(scene.beforeAt(0).boxes));
    expect(scene.afterAt(0).boxes.map((box) => box.rows)).toEqual(scene.beforeAt(0).boxes.map((box) => box.rows));
    const end = scene.afterAt(8).boxes;
    expect(bounds(end).sort()).toEqual(bounds(layoutOf('16')).sort());
    expect(end.map((box) => box.rows)).toEqual(end.map((box) => scene.model.to[box.index]!.rows));
  });

  it('are cut by their own step only', () => {
    const scene = computeStrip(change('8', '16'), computeStripFrame(800, 420));
    const boxes = scene.afterAt(3.5).boxes;
    expect(boxes).toHaveLength(12);
    expect(boxes.filter((box) => box.status === 'active').map((box) => box.remainder)).toEqual([6, 14]);
    expect(boxes.filter((box) => box.status === 'waiting').map((box) => box.remainder)).toEqual([1, 5, 3, 7]);
  });

  it('are handed back as the same objects while nothing about them changes', () => {
    const scene = computeStrip(change('8', '16'), computeStripFrame(800, 420));
    const first = scene.afterAt(3.25).boxes;
    const second = scene.afterAt(3.75).boxes;
    expect(second.filter((box, i) => box !== first[i]).every((box) => box.status === 'active')).toBe(true);
    expect(second[0]).toBe(first[0]);
  });

  it('keep the hue of the partition whose remainder they inherit, and are the accent otherwise', () => {
    const model = change('8', '16');
    for (const box of model.to) expect(box.hue).toBe(box.remainder < 8 ? model.from[box.remainder]!.hue : 0);
  });

  it('have a full label where it fits, then the remainder, then none', () => {
    const labelsAt = (count: number) =>
      computeStrip(change(String(count), String(count)), computeStripFrame(800, 420)).beforeAt(0).boxes[1]!.label;
    expect(labelsAt(8)).toBe('(8, 4)');
    expect(labelsAt(32)).toBe('16');
    expect(labelsAt(64)).toBe('');
  });

  it('under 3 px become a density band that keeps their share of rows', () => {
    const scene = computeStrip(change('512', '512'), computeStripFrame(800, 420));
    const { boxes, band } = scene.beforeAt(0);
    expect(boxes).toEqual([]);
    expect(band).toHaveLength(384);
    expect(Math.max(...band.map((column) => column.density))).toBe(1);
  });

  it('of 4096 partitions appear one by one in a narrow window', () => {
    const frame = computeStripFrame(800, 420, { x0: 0.5, x1: 0.5 + 1 / 64 });
    const { boxes, band } = computeStrip(change('4096', '4096'), frame).beforeAt(0);
    expect(boxes).toHaveLength(64);
    expect(boxes.every((box) => box.remainder % 2 === 1)).toBe(true);
    expect(band).toEqual([]);
  });
});

describe('counts', () => {
  it('grow from nothing to the exact end when all rows are copied', () => {
    const model = change('8', '16');
    const rowsOf = (t: number) => computeLiveBoxes(model, t).find(({ box }) => box.remainder === 6)!;
    expect(rowsOf(3).rows).toBe(model.from[6]!.rows);
    expect(rowsOf(3.5)).toMatchObject({ rows: Math.floor(model.to[6]!.rows / 2), counting: true });
    expect(rowsOf(4)).toMatchObject({ rows: model.to[6]!.rows, counting: false });
  });

  it('grow from the rows that stay when the heir keeps its table', () => {
    const model = change('16', '8', 'keepHalf');
    const heir = computeLiveBoxes(model, 0.001).find(({ box }) => box.side === 'to')!;
    expect(heir.rows! - heir.box.stay).toBeLessThan(10);
    const split = change('8', '16', 'keepHalf');
    const kept = computeLiveBoxes(split, 0.5).find(({ box }) => box.remainder === 0)!;
    expect(kept).toMatchObject({ rows: kept.box.rows, counting: false });
  });

  it('of a rebuild add up to the copied partitions after every step', () => {
    const model = change('8', '12');
    for (let step = 0; step <= 8; step++) {
      const now = computeLiveBoxes(model, step + 1).reduce((sum, { rows }) => sum + rows!, 0);
      expect(now).toBe([0, 4, 2, 6, 1, 5, 3, 7].slice(0, step).reduce((sum, r) => sum + model.from[r]!.rows, 0));
    }
    const end = computeLiveBoxes(model, 11);
    expect(end.every(({ box, rows, status }) => rows === box.rows && status === 'done')).toBe(true);
  });

  it('of a rebuild are unknown half-way when the flows are too many to follow', () => {
    const plan = planOf('8', '12');
    const counts = { ...countChange(plan.from, plan.to, sample), flows: null };
    const model = computeStripModel({ plan, change: counts });
    expect(computeLiveBoxes(model, 0).map(({ rows }) => rows)).toEqual(plan.to.map(() => 0));
    const rowsAt = (t: number) => computeLiveBoxes(model, t).map(({ rows }) => rows);
    expect(rowsAt(2.5)).toEqual([null, null, null, ...Array(9).fill(0)]);
    expect(rowsAt(3).slice(0, 3)).toEqual([0, 4, 8].map((r) => model.to[r]!.rows));
    expect(computeBlockMarks(model, computeStripFrame(800, 420))).toHaveLength(1);
  });
});

describe('ribbons', () => {
  it('conserve rows: what leaves each box and what reaches it are its counts', () => {
    for (const model of [change('8', '16'), change('12', '4'), change('8', '12'), change('9', '6')]) {
      for (const side of ['from', 'to'] as const) {
        const sums = model[side].map(() => 0);
        for (const ribbon of model.ribbons) sums[ribbon[side]]! += ribbon.rows / ribbon.parts;
        expect(sums.map((sum) => Math.round(sum))).toEqual(model[side].map((box) => box.rows));
      }
    }
  });

  it('fill both rows from edge to edge, also when moduli are mixed', () => {
    for (const model of [change('8', '12'), change('8:0 8:1 8:2 16:3 16:11 8:4 8:5 8:6 8:7', '12')]) {
      for (const [side, edge] of [
        ['from', 'x'],
        ['to', 'toX'],
      ] as const) {
        for (const box of model[side]) {
          const own = model.ribbons.filter((ribbon) => ribbon[side] === box.index).sort((a, b) => a[edge] - b[edge]);
          expect(own[0]![edge]).toBeCloseTo(box.x, 10);
          expect(own.reduce((sum, ribbon) => sum + ribbon.width, 0)).toBeCloseTo(box.width, 10);
          expect(own.at(-1)![edge] + own.at(-1)!.width).toBeCloseTo(box.x + box.width, 10);
        }
      }
    }
  });

  it('carry each key from its old place to its new one', () => {
    const model = change('8', '12');
    for (let i = 0; i < 500; i++) {
      const hi = sample.hashHi[i]!;
      const lo = sample.hashLo[i]!;
      const x = keyPosition(hi, lo, model.chains.from);
      const ribbon = model.ribbons.find((r) => x > r.x && x < r.x + r.width)!;
      expect(keyPosition(hi, lo, model.chains.to) - ribbon.toX).toBeCloseTo(x - ribbon.x, 10);
    }
  });

  it('go straight down in place and are drawn as staying until their step begins', () => {
    const model = change('8', '16');
    expect(model.ribbons.every((ribbon) => ribbon.x === ribbon.toX)).toBe(true);
    const marks = computeRibbonMarks(model, computeStripFrame(800, 420), 2);
    for (const mark of marks) expect(mark.status).toBe(mark.step < 2 ? 'done' : 'waiting');
  });
});
