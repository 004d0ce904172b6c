import type { ClusterPlan } from './cluster.ts';
import type { ChangeCounts, Plan } from './plan.ts';

/**
 * Rows on each node after so many whole steps of a plan, over all keys. A partition's rows go to the nodes of their new
 * partitions with the last step that takes from it; a partition that no step touches goes with the end of the plan.
 * Null when the counts by pair of partitions are too many to be told.
 */
export function nodeRowsAt(
  plan: Plan,
  cluster: ClusterPlan,
  change: ChangeCounts,
  step: number,
): readonly number[] | null {
  if (change.flows === null) return null;
  const lastStep = new Map<string, number>();
  for (const { index, from } of plan.steps) for (const { name } of from) lastStep.set(name, index);
  const done = plan.from.map(({ name }) => step > (lastStep.get(name) ?? plan.steps.length - 1));
  const rows = cluster.nodes.map(() => 0);
  for (const { from, to, rows: count } of change.flows) {
    const node = done[from] === true ? cluster.after[to] : cluster.before[from];
    if (node !== undefined) rows[node]! += count;
  }
  return rows;
}
