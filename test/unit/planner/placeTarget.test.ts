import { describe, expect, test } from 'vitest';
import type { ClusterPlan } from '../../../src/planner/cluster.ts';
import { measureCluster } from '../../../src/planner/clusterCounts.ts';
import { expectedCounts } from '../../../src/planner/expectedCounts.ts';
import { initialPlacement } from '../../../src/planner/initialPlacement.ts';
import { type Placement, type PlacementInput, placeTarget } from '../../../src/planner/placeTarget.ts';
import type { ChangeCounts } from '../../../src/planner/plan.ts';
import type { NodeSpec } from '../../../src/schemes/nodes.ts';
import type { Layout } from '../../../src/topology/layout.ts';
import { layoutOf, uniform } from '../../fixtures/layouts.ts';
import { nodesOf, resized } from '../../fixtures/nodes.ts';

type Options = Partial<Omit<PlacementInput, 'from' | 'to' | 'nodes'>>;

function inputOf(from: Layout, to: Layout, nodes: readonly NodeSpec[], options: Options = {}): PlacementInput {
  const before = initialPlacement(from, nodes);
  return { from, to, nodes, before, change: null, rows: null, pins: [], rowBytes: null, ...options };
}

function placed(...args: Parameters<typeof inputOf>): Placement {
  const result = placeTarget(inputOf(...args));
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

function refusal(...args: Parameters<typeof inputOf>): unknown {
  const result = placeTarget(inputOf(...args));
  return result.ok ? 'no refusal' : result.error;
}

function countsOf(after: readonly number[], nodes: number): number[] {
  return Array.from({ length: nodes }, (_, node) => after.filter((at) => at === node).length);
}

describe('as many partitions on other nodes', () => {
  test.each([
    [16_384, 3, 4, 4096],
    [16_384, 4, 5, 3276],
    [32, 4, 5, 6],
    [32, 2, 3, 10],
    [64, 4, 6, 20],
    [480, 32, 96, 320],
    [480, 96, 32, 320],
    [12, 3, 3, 0],
  ])('%i partitions from %i to %i nodes: %i move', (partitions, before, after, moved) => {
    const nodes = resized(before, after);
    const input = inputOf(uniform(partitions), uniform(partitions), nodes);
    const placement = placed(input.from, input.to, nodes);
    expect(placement.after.filter((node, i) => node !== input.before[i])).toHaveLength(moved);
    expect(placement).toMatchObject({ movedShare: moved / partitions, exact: true, warnings: [] });
    const counts = countsOf(placement.after, nodes.length).slice(0, after);
    expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
  });

  test('go by weight, with the largest remainders', () => {
    const nodes = nodesOf('a', 'b', '+c*2.5');
    expect(countsOf(placed(uniform(16), uniform(16), nodes).after, 3)).toEqual([4, 3, 9]);
    expect(countsOf(placed(uniform(18), uniform(18), nodes).after, 3)).toEqual([4, 4, 10]);
  });
});

describe('8 partitions on 4 nodes that become 16 on 6', () => {
  test('take one of the four children of each old node to a new one, a quarter of the rows', () => {
    const nodes = resized(4, 6);
    const placement = placed(uniform(8), uniform(16), nodes);
    expect(placement.after).toEqual([0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3, 4, 5, 4, 5]);
    expect(placement).toMatchObject({ movedShare: 1 / 4, exact: true });
  });

  test('take the smallest children once rows are counted', () => {
    const even = expectedCounts(uniform(8), uniform(16));
    const flows = even.flows!.map((flow) => ({ ...flow, rows: flow.to < 4 ? 90 : 100 }));
    const change: ChangeCounts = { ...even, flows };
    const { after } = placed(uniform(8), uniform(16), resized(4, 6), { change });
    expect(after.slice(0, 4)).toEqual([4, 5, 4, 5]);
    expect(after.slice(4)).toEqual([0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3]);
  });
});

describe('a rebuild', () => {
  test('leaves as much as it can of remainders that are mixed anew', () => {
    // Each of the 12 shares a 24th with two of the 8, which are on the same node when 4 divides both.
    expect(placed(uniform(8), uniform(12), resized(4, 4)).movedShare).toBeCloseTo(0, 12);
    // 8 -> 9: all overlaps are 1/72, so nothing can be kept but one partition of each node's own in n.
    expect(placed(uniform(8), uniform(9), resized(4, 4)).movedShare).toBeCloseTo(3 / 4, 12);
  });

  test('with too many flows to list goes by expected shares', () => {
    const change = { ...expectedCounts(uniform(8), uniform(16)), flows: null };
    expect(placed(uniform(8), uniform(16), resized(4, 6), { change })).toEqual(
      placed(uniform(8), uniform(16), resized(4, 6)),
    );
  });
});

describe('pins', () => {
  test('hold a partition where it is or bring it there, by name or bound', () => {
    const nodes = resized(2, 3);
    const pins = [
      { partition: 'h_6_5', node: 'n1' },
      { partition: { modulus: 6, remainder: 4 }, node: 'n2' },
    ];
    const placement = placed(uniform(6), uniform(6), nodes, { pins });
    expect([placement.after[5], placement.after[4]]).toEqual([0, 1]);
    expect(countsOf(placement.after, 3)).toEqual([2, 2, 2]);
  });

  test('of a partition that is split hold all its parts', () => {
    const { after } = placed(uniform(4), uniform(8), resized(2, 3), { pins: [{ partition: 'h_4_1', node: 'n3' }] });
    expect([after[1], after[5]]).toEqual([2, 2]);
  });

  test('beyond the share of a node leave nothing else there, and the others share the rest', () => {
    const pins = [0, 1, 2, 3, 4].map((remainder) => ({ partition: { modulus: 8, remainder }, node: 'n3' }));
    expect(countsOf(placed(uniform(8), uniform(8), resized(3, 3), { pins }).after, 3).sort()).toEqual([1, 2, 5]);
  });

  test('of a partition that is gone are a warning', () => {
    const pins = [{ partition: 'h_8_1', node: 'n1' }];
    expect(placed(uniform(8), uniform(4), resized(2, 2), { pins }).warnings).toEqual([
      { id: 'pinPartitionGone', params: { value: 'h_8_1', node: 'n1' } },
    ]);
  });

  test('to unknown or leaving nodes, or to two nodes, are refused', () => {
    const pin = (node: string) => ({ partition: 'h_4_1', node });
    expect(refusal(uniform(4), uniform(4), resized(2, 2), { pins: [pin('x')] })).toEqual({
      id: 'pinNodeUnknown',
      params: { value: 'x', partition: 'h_4_1' },
    });
    expect(refusal(uniform(4), uniform(4), resized(2, 1), { pins: [pin('n2')] })).toEqual({
      id: 'pinNodeLeaving',
      params: { value: 'n2', partition: 'h_4_1' },
    });
    const twice = [{ partition: { modulus: 4, remainder: 1 }, node: 'n2' }, pin('n1')];
    expect(refusal(uniform(4), uniform(4), resized(2, 2), { pins: twice })).toEqual({
      id: 'pinTwice',
      params: { value: 'h_4_1', node: 'n2', other: 'n1' },
    });
  });
});

describe('capacities', () => {
  const roomFor = (nodes: readonly NodeSpec[], rows: readonly (number | null)[]): NodeSpec[] =>
    nodes.map((node, i) => ({ ...node, capacityRows: rows[i]! }));

  test('bend the shares when a node would be over its own', () => {
    const nodes = roomFor(resized(2, 3), [null, null, 250]);
    const placement = placed(uniform(12), uniform(12), nodes, { rows: 1200 });
    expect(countsOf(placement.after, 3)).toEqual([5, 5, 2]);
    expect(placement.warnings).toEqual([]);
  });

  test('change nothing while all fits', () => {
    const nodes = resized(2, 3);
    const roomy = roomFor(nodes, [400, 400, 400]);
    expect(placed(uniform(12), uniform(12), roomy, { rows: 1200 })).toEqual(placed(uniform(12), uniform(12), nodes));
  });

  test('that are too small together are warnings, and the shares stay', () => {
    const nodes = roomFor(resized(2, 2), [500, 2000]).map((node) => ({ ...node, capacityBytes: 70_000 }));
    const placement = placed(uniform(2), uniform(2), nodes, { rows: 2000, rowBytes: 100 });
    expect(placement.after).toEqual([0, 1]);
    expect(placement.warnings).toEqual([
      { id: 'nodeOverRows', params: { name: 'n1', value: 1000, max: 500 } },
      { id: 'nodeOverBytes', params: { name: 'n1', value: 100_000, max: 70_000 } },
      { id: 'nodeOverBytes', params: { name: 'n2', value: 100_000, max: 70_000 } },
    ]);
  });

  test('in bytes ask for the bytes of a row', () => {
    const nodes = resized(1, 1).map((node) => ({ ...node, capacityBytes: 10 }));
    expect(placed(uniform(2), uniform(2), nodes, { rows: 2000 }).warnings).toEqual([]);
  });
});

describe('mixed moduli', () => {
  test('balance the share of the hash space and not the number of partitions', () => {
    const mixed = layoutOf('4: 0 1', '8: 2 3 6 7');
    const nodes = resized(2, 2);
    const placement = placed(mixed, mixed, nodes, { before: [0, 0, 1, 1, 1, 1] });
    expect(placement).toMatchObject({ after: [0, 0, 1, 1, 1, 1], movedShare: 0, exact: false });
  });

  test('after a split of one partition move nothing', () => {
    const nodes = resized(4, 4);
    const to = layoutOf('8: 1 2 3 4 5 6 7', '16: 0 8');
    const placement = placed(uniform(8), to, nodes);
    expect(placement.movedShare).toBe(0);
    expect(placement.after.slice(-2)).toEqual([0, 0]);
  });

  test('fill a new node with what fits its share', () => {
    const to = layoutOf('8: 1 2 3 4 5 6 7', '16: 0 8');
    const placement = placed(uniform(8), to, resized(4, 5));
    const held = [0, 0, 0, 0, 0];
    placement.after.forEach((node, t) => {
      held[node]! += 1 / to[t]!.modulus;
    });
    expect(Math.max(...held)).toBeLessThanOrEqual(0.25);
    expect(held[4]).toBeGreaterThanOrEqual(0.125);
    expect(placement.movedShare).toBeLessThanOrEqual(0.1875);
  });
});

describe('a layout', () => {
  test('without a node left is refused', () => {
    expect(refusal(uniform(4), uniform(4), nodesOf('-a', '-b'))).toEqual({
      id: 'placementNoNode',
      params: { value: 2 },
    });
  });

  test('with all on one node moves all when that is replaced', () => {
    expect(placed(uniform(4), uniform(4), nodesOf('-a', '+b'))).toMatchObject({ after: [1, 1, 1, 1], movedShare: 1 });
  });

  test('with gaps is placed like one without', () => {
    const gappy = layoutOf('6: 0 1 3 5');
    expect(countsOf(placed(gappy, gappy, resized(1, 2)).after, 2)).toEqual([2, 2]);
    expect(placed([], [], resized(1, 2))).toMatchObject({ after: [], movedShare: 0 });
  });

  test('moves what measuring the plan says', () => {
    const [from, to, nodes] = [uniform(9), uniform(15), resized(3, 5)];
    const input = inputOf(from, to, nodes);
    const placement = placed(from, to, nodes);
    const change = expectedCounts(from, to);
    const plan: ClusterPlan = { nodes, before: input.before, after: placement.after };
    expect(measureCluster(plan, change).moved! / change.total).toBeCloseTo(placement.movedShare, 12);
  });
});
