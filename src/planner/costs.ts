import type { HashPartition } from '../topology/layout.ts';
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
  if (step.from.length === 0) return free;
  const rows = sum(step.from, (old) => change.from[positionOf(plan.from, old)]);
  const kept = sum(step.from, (old) => heirRows(plan, step, old, change));
  const moved = rows - kept;
  const keepsHeir = plan.recipe === 'keepHalf';
  if (keepsHeir && step.kind === 'split') return { moved, rewritten: moved, read: rows + kept };
  if (keepsHeir && step.kind === 'merge') return { moved, rewritten: moved, read: rows };
  return { moved, rewritten: rows, read: rows };
}

/** The sum over all steps of a plan. */
export function costPlan(plan: Plan, change: ChangeCounts): RowCosts {
  return plan.steps
    .map((step) => costStep(plan, step, change))
    .reduce(
      (total, cost) => ({
        moved: total.moved + cost.moved,
        rewritten: total.rewritten + cost.rewritten,
        read: total.read + cost.read,
      }),
      free,
    );
}

/** Rows of an old partition that its heir in the same step takes over; 0 without an heir. */
function heirRows(plan: Plan, step: PlanStep, old: HashPartition, change: ChangeCounts): number {
  const heir = step.to.find(({ remainder }) => remainder === old.remainder);
  return heir === undefined ? 0 : (change.stay[positionOf(plan.to, heir)] ?? 0);
}

function sum(partitions: readonly HashPartition[], rowsOf: (partition: HashPartition) => number | undefined): number {
  return partitions.reduce((total, partition) => total + (rowsOf(partition) ?? 0), 0);
}
