import type { ClusterPlan } from '../planner/cluster.ts';
import type { ChangeCounts, Plan } from '../planner/plan.ts';
import { computeStripModel, type StripModel } from '../scene/stripModel.ts';
import type { Counted } from './state.ts';

interface KnownModel {
  readonly plan: Plan;
  readonly cluster: ClusterPlan;
  readonly model: StripModel;
}

const known = new WeakMap<ChangeCounts, KnownModel>();

/** The strip of the plan on screen; kept, so that the picture, its exports and what prepares them share it. */
export function stripModelOf({ derived: { plan, cluster }, reply }: Counted): StripModel {
  const change = reply.changes[0]!;
  const last = known.get(change);
  if (last?.plan === plan && last.cluster === cluster) return last.model;
  const model = computeStripModel({ plan, change, cluster });
  known.set(change, { plan, cluster, model });
  return model;
}
