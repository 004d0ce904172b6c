import type { ChangeCounts } from '../planner/plan.ts';
import { distinctModuli } from '../topology/boundOrder.ts';
import type { Layout } from '../topology/layout.ts';
import type { Message } from './message.ts';
import type { StripInput } from './stripModel.ts';

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
