import { schemeFields } from '../fields.ts';
import { buildRing, checkRing, ringHashOf } from '../plainRing.ts';
import { ringPair } from '../ringRouter.ts';
import type { Scheme } from '../scheme.ts';

/** Consistent hashing: each node owns the stretches of a circle before its virtual nodes. */
export const ring: Scheme = {
  id: 'ring',
  source: {
    title: 'Karger et al. 1997, Consistent Hashing and Random Trees',
    url: 'https://doi.org/10.1145/258533.258660',
  },
  fields: schemeFields.ring,
  movement: 'arcs',
  sequential: false,
  needs: (config) => ringHashOf(config).need,
  traits: () => ({ shrink: 'any', weights: true, inPlace: true, lookup: 'O(log NV)' }),
  check: checkRing,
  prepare: (config, change) => ringPair(change, (members) => buildRing(config, members), ringHashOf(config).placeKeys),
};
