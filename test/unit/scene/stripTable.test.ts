import { describe, expect, it } from 'vitest';
import { computeSummary, countMoved, describeModuli } from '../../../src/scene/headline.ts';
import { computeStripModel } from '../../../src/scene/stripModel.ts';
import { computeLiveTable, computeStripTable } from '../../../src/scene/stripTable.ts';
import { countChange, layoutOf, planOf, randomSample } from '../../fixtures/stripPlan.ts';

const sample = randomSample(4000);

function inputOf(from: string, to: string) {
  const plan = planOf(from, to);
  return { plan, change: countChange(plan.from, plan.to, sample) };
}

describe('computeStripTable', () => {
  it('says of each old partition what it becomes, heir first, and how many rows leave it', () => {
    const model = computeStripModel(inputOf('8', '16'));
    const row = computeStripTable(model, 3.5)[6]!;
    expect(row).toMatchObject({ modulus: 8, remainder: 6, status: 'active', moved: model.to[14]!.rows });
    expect(row.becomes!.map((bound) => bound.remainder)).toEqual([6, 14]);
    expect(row.share).toBeCloseTo(row.rows / 4000);
  });

  it('adds up to all rows and all moved rows, with and without flows', () => {
    for (const [from, to] of [
      ['8', '16'],
      ['8', '12'],
      ['12', '4'],
    ] as const) {
      const input = inputOf(from, to);
      for (const change of [input.change, { ...input.change, flows: null }]) {
        const rows = computeStripTable(computeStripModel({ ...input, change }), 0);
        expect(rows.reduce((sum, row) => sum + row.rows, 0)).toBe(4000);
        expect(rows.reduce((sum, row) => sum + row.moved, 0)).toBe(countMoved(input.change));
      }
    }
  });

  it('lists the live partitions with their rows now', () => {
    const model = computeStripModel(inputOf('8', '16'));
    const rows = computeLiveTable(model, 3);
    expect(rows).toHaveLength(11);
    expect(rows.reduce((sum, row) => sum + row.rows!, 0)).toBe(4000);
    expect(rows.reduce((sum, row) => sum + row.share!, 0)).toBeCloseTo(1);
  });
});

describe('computeSummary', () => {
  it('counts the steps that are done', () => {
    const { id, params } = computeSummary(inputOf('8', '16'), 12, 3.5);
    expect(id).toBe('strip.summary.inPlace');
    expect(params).toMatchObject({ before: 8, after: 12, done: 3, steps: 8, total: 4000 });
  });
});

describe('describeModuli', () => {
  it('names one modulus, or all of a mixed or incomplete layout', () => {
    expect(describeModuli(layoutOf('8'))).toEqual({ id: 'strip.modulus', params: { modulus: 8 } });
    expect(describeModuli(layoutOf('2:0 4:1'))).toEqual({
      id: 'strip.moduli',
      params: { moduli: '2, 4', partitions: 2 },
    });
  });
});
