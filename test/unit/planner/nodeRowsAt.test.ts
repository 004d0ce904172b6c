import { describe, expect, it } from 'vitest';
import type { ClusterPlan } from '../../../src/planner/cluster.ts';
import { initialPlacement } from '../../../src/planner/initialPlacement.ts';
import { nodeRowsAt } from '../../../src/planner/nodeRowsAt.ts';
import { placeTarget } from '../../../src/planner/placeTarget.ts';
import type { Plan } from '../../../src/planner/plan.ts';
import { resized } from '../../fixtures/nodes.ts';
import { countChange, planOf, randomSample } from '../../fixtures/stripPlan.ts';

const sample = randomSample(2000, 5);

function clusterFor({ from, to }: Plan, before: number, after: number): ClusterPlan {
  const nodes = resized(before, after);
  const there = initialPlacement(from, nodes);
  const placed = placeTarget({ from, to, nodes, before: there, change: null, rows: null, pins: [], rowBytes: null });
  if (!placed.ok) throw new Error(placed.error.id);
  return { nodes, before: there, after: placed.value.after };
}

/** Rows by node, one key after the other, by BigInt arithmetic on the bounds alone. */
function naiveRows(plan: Plan, cluster: ClusterPlan, isDone: (from: number) => boolean): number[] {
  const rows = cluster.nodes.map(() => 0);
  for (let i = 0; i < sample.rows.length; i++) {
    const hash = (BigInt(sample.hashHi[i]!) << 32n) | BigInt(sample.hashLo[i]!);
    const find = (layout: Plan['from']) =>
      layout.findIndex(({ modulus, remainder }) => hash % BigInt(modulus) === BigInt(remainder));
    const from = find(plan.from);
    rows[isDone(from) ? cluster.after[find(plan.to)]! : cluster.before[from]!]! += 1;
  }
  return rows;
}

/** Steps done when a partition has gone: all that take from it. */
function goneAfter(plan: Plan, from: number): number {
  const touching = plan.steps.filter((step) => step.from.some(({ name }) => name === plan.from[from]!.name));
  return touching.length === 0 ? plan.steps.length : Math.max(...touching.map(({ index }) => index + 1));
}

describe('rows on nodes at the playhead', () => {
  it.each([
    ['8', '16', 4, 6],
    ['16', '4', 4, 2],
    ['8', '12', 4, 6],
    ['2:0 4:1 4:3', '4', 2, 3],
    ['2:1 4:0 4:2', '2:0 4:1 4:3', 3, 3],
  ])('from %s to %s are those of every single key after each step, %d nodes becoming %d', (from, to, before, after) => {
    const plan = planOf(from, to);
    const cluster = clusterFor(plan, before, after);
    const change = countChange(plan.from, plan.to, sample);
    for (let step = 0; step <= plan.steps.length; step++) {
      const rows = nodeRowsAt(plan, cluster, change, step);
      expect(rows, `after ${step} steps`).toEqual(naiveRows(plan, cluster, (at) => step >= goneAfter(plan, at)));
      expect(rows!.reduce((sum, count) => sum + count)).toBe(2000);
    }
  });

  it('are those of before at the start and of after at the end', () => {
    const plan = planOf('8', '16');
    const cluster = clusterFor(plan, 4, 6);
    const change = countChange(plan.from, plan.to, sample);
    expect(nodeRowsAt(plan, cluster, change, 0)!.slice(4)).toEqual([0, 0]);
    const rows = cluster.nodes.map(() => 0);
    cluster.after.forEach((node, to) => {
      rows[node]! += change.to[to]!;
    });
    expect(nodeRowsAt(plan, cluster, change, plan.steps.length)).toEqual(rows);
  });

  it('are those of after where no partition changes, as there is no step to wait for', () => {
    const plan = planOf('8', '8');
    const cluster = clusterFor(plan, 2, 4);
    const change = countChange(plan.from, plan.to, sample);
    expect(nodeRowsAt(plan, cluster, change, 0)).toEqual(naiveRows(plan, cluster, () => true));
    expect(cluster.after).not.toEqual(cluster.before);
  });

  it('leave with the end of the plan from a partition that keeps its table', () => {
    const plan = planOf('2:0 2:1', '2:0 4:1 4:3');
    const cluster: ClusterPlan = { nodes: resized(2, 3), before: [0, 1], after: [2, 1, 1] };
    const change = countChange(plan.from, plan.to, sample);
    expect(plan.steps).toHaveLength(1);
    expect(nodeRowsAt(plan, cluster, change, 0)).toEqual([...change.from, 0]);
    expect(nodeRowsAt(plan, cluster, change, 1)).toEqual([0, change.from[1], change.from[0]]);
  });

  it('are unknown where the pairs of partitions are too many to be told', () => {
    const plan = planOf('8', '16');
    const change = { ...countChange(plan.from, plan.to, sample), flows: null };
    expect(nodeRowsAt(plan, clusterFor(plan, 4, 6), change, 0)).toBeNull();
  });
});
