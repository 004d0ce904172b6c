import { type Problem, problem } from '../lib/problem.ts';
import { err, ok, type Result } from '../lib/result.ts';
import type { NodeSpec } from '../schemes/nodes.ts';
import { overlaps } from '../topology/coverage.ts';
import type { HashBound, Layout } from '../topology/layout.ts';

/**
 * A partition that must be on a node, by its name or by its bound. A pin of an old partition, or of a bound that is cut
 * further, holds for every new partition inside it.
 */
export interface Pin {
  readonly partition: string | HashBound;
  readonly node: string;
}

export interface Pinned {
  /** For each new partition the position of its node, -1 when it is free. */
  readonly nodeOf: readonly number[];
  /** `pinPartitionGone` for pins that hold for no new partition. */
  readonly warnings: readonly Problem[];
}

/** Refusals: pinNodeUnknown, pinNodeLeaving, pinTwice. */
export function resolvePins(
  pins: readonly Pin[],
  nodes: readonly NodeSpec[],
  from: Layout,
  to: Layout,
): Result<Pinned, Problem> {
  const nodeOf = to.map(() => -1);
  const warnings: Problem[] = [];
  for (const pin of pins) {
    const partition = pinText(pin);
    const node = nodes.findIndex(({ name }) => name === pin.node);
    if (node < 0) return err(problem('pinNodeUnknown', { value: pin.node, partition }));
    if (nodes[node]!.state === 'leaving') return err(problem('pinNodeLeaving', { value: pin.node, partition }));
    const held = heldBy(pin, from, to);
    if (held.length === 0) warnings.push(problem('pinPartitionGone', { value: partition, node: pin.node }));
    for (const t of held) {
      const other = nodeOf[t]!;
      if (other >= 0 && other !== node) {
        return err(problem('pinTwice', { value: to[t]!.name, node: nodes[other]!.name, other: pin.node }));
      }
      nodeOf[t] = node;
    }
  }
  return ok({ nodeOf, warnings });
}

/** Positions of the new partitions that a pin holds for. */
function heldBy({ partition }: Pin, from: Layout, to: Layout): number[] {
  const bound = typeof partition === 'string' ? boundNamed(partition, from, to) : partition;
  if (bound === undefined) return [];
  return to.flatMap((added, t) => (added.modulus % bound.modulus === 0 && overlaps(added, bound) ? [t] : []));
}

function boundNamed(wanted: string, from: Layout, to: Layout): HashBound | undefined {
  return to.find(({ name }) => name === wanted) ?? from.find(({ name }) => name === wanted);
}

function pinText({ partition }: Pin): string {
  return typeof partition === 'string' ? partition : `(${partition.modulus}, ${partition.remainder})`;
}
