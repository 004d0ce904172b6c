import type { Plan } from '../planner/plan.ts';
import type { Message } from './message.ts';
import type { RingModel } from './ringModel.ts';

/** The only modulus of a layout that has all its remainders; null when there is no such one. */
function soleModulus(layout: Plan['from']): number | null {
  const { modulus } = layout[0] ?? { modulus: 0 };
  return modulus === layout.length && layout.every((bound) => bound.modulus === modulus) ? modulus : null;
}

function changeLine({ kind, from, to }: Plan): Message {
  if (kind === 'none') return { id: 'ring.line.none', params: {} };
  if (kind === 'rebuild') return { id: 'ring.line.rebuild', params: {} };
  const [old, next] = [soleModulus(from), soleModulus(to)];
  if (old === null || next === null) return { id: 'ring.line.change', params: {} };
  if (next === 2 * old) return { id: 'ring.line.halve', params: { modulus: old } };
  return next > old
    ? { id: 'ring.line.split', params: { parts: next / old } }
    : { id: 'ring.line.merge', params: { parts: old / next } };
}

/** What stands in the middle of the ring: before and after as numbers, and two lines that say what the arcs are and do. */
export function ringCaption({ strip, nodes, arcsAt, steps }: RingModel): {
  readonly before: number;
  readonly after: number;
  readonly lines: readonly Message[];
} {
  if (strip === null) {
    return {
      before: nodes.filter(({ state }) => state !== 'joining').length,
      after: nodes.filter(({ state }) => state !== 'leaving').length,
      lines: [
        { id: 'ring.line.nodes', params: {} },
        { id: 'ring.line.arcs', params: { arcs: arcsAt(steps).count } },
      ],
    };
  }
  const { plan } = strip.input;
  const uniform = soleModulus(plan.to) !== null;
  return {
    before: plan.from.length,
    after: plan.to.length,
    lines: [{ id: uniform ? 'ring.line.modulus' : 'ring.line.partitions', params: {} }, changeLine(plan)],
  };
}
