import type { NodeSpec } from '../schemes/nodes.ts';
import type { ClusterCounts, ClusterPlan, NodeFlow } from './cluster.ts';
import type { ChangeCounts, Flow } from './plan.ts';

/** Rows by node before and after, and between nodes. Rows in a gap of a layout are on no node there. */
export function measureCluster(plan: ClusterPlan, change: ChangeCounts): ClusterCounts {
  const flows = change.flows === null ? null : nodeFlows(plan, change.flows);
  return {
    before: rowsByNode(plan, plan.before, change.from),
    after: rowsByNode(plan, plan.after, change.to),
    moved: flows === null ? null : rowsThatMove(flows),
    flows,
  };
}

function rowsThatMove(flows: readonly NodeFlow[]): number {
  return flows.reduce((sum, { from, to, rows }) => (from === to ? sum : sum + rows), 0);
}

function rowsByNode({ nodes }: ClusterPlan, nodeOf: readonly number[], rows: readonly number[]): number[] {
  const sums = nodes.map(() => 0);
  nodeOf.forEach((node, partition) => {
    sums[node]! += rows[partition]!;
  });
  return sums;
}

function nodeFlows({ nodes, before, after }: ClusterPlan, flows: readonly Flow[]): NodeFlow[] {
  const cells = new Map<number, number>();
  for (const { from, to, rows } of flows) {
    const cell = before[from]! * nodes.length + after[to]!;
    cells.set(cell, (cells.get(cell) ?? 0) + rows);
  }
  return [...cells]
    .sort(([a], [b]) => a - b)
    .map(([cell, rows]) => ({ from: Math.floor(cell / nodes.length), to: cell % nodes.length, rows }));
}

/**
 * The least number of rows that any scheme must move between these nodes to turn the rows of before into ideal shares by
 * weight: the sum over nodes of max(0, before - share after), half the L1 distance. Nodes keep their names, so no
 * relabelling helps. Rounded up to whole rows. A count of moved rows can be below it by the rounding of shares to whole
 * partitions: 32 partitions from 4 to 5 nodes move 6/32 and not 1/5.
 * @param nodes as in `counts`, at least one of them not leaving
 */
export function clusterLowerBound(counts: Pick<ClusterCounts, 'before'>, nodes: readonly NodeSpec[]): number {
  const total = counts.before.reduce((sum, rows) => sum + rows, 0);
  const weightOf = ({ state, weight }: NodeSpec): number => (state === 'leaving' ? 0 : weight);
  const weights = nodes.reduce((sum, node) => sum + weightOf(node), 0);
  // Over the common denominator the terms of whole weights are whole.
  const over = counts.before.reduce(
    (sum, rows, i) => sum + Math.max(0, rows * weights - total * weightOf(nodes[i]!)),
    0,
  );
  const least = over / weights;
  const whole = Math.round(least);
  return Math.abs(least - whole) <= 8 * Number.EPSILON * total ? whole : Math.ceil(least);
}
