import { problem } from '../../lib/problem.ts';
import { err, ok } from '../../lib/result.ts';
import type { HashBound } from '../../topology/layout.ts';
import type { Edit } from './edit.ts';
import { hasBound } from './layoutSpecs.ts';

interface Placing {
  readonly side: 'from' | 'to';
  readonly bound: HashBound;
  /** Null leaves the partition to the planner again. */
  readonly node: string | null;
}

/** Says where a partition of the old layout lies, or pins one of the new layout to a node. */
export const placePartition: Edit<Placing> = {
  id: 'placePartition',
  label: (_document, { bound, node }) => ({
    key: node === null ? 'edit.unplacePartition' : 'edit.placePartition',
    params: { modulus: bound.modulus, remainder: bound.remainder, node: node ?? '' },
  }),
  apply: (document, { side, bound: { modulus, remainder }, node }) => {
    const others = document.placed.filter(
      (entry) => entry.side !== side || entry.modulus !== modulus || entry.remainder !== remainder,
    );
    if (node === null) return ok({ ...document, placed: others });
    if (!hasBound(document[side], { modulus, remainder })) {
      return err(problem('partitionMissing', { value: `(${modulus}, ${remainder})` }));
    }
    return ok({ ...document, placed: [...others, { side, modulus, remainder, node }] });
  },
  history: 'record',
};
