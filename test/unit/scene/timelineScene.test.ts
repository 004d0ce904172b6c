import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LockUse, PlanStep } from '../../../src/planner/plan.ts';
import { computeTimeline, type TimelineInput, timelineTimeAt } from '../../../src/scene/timelineScene.ts';

const brief: LockUse = { mode: 'ACCESS EXCLUSIVE', on: 'parent', brief: true };
const held: LockUse = { ...brief, brief: false };

function inputOf(rewritten: readonly number[], locks: readonly LockUse[] = [brief]): TimelineInput {
  const steps = rewritten.map((_, index): PlanStep => ({ index, kind: 'split', from: [], to: [], locks }));
  return { steps, costs: rewritten.map((rows) => ({ moved: 0, rewritten: rows, read: 0 })) };
}

const equal = (count: number) => inputOf(Array(count).fill(100));

describe('computeTimeline', () => {
  it('gives blocks the width of their rewritten rows, with a minimum', () => {
    const [small, large, empty] = computeTimeline(inputOf([100, 300, 0]), 0, 430).rows;
    expect(small!.w).toBeCloseTo(107);
    expect(large!.w).toBeCloseTo(307);
    expect(empty!.w).toBeCloseTo(7);
  });

  it('fills the track without overlap for any counts', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1e6), { minLength: 1, maxLength: 12 }), (rewritten) => {
        const { rows } = computeTimeline(inputOf(rewritten), 0, 500);
        let edge = 0;
        for (const mark of rows) {
          expect(mark.x).toBeGreaterThanOrEqual(edge - 1e-6);
          edge = mark.x;
        }
        expect(edge).toBeLessThan(500);
      }),
    );
  });

  it('marks steps done, active and waiting', () => {
    const { rows, current } = computeTimeline(equal(4), 1.5, 400);
    expect(rows.map((mark) => mark.status)).toEqual(['done', 'active', 'waiting', 'waiting']);
    expect(current).toBe(1);
  });

  it('draws a brief lock at the end of the block, a held one along all of it, and none without', () => {
    const lockOf = (locks: readonly LockUse[]) => computeTimeline(inputOf([1, 1], locks), 0, 200).rows[0]!;
    expect(lockOf([brief])).toMatchObject({ lock: 'brief', lockW: 6, lockX: 91 });
    expect(lockOf([brief, held])).toMatchObject({ lock: 'held', lockX: 0, lockW: 97 });
    expect(lockOf([{ ...held, mode: 'ACCESS SHARE' }])).toMatchObject({ lock: 'none', lockW: 0 });
  });

  it('does not count the lock on a table that nobody else can see', () => {
    expect(computeTimeline(inputOf([1], [{ ...held, on: 'new' }]), 0, 200).rows[0]!.lock).toBe('none');
  });

  it('gives each of twelve steps a row, and of more a window around the current one', () => {
    expect(computeTimeline(equal(12), 0, 400).rows).toHaveLength(12);
    expect(computeTimeline(equal(12), 0, 400).band).toEqual([]);
    const rows = computeTimeline(equal(40), 20.5, 400).rows.map((row) => row.index);
    expect(rows).toEqual([17, 18, 19, 20, 21, 22, 23]);
    expect(computeTimeline(equal(40), 40, 400).rows.at(-1)!.index).toBe(39);
  });

  it('draws 1024 steps as one band of three runs', () => {
    const { rows, band } = computeTimeline(equal(1024), 511.5, 512);
    expect(rows).toEqual([]);
    expect(band.map((run) => [run.status, run.x, run.w])).toEqual([
      ['done', 0, 255.5],
      ['active', 255.5, 0.5],
      ['waiting', 256, 256],
    ]);
  });

  it('puts the playhead where the time is, and gives the time back for a place', () => {
    const input = inputOf([100, 300, 0, 50]);
    fc.assert(
      fc.property(fc.double({ min: 0, max: 4, noNaN: true }), (t) => {
        const { playheadX } = computeTimeline(input, t, 430);
        expect(timelineTimeAt(input, playheadX, 430)).toBeCloseTo(t, 6);
      }),
    );
    expect(timelineTimeAt(input, -5, 430)).toBe(0);
    expect(timelineTimeAt(input, 999, 430)).toBe(4);
  });

  it('stands an empty plan at the start', () => {
    expect(computeTimeline(equal(0), 0, 400)).toMatchObject({ rows: [], playheadX: 0, current: 0 });
    expect(timelineTimeAt(equal(0), 50, 400)).toBe(0);
  });
});
