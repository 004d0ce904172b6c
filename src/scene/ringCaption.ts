import type { Plan } from '../planner/plan.ts';
import type { RingModel } from './ringModel.ts';

/** What a line in the middle of the ring says: the ending of its text, and the text's values. */
export interface RingLine {
  readonly id:
    | 'modulus'
    | 'partitions'
    | 'none'
    | 'moved'
    | 'rebuild'
    | 'change'
    | 'halve'
    | 'split'
    | 'merge'
    | 'nodes'
    | 'arcs';
  readonly params: Readonly<Record<string, number>>;
}

/** The only modulus of a layout that has all its remainders; null when there is no such one. */
function soleModulus(layout: Plan['from']): number | null {
  const { modulus } = layout[0] ?? { modulus: 0 };
  return modulus === layout.length && layout.every((bound) => bound.modulus === modulus) ? modulus : null;
}

function changeLine({ kind, from, to }: Plan, moved: number): RingLine {
  if (kind === 'none') return { id: moved > 0 ? 'moved' : 'none', params: {} };
  if (kind === 'rebuild') return { id: 'rebuild', params: {} };
  const [old, next] = [soleModulus(from), soleModulus(to)];
  if (old === null || next === null) return { id: 'change', params: {} };
  if (next === 2 * old) return { id: 'halve', params: { modulus: old } };
  return next > old ? { id: 'split', params: { parts: next / old } } : { id: 'merge', params: { parts: old / next } };
}

/** What stands in the middle of the ring: before and after as numbers, and two lines that say what the arcs are and do. */
export function ringCaption({ strip, nodes, counts, arcsAt, steps }: RingModel): {
  readonly before: number;
  readonly after: number;
  readonly lines: readonly RingLine[];
} {
  if (strip === null) {
    return {
      before: nodes.filter(({ state }) => state !== 'joining').length,
      after: nodes.filter(({ state }) => state !== 'leaving').length,
      lines: [
        { id: 'nodes', params: {} },
        { id: 'arcs', params: { arcs: arcsAt(steps).count } },
      ],
    };
  }
  const { plan } = strip.input;
  const uniform = soleModulus(plan.to) !== null;
  return {
    before: plan.from.length,
    after: plan.to.length,
    lines: [{ id: uniform ? 'modulus' : 'partitions', params: {} }, changeLine(plan, counts.moved)],
  };
}
