import type { HashPartition, Layout } from '../topology/layout.ts';
import type { ChangeCounts, Plan, PlanStep, RowCosts } from './plan.ts';
import { positionOf } from './progress.ts';

const free: RowCosts = { moved: 0, rewritten: 0, read: 0 };

/**
 * What one step of a plan does to rows, exactly, for the statements of its recipe:
 * - copy: INSERT ... SELECT of every row of the old partitions; CREATE ... PARTITION OF scans nothing
 * - keepHalf, split: one DELETE of the rows that leave reads the old table once; ATTACH of what is left scans that
 * - keepHalf, merge: the other tables are read and inserted; ATTACH of the heir under the wider bound scans its rows
 *   (a wider bound whose heir was a gap has none: all its rows are moved, read and inserted)
 * - prepare, swap, drop and create move no rows
 *
 * `moved` does not depend on the recipe. A new partition's heir is the old one with the same remainder; it overlaps it,
 * so it is always part of the same step.
 */
export function costStep(plan: Plan, step: PlanStep, change: ChangeCounts): RowCosts {
  return costSteps(plan, change)[step.index] ?? free;
}

const known = new WeakMap<Plan, { readonly change: ChangeCounts; readonly costs: readonly RowCosts[] }>();

/** One entry a step, in order; kept, since figures, timeline, list of steps and SQL of one plan all ask for them. */
export function costSteps(plan: Plan, change: ChangeCounts): readonly RowCosts[] {
  const last = known.get(plan);
  if (last?.change === change) return last.costs;
  const heirs = heirPositions(plan.to);
  const costs = plan.steps.map((step) => computeCosts(plan, step, change, heirs));
  known.set(plan, { change, costs });
  return costs;
}

/** The sum over all steps of a plan. */
export function costPlan(plan: Plan, change: ChangeCounts): RowCosts {
  return costSteps(plan, change).reduce(
    (total, cost) => ({
      moved: total.moved + cost.moved,
      rewritten: total.rewritten + cost.rewritten,
      read: total.read + cost.read,
    }),
    free,
  );
}

function computeCosts(plan: Plan, step: PlanStep, change: ChangeCounts, heirs: ReadonlyMap<number, number>): RowCosts {
  if (step.from.length === 0) return free;
  const rows = sum(step.from, (old) => change.from[positionOf(plan.from, old)]);
  const kept = sum(step.from, ({ remainder }) => change.stay[heirs.get(remainder) ?? -1]);
  const moved = rows - kept;
  const keepsHeir = plan.recipe === 'keepHalf';
  if (keepsHeir && step.kind === 'split') return { moved, rewritten: moved, read: rows + kept };
  if (keepsHeir && step.kind === 'merge') return { moved, rewritten: moved, read: rows };
  return { moved, rewritten: rows, read: rows };
}

/** Where the heir of an old remainder stands. Partitions of one layout with equal remainders would overlap: there is one. */
function heirPositions(to: Layout): ReadonlyMap<number, number> {
  return new Map(to.map(({ remainder }, position) => [remainder, position]));
}

function sum(partitions: readonly HashPartition[], rowsOf: (partition: HashPartition) => number | undefined): number {
  return partitions.reduce((total, partition) => total + (rowsOf(partition) ?? 0), 0);
}
