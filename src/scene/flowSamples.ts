import type { KeySample } from '../engine/protocol.ts';
import type { ClusterPlan } from '../planner/cluster.ts';
import type { Plan } from '../planner/plan.ts';
import { buildRouter, routeHash } from '../topology/routing.ts';

/**
 * Row numbers (0-based) of the first sampled keys that go from one partition or node to another; positions as in the
 * layouts of the plan, or in the cluster's nodes when there is one.
 */
export function sampleOfFlow(
  sample: KeySample,
  plan: Plan,
  cluster: ClusterPlan | null,
  from: number,
  to: number,
  most: number,
): number[] {
  const [old, next] = [buildRouter(plan.from), buildRouter(plan.to)];
  const found: number[] = [];
  for (let i = 0; i < sample.rows.length && found.length < most; i++) {
    const before = routeHash(old, sample.hashHi[i]!, sample.hashLo[i]!);
    const after = routeHash(next, sample.hashHi[i]!, sample.hashLo[i]!);
    if (before < 0 || after < 0) continue;
    const start = cluster === null ? before : cluster.before[before];
    const end = cluster === null ? after : cluster.after[after];
    if (start === from && end === to) found.push(sample.rows[i]!);
  }
  return found;
}
