import { harmonic } from '../../lib/harmonic.ts';
import { schemeFields } from '../fields.ts';
import type { Member, MemberChange } from '../nodes.ts';
import { preparePair, type Router, type Scheme } from '../scheme.ts';

/**
 * Jump consistent hash. A key is followed while the list of buckets grows: at size b + 1 it jumps to the newest bucket
 * with chance 1 / (b + 1). Its row hash seeds the chances, and each draw gives the size of the next jump at once.
 * Bucket j is the member at place j of the list, so only the last one can leave without moving the keys of others.
 */
export const jump: Scheme = {
  id: 'jump',
  source: {
    title: 'Lamping, Veach: A Fast, Minimal Memory, Consistent Hash Algorithm (2014)',
    url: 'https://arxiv.org/abs/1406.2294',
  },
  fields: schemeFields.jump,
  movement: 'last',
  sequential: false,
  needs: () => 'row',
  traits: () => ({ shrink: 'last', weights: false, inPlace: true, lookup: 'O(log N)' }),
  check: () => null,
  prepare: (_config, change) =>
    preparePair(change, prepareJump, () => ({ kind: 'exact', fraction: 1 - keptFraction(change) })),
};

function prepareJump(members: readonly Member[]): Router {
  const size = members.length;
  return {
    route({ hi, lo }, count, out) {
      for (let i = 0; i < count; i++) out[i] = jumpBucket(hi[i]!, lo[i]!, size);
    },
    memoryBytes: 0,
    // Bucket b is one of a key's stops with chance 1 / (b + 1), and each stop costs one draw.
    lookupSteps: harmonic(size),
    circle: null,
  };
}

// The multiplier of the paper's generator, 2862933555777941757, as words and as halves of the lower word.
const MULTIPLIER_HI = 0x27bb2ee6;
const MULTIPLIER_LO = 0x87b0b0fd;
const LOW_1 = 0x87b0;
const LOW_0 = 0xb0fd;

/**
 * Bucket 0 .. size - 1 of the unsigned 64-bit key (hi, lo), as in figure 1 of the paper: key = key * multiplier + 1
 * modulo 2^64, and the quotient in doubles.
 * @param size 1 to 2^31 - 1
 */
export function jumpBucket(hi: number, lo: number, size: number): number {
  let high = hi;
  let low = lo;
  let bucket = -1;
  let next = 0;
  while (next < size) {
    bucket = next;
    // Upper word of low * MULTIPLIER_LO, from products of 16-bit halves that stay below 2^32 with their carry.
    const l0 = low & 0xffff;
    const l1 = low >>> 16;
    const middle = (Math.imul(l1, LOW_0) + (Math.imul(l0, LOW_0) >>> 16)) | 0;
    const other = (Math.imul(l0, LOW_1) + (middle & 0xffff)) | 0;
    const carried = (Math.imul(l1, LOW_1) + (middle >>> 16) + (other >>> 16)) | 0;
    high = (Math.imul(high, MULTIPLIER_LO) + Math.imul(low, MULTIPLIER_HI) + carried) | 0;
    low = (Math.imul(low, MULTIPLIER_LO) + 1) | 0;
    if (low === 0) high = (high + 1) | 0;
    next = Math.floor((bucket + 1) * (2147483648 / ((high >>> 1) + 1)));
  }
  return bucket;
}

/**
 * With n buckets on one side and m >= n on the other, a key is in bucket i of n and j of m with chance 1/m if i = j (it
 * never jumped between), 1/(nm) if j >= n (any of the new ones, wherever it came from), and never otherwise. The keys
 * that stay are those where both buckets bear the same name.
 */
function keptFraction({ before, after }: MemberChange): number {
  const [small, large] = before.length <= after.length ? [before, after] : [after, before];
  const places = new Map(large.map(({ name }, index) => [name, index]));
  let pairs = 0;
  small.forEach(({ name }, index) => {
    const place = places.get(name) ?? -1;
    if (place === index) pairs += small.length;
    else if (place >= small.length) pairs += 1;
  });
  return pairs / (small.length * large.length);
}
