import { schemeFields } from '../fields.ts';
import { keyedHash } from '../hashes/keyedHash.ts';
import { type NodeSalts, saltNodes } from '../hashes/nodeSalts.ts';
import type { Member, MemberChange } from '../nodes.ts';
import { preparePair, type Router, type Scheme } from '../scheme.ts';

/**
 * Rendezvous hashing with weights: the score of a node of weight w is -w / ln u, and the highest has the key. -ln u / w is
 * the time at which an exponential clock of rate w rings, so the first clock wins, in proportion to its rate.
 *
 * u = (h + 1/2) / 2^32 for a 32-bit draw h: shares are true to about 2^-32 of all keys. The last bit of Math.log is the
 * engine's own affair; it matters where two times agree in 15 digits.
 */
export const weightedRendezvous: Scheme = {
  id: 'weightedRendezvous',
  source: {
    title: 'Schindelhauer, Schomaker: Weighted Distributed Hash Tables (2005)',
    url: 'https://doi.org/10.1145/1073970.1074008',
  },
  fields: schemeFields.weightedRendezvous,
  movement: 'weighted',
  sequential: false,
  needs: () => 'row',
  traits: () => ({ shrink: 'any', weights: true, inPlace: true, lookup: 'O(N)' }),
  check: () => null,
  prepare: (_config, change) =>
    preparePair(change, prepareClocks, () => ({ kind: 'exact', fraction: 1 - keptFraction(change) })),
};

function prepareClocks(members: readonly Member[]): Router {
  const salts = saltNodes(members);
  const weights = Float64Array.from(salts.members, (index) => members[index]!.weight);
  return {
    route({ hi, lo }, count, out) {
      for (let i = 0; i < count; i++) out[i] = firstClock(hi[i]!, lo[i]!, salts, weights);
    },
    // A hash of 64 bits and a weight in double precision a node.
    memoryBytes: 16 * members.length,
    lookupSteps: members.length,
    circle: null,
  };
}

/** A little above 1, so that rounding can't skip a node which the logarithm would have chosen. */
const MARGIN = 1 + 2 ** -48;

/** The node whose clock rings first; of equal times, the first by name. */
function firstClock(
  hi: number,
  lo: number,
  { members, hi: saltHi, lo: saltLo }: NodeSalts,
  weights: Float64Array,
): number {
  let first = Number.POSITIVE_INFINITY;
  let owner = 0;
  for (let k = 0; k < members.length; k++) {
    const weight = weights[k]!;
    const u = (keyedHash(hi, lo, saltHi[k]!, saltLo[k]!) + 0.5) / 4294967296;
    // -ln u is never below 1 - u, which is enough to pass over most nodes without a logarithm.
    if (1 - u > first * weight * MARGIN) continue;
    const time = -Math.log(u) / weight;
    if (time >= first) continue;
    first = time;
    owner = members[k]!;
  }
  return owner;
}

/**
 * Node a keeps a key when it is first on both sides, that is when for every other node x the draw E(x), exponential of
 * rate 1, exceeds E(a) max(w(x) / w(a), w'(x) / w'(a)), with weight 0 where x is absent. The chance of that is 1 over 1
 * plus the sum of these quotients.
 */
function keptFraction({ before, after }: MemberChange): number {
  const later = new Map(after.map(({ name, weight }) => [name, weight]));
  const earlier = new Set(before.map(({ name }) => name));
  const pairs = before.map(({ name, weight }) => ({ old: weight, now: later.get(name) ?? 0 }));
  for (const { name, weight } of after) if (!earlier.has(name)) pairs.push({ old: 0, now: weight });
  let kept = 0;
  for (const { old, now } of pairs) {
    if (old === 0 || now === 0) continue;
    // The node itself adds the 1.
    const rivals = pairs.reduce((sum, other) => sum + Math.max(other.old / old, other.now / now), 0);
    kept += 1 / rivals;
  }
  // Rounding may carry a cluster that does not change a little above 1.
  return Math.min(1, kept);
}
