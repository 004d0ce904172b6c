import { schemeFields } from '../fields.ts';
import { preparePair, type Router, type Scheme } from '../scheme.ts';
import { wordMovement } from '../wordMovement.ts';

/**
 * Hash partitions of pg_pathman: the 32-bit hash of the key, unsigned, modulo the number of children; child i on node i. The
 * number is fixed once the partitions are made, so that another one means a new table and a copy of every row.
 */
export const pathman: Scheme = {
  id: 'pathman',
  source: {
    title: 'pg_pathman: hash partitioning (README, get_hash_part_idx)',
    url: 'https://github.com/postgrespro/pg_pathman',
  },
  notes: ['pathmanFixedCount'],
  fields: schemeFields.pathman,
  movement: 'words',
  sequential: false,
  needs: () => 'short',
  traits: () => ({ shrink: 'none', weights: false, inPlace: false, lookup: 'O(1)' }),
  check: () => null,
  refuseMore: () => 'cannot add new HASH partitions',
  prepare: (_config, change) =>
    preparePair(
      change,
      (members) => prepareChildren(members.length),
      () => ({ kind: 'exact', fraction: wordMovement(change, unsignedValues) }),
    ),
};

function prepareChildren(children: number): Router {
  return {
    route({ short }, count, out) {
      for (let i = 0; i < count; i++) out[i] = (short[i]! >>> 0) % children;
    },
    // The list of the children's oids.
    memoryBytes: 4 * children,
    lookupSteps: 2,
    circle: null,
  };
}

/** Numbers below 2^32 with a residue. */
function unsignedValues(residue: number, multiple: number): number {
  return Math.floor((4_294_967_295 - residue) / multiple) + 1;
}
