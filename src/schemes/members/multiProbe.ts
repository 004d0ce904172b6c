import { numberOf } from '../config.ts';
import { schemeFields } from '../fields.ts';
import type { Member } from '../nodes.ts';
import { probeMovement } from '../probeMovement.ts';
import { probe, probeRing } from '../probeRing.ts';
import { preparePair, type Router, type Scheme } from '../scheme.ts';

/** Bytes of a point, a 64-bit place and an owner, and of an entry of the index into the points. */
const POINT_BYTES = 8 + 2;
const INDEX_BYTES = 2;

/** Consistent hashing with one point a node and several probes a key; hashes and probes as in dgryski's go-mpchash. */
export const multiProbe: Scheme = {
  id: 'multiProbe',
  source: {
    title: "Appleton and O'Reilly 2015, Multi-probe consistent hashing",
    url: 'https://arxiv.org/abs/1505.00062',
  },
  fields: schemeFields.multiProbe,
  movement: 'probes',
  sequential: false,
  needs: () => 'text',
  traits: () => ({ shrink: 'any', weights: false, inPlace: true, lookup: 'O(k)' }),
  check: () => null,
  prepare: (config, change) => {
    const probes = numberOf(config, 'probes');
    return preparePair(
      change,
      (members) => prepareProbes(members, probes),
      () => ({ kind: 'exact', fraction: probeMovement(change, probes) }),
    );
  },
};

function prepareProbes(members: readonly Member[], probes: number): Router {
  const ring = probeRing(members);
  return {
    route({ data, offsets }, count, out) {
      for (let i = 0; i < count; i++) out[i] = probe(ring, probes, data, offsets[i]!, offsets[i + 1]!);
    },
    memoryBytes: POINT_BYTES * members.length + INDEX_BYTES * ring.first.length,
    // Two hashes; for each probe the index, the point and its distance.
    lookupSteps: 2 + 3 * probes,
    // A key is where its nearest probe is, which depends on the nodes.
    circle: null,
  };
}
