import { measureBalance } from '../planner/balance.ts';
import type { ClusterCounts } from '../planner/cluster.ts';
import { measureCluster } from '../planner/clusterCounts.ts';
import { costPlan, costSteps } from '../planner/costs.ts';
import { lowerBound } from '../planner/lowerBound.ts';
import type { ChangeCounts, Plan, RowCosts } from '../planner/plan.ts';
import type { LayoutSpec } from '../topology/layoutSpec.ts';
import type { Counted } from './state.ts';

/** What going to one target means, in exact figures over all keys. */
export interface TargetFigures {
  /** null for the target that was asked for. */
  readonly spec: LayoutSpec | null;
  readonly plan: Plan;
  readonly change: ChangeCounts;
  readonly costs: RowCosts;
  /** Rows of the fullest partition over the mean, after the change. */
  readonly hottest: number;
}

export interface Figures {
  readonly target: TargetFigures;
  readonly alternatives: readonly TargetFigures[];
  readonly lowerBound: number;
}

let last: { readonly counted: Counted; readonly figures: Figures } | null = null;

/** The figures of the plan on screen and of the targets beside it; kept until the counts or the plan change. */
export function figuresOf(counted: Counted): Figures {
  if (last?.counted !== counted) last = { counted, figures: computeFigures(counted) };
  return last.figures;
}

function computeFigures({ derived, reply }: Counted): Figures {
  const [first, ...others] = reply.changes;
  const target = describeTarget(null, derived.plan, first!);
  return {
    target,
    alternatives: derived.alternatives.map(({ spec, plan }, index) => describeTarget(spec, plan, others[index]!)),
    lowerBound: lowerBound(first!, derived.from, derived.to),
  };
}

function describeTarget(spec: LayoutSpec | null, plan: Plan, change: ChangeCounts): TargetFigures {
  const hottest = measureBalance(plan.to, change.to).hottest;
  return { spec, plan, change, costs: costPlan(plan, change), hottest };
}

let lastCluster: { readonly counted: Counted; readonly counts: ClusterCounts } | null = null;

/** Rows by node, before and after; kept until the counts or the nodes change. */
export function clusterCountsOf(counted: Counted): ClusterCounts {
  if (lastCluster?.counted !== counted) {
    const { derived, reply } = counted;
    lastCluster = { counted, counts: measureCluster(derived.cluster, reply.changes[0]!) };
  }
  return lastCluster.counts;
}

/** 12 400, with plain spaces: SQL files are opened by everything. */
export function plainInteger(value: number): string {
  return String(value).replaceAll(/\B(?=(\d{3})+$)/g, ' ');
}

/** The comment of each step in the exported SQL. English, as SQL files are. */
export function stepNotes({ derived, reply }: Counted): string[] {
  return costSteps(derived.plan, reply.changes[0]!).map(({ moved, rewritten, read }) => {
    if (read === 0 && rewritten === 0) return 'copies no rows';
    return `reads ${plainInteger(read)} rows, writes ${plainInteger(rewritten)}, ${plainInteger(moved)} change table`;
  });
}
