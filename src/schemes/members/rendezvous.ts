import { schemeFields } from '../fields.ts';
import { keyedHash } from '../hashes/keyedHash.ts';
import { type NodeSalts, saltNodes } from '../hashes/nodeSalts.ts';
import type { Member, MemberChange } from '../nodes.ts';
import { preparePair, type Router, type Scheme } from '../scheme.ts';

/**
 * Rendezvous hashing, or highest random weight: each node draws a number for the key from its name, and the highest has
 * it. Names decide, not the order of the list; weights are not looked at.
 */
export const rendezvous: Scheme = {
  id: 'rendezvous',
  source: {
    title: 'Thaler, Ravishankar: Using name-based mappings to increase hit rates (1998)',
    url: 'https://doi.org/10.1109/90.663936',
  },
  fields: schemeFields.rendezvous,
  movement: 'winners',
  sequential: false,
  needs: () => 'row',
  traits: () => ({ shrink: 'any', weights: false, inPlace: true, lookup: 'O(N)' }),
  check: () => null,
  prepare: (_config, change) =>
    preparePair(change, prepareRendezvous, () => ({ kind: 'exact', fraction: 1 - keptFraction(change) })),
};

function prepareRendezvous(members: readonly Member[]): Router {
  const salts = saltNodes(members);
  return {
    route({ hi, lo }, count, out) {
      for (let i = 0; i < count; i++) out[i] = highest(hi[i]!, lo[i]!, salts);
    },
    // A hash of 64 bits a node.
    memoryBytes: 8 * members.length,
    lookupSteps: members.length,
    circle: null,
  };
}

/** Of equal draws, one in 2^32, the first by name wins. */
function highest(hi: number, lo: number, { members, hi: saltHi, lo: saltLo }: NodeSalts): number {
  let best = -1;
  let owner = 0;
  for (let k = 0; k < members.length; k++) {
    const draw = keyedHash(hi, lo, saltHi[k]!, saltLo[k]!);
    if (draw <= best) continue;
    best = draw;
    owner = members[k]!;
  }
  return owner;
}

/** A key stays where the highest of all the nodes, old and new, is on both sides. */
function keptFraction({ before, after }: MemberChange): number {
  const names = new Set(before.map(({ name }) => name));
  const common = after.filter(({ name }) => names.has(name)).length;
  return common / (before.length + after.length - common);
}
