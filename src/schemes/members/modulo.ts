import { modulo64 } from '../../hash/modulo.ts';
import { gcd } from '../../lib/integers.ts';
import { schemeFields } from '../fields.ts';
import type { Member } from '../nodes.ts';
import { preparePair, type Router, type Scheme } from '../scheme.ts';

/** hash mod N over the nodes in list order: perfect balance, and nearly every key moves when N changes. */
export const modulo: Scheme = {
  id: 'modulo',
  source: {
    title: 'Division method of hashing (Knuth, TAOCP 3, 6.4)',
    url: 'https://www-cs-faculty.stanford.edu/~knuth/taocp.html',
  },
  fields: schemeFields.modulo,
  movement: 'gcd',
  sequential: false,
  needs: () => 'row',
  traits: () => ({ shrink: 'last', weights: false, inPlace: false, lookup: 'O(1)' }),
  check: () => null,
  prepare: (_config, change) =>
    preparePair(change, prepareModulo, () => ({ kind: 'exact', fraction: movedFraction(change.before, change.after) })),
};

function prepareModulo(members: readonly Member[]): Router {
  const modulus = members.length;
  return {
    route({ hi, lo }, count, out) {
      for (let i = 0; i < count; i++) out[i] = modulo64(hi[i]!, lo[i]!, modulus);
    },
    memoryBytes: 0,
    lookupSteps: 1,
    circle: null,
  };
}

/** Pairs of remainders that agree on a member: each of the lcm(N, M) residues is met equally often. */
function movedFraction(before: readonly Member[], after: readonly Member[]): number {
  const common = gcd(before.length, after.length);
  const residues = (before.length / common) * after.length;
  const places = new Map(after.map(({ name }, index) => [name, index]));
  // Residues x with x mod N = i and x mod M = j exist, once in lcm(N, M), when i and j agree modulo gcd(N, M).
  const stay = before.filter(({ name }, index) => {
    const place = places.get(name);
    return place !== undefined && (place - index) % common === 0;
  });
  return 1 - stay.length / residues;
}
