import type { ChangeCounts, Plan } from '../planner/plan.ts';
import { distinctModuli } from '../topology/boundOrder.ts';
import type { Layout } from '../topology/layout.ts';
import type { Message } from './message.ts';
import type { StripInput } from './stripModel.ts';

/** A legal target near the one asked for, with its exact cost; what the headline recommends instead of a rebuild. */
export interface HeadlineAlternative {
  readonly partitions: number;
  readonly moved: number;
}

/** Rows that change table: all rows that are in an old and in a new partition, but not in the old one's heir. */
export function countMoved(change: ChangeCounts): number {
  if (change.flows !== null) {
    const carried = change.flows.reduce((sum, flow) => sum + flow.rows, 0);
    return carried - change.stay.reduce((sum, rows) => sum + rows, 0);
  }
  return change.total - change.fromMissing - change.stay.reduce((sum, rows) => sum + rows, 0);
}

function isUniform(layout: Layout): boolean {
  const moduli = distinctModuli(layout);
  return moduli.length === 1 && moduli[0] === layout.length;
}

function stepUnit(plan: Plan): 'split' | 'merge' | 'mixed' {
  if (plan.steps.every((step) => step.kind === 'split')) return 'split';
  return plan.steps.every((step) => step.kind === 'merge') ? 'merge' : 'mixed';
}

/**
 * The stage's sentence, with exact figures. Ids and params:
 * - headline.none {from, total}
 * - headline.inPlace.split | .merge | .mixed {from, to, moved, total, share, steps}
 * - headline.rebuild {from, to, moved, total, share} and, with an alternative, headline.rebuildOr with altTo, altMoved,
 *   altShare as well
 *
 * from and to are numbers of partitions, shares are 0..1.
 */
export function computeHeadline(input: StripInput, alternative: HeadlineAlternative | null): Message {
  const { plan, change } = input;
  const { total } = change;
  if (plan.kind === 'none') return { id: 'headline.none', params: { from: plan.from.length, total } };
  const moved = countMoved(change);
  const share = total === 0 ? 0 : moved / total;
  const params = { from: plan.from.length, to: plan.to.length, moved, total, share };
  if (plan.kind === 'inPlace') {
    return { id: `headline.inPlace.${stepUnit(plan)}`, params: { ...params, steps: plan.steps.length } };
  }
  if (alternative === null) return { id: 'headline.rebuild', params };
  const altShare = total === 0 ? 0 : alternative.moved / total;
  const alt = { altTo: alternative.partitions, altMoved: alternative.moved, altShare };
  return { id: 'headline.rebuildOr', params: { ...params, ...alt } };
}

/**
 * One sentence that equals the drawing at plan time t, for aria-describedby: strip.summary {before, after, total, moved,
 * share, done, steps}. `after` counts the partitions that exist now.
 */
export function computeSummary(input: StripInput, after: number, t: number): Message {
  const { plan, change } = input;
  const moved = countMoved(change);
  const share = change.total === 0 ? 0 : moved / change.total;
  const { total } = change;
  const done = Math.floor(t);
  const id = `strip.summary.${plan.kind}`;
  return { id, params: { before: plan.from.length, after, total, moved, share, done, steps: plan.steps.length } };
}

/** Moduli of a layout for a caption: strip.modulus {modulus} when there is one for all, strip.moduli {moduli} when mixed. */
export function describeModuli(layout: Layout): Message {
  const moduli = distinctModuli(layout);
  if (isUniform(layout)) return { id: 'strip.modulus', params: { modulus: layout.length } };
  return { id: 'strip.moduli', params: { moduli: moduli.join(', '), partitions: layout.length } };
}
