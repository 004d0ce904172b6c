import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ClusterPlan } from '../../../src/planner/cluster.ts';
import type { ChangeCounts } from '../../../src/planner/plan.ts';
import { computeFlow, FLOW_BAR, type FlowModel, MAX_LINKS, nodeFlow, partitionFlow } from '../../../src/scene/flow.ts';
import { newNode } from '../../../src/store/scenario.ts';
import { planOf } from '../../fixtures/stripPlan.ts';

/** Every residue of the common modulus has `rows` rows. */
function evenChange(from: number, to: number, rows: number): ChangeCounts {
  const cells = new Map<string, number>();
  const lcm = [...Array(from * to).keys()].find((n) => n > 0 && n % from === 0 && n % to === 0) ?? from * to;
  for (let x = 0; x < lcm; x++) {
    const key = `${x % from} ${x % to}`;
    cells.set(key, (cells.get(key) ?? 0) + rows);
  }
  const flows = [...cells]
    .map(([key, count]) => ({ from: Number(key.split(' ')[0]), to: Number(key.split(' ')[1]), rows: count }))
    .sort((a, b) => a.from - b.from || a.to - b.to);
  return {
    total: lcm * rows,
    from: Array.from({ length: from }, () => (lcm / from) * rows),
    to: Array.from({ length: to }, () => (lcm / to) * rows),
    fromMissing: 0,
    toMissing: 0,
    stay: [],
    flows,
  };
}

describe('the flow between partitions', () => {
  it('has every row once, its heirs staying and the others moving', () => {
    const model = partitionFlow(planOf('2', '4'), evenChange(2, 4, 10))!;
    expect(model.left.map(({ label }) => label)).toEqual(['(2, 0)', '(2, 1)']);
    expect(model.right.map(({ label }) => label)).toEqual(['(4, 0)', '(4, 2)', '(4, 1)', '(4, 3)']);
    expect(model.links).toEqual([
      { from: 0, to: 0, rows: 10, moves: false },
      { from: 0, to: 1, rows: 10, moves: true },
      { from: 1, to: 2, rows: 10, moves: false },
      { from: 1, to: 3, rows: 10, moves: true },
    ]);
  });

  it('leaves out the thinnest ribbons of thousands and says how many rows they are', () => {
    const change = evenChange(60, 61, 1);
    const model = partitionFlow(planOf('60', '61'), change)!;
    expect(model.links).toHaveLength(MAX_LINKS);
    expect(model.hiddenLinks).toBe(60 * 61 - MAX_LINKS);
    expect(model.hiddenRows + model.links.reduce((sum, { rows }) => sum + rows, 0)).toBe(change.total);
  });

  it('is not known where the pairs were too many to count', () => {
    expect(partitionFlow(planOf('2', '4'), { ...evenChange(2, 4, 1), flows: null })).toBeNull();
  });
});

describe('the flow between nodes', () => {
  it('shows nodes of before on the left, of after on the right, in the hues they keep', () => {
    const nodes = [newNode('a', 'leaving'), newNode('b', 'up'), newNode('c', 'joining')];
    const cluster: ClusterPlan = { nodes, before: [], after: [] };
    const flows = [
      { from: 0, to: 2, rows: 5 },
      { from: 1, to: 1, rows: 7 },
    ];
    const model = nodeFlow(cluster, { before: [5, 7, 0], after: [0, 7, 5], moved: 5, flows })!;
    expect(model.left).toEqual([
      { index: 0, label: 'a', rows: 5, hue: 1 },
      { index: 1, label: 'b', rows: 7, hue: 2 },
    ]);
    expect(model.right.map(({ label, hue }) => [label, hue])).toEqual([
      ['b', 2],
      ['c', 3],
    ]);
    expect(model.links).toEqual([
      { from: 0, to: 1, rows: 5, moves: true },
      { from: 1, to: 0, rows: 7, moves: false },
    ]);
  });
});

describe('the picture', () => {
  const models = fc
    .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }))
    .map(([from, to]): FlowModel => partitionFlow(planOf(String(from), String(to)), evenChange(from, to, 3))!);

  it('keeps bars and ribbons inside, in one scale, and every bar as thick as its ribbons', () => {
    fc.assert(
      fc.property(models, (model) => {
        const { left, right, ribbons } = computeFlow(model, 500, 300);
        expect(ribbons).toHaveLength(model.links.length);
        for (const bars of [left, right]) {
          expect(bars.at(-1)!.y + bars.at(-1)!.height).toBeLessThanOrEqual(300.001);
          bars.forEach((bar, i) => {
            if (i > 0) expect(bar.y).toBeGreaterThanOrEqual(bars[i - 1]!.y + bars[i - 1]!.height);
          });
        }
        expect(right.every(({ x }) => x === 500 - FLOW_BAR)).toBe(true);
        const scale = left[0]!.height / model.left[0]!.rows;
        right.forEach(({ height }, i) => {
          expect(height).toBeCloseTo(model.right[i]!.rows * scale, 6);
        });
      }),
      { seed: 9, numRuns: 60 },
    );
  });

  it('draws a ribbon from the edge of its left bar to the edge of its right one', () => {
    const { ribbons } = computeFlow(partitionFlow(planOf('1', '2'), evenChange(1, 2, 5))!, 212, 104);
    expect(ribbons).toEqual([
      'M12.0 0.00C106.0 0.00 106.0 0.00 200.0 0.00V50.00C106.0 50.00 106.0 50.00 12.0 50.00Z',
      'M12.0 50.00C106.0 50.00 106.0 54.00 200.0 54.00V104.00C106.0 104.00 106.0 100.00 12.0 100.00Z',
    ]);
  });
});
