import { numberOf } from '../config.ts';
import { schemeFields } from '../fields.ts';
import { md5 } from '../hashes/md5.ts';
import type { Member } from '../nodes.ts';
import { checkPoints } from '../plainRing.ts';
import { RING_32 } from '../ringHash.ts';
import { ringPair } from '../ringRouter.ts';
import { type RingTable, ringTable } from '../ringTable.ts';
import type { KeyBlock, Scheme } from '../scheme.ts';

/** Points that libketama takes from one MD5. */
const POINTS_PER_DIGEST = 4;

/**
 * Consistent hashing as memcached clients do it, bit for bit libketama's ketama_create_continuum() and
 * ketama_get_server(): points and keys are little-endian words of MD5 sums.
 *
 * libketama looks for a point at or above the key's hash and above 0 before it; a hash of 0 finds none and so gets the
 * first point, which is where any search would send it.
 */
export const ketama: Scheme = {
  id: 'ketama',
  source: { title: 'libketama, ketama.c', url: 'https://github.com/RJ/ketama/blob/master/libketama/ketama.c' },
  // From two digests a node on, some node has a digest whatever float32 makes of its share.
  fields: schemeFields.ketama,
  movement: 'arcs',
  sequential: false,
  needs: () => 'text',
  traits: () => ({ shrink: 'any', weights: true, inPlace: true, lookup: 'O(log NV)' }),
  check: (config, { before, after }) => checkPoints(numberOf(config, 'points') * Math.max(before.length, after.length)),
  prepare: (config, change) =>
    ringPair(change, (members) => ketamaTable(members, numberOf(config, 'points')), placeKeys),
};

const words = new Uint32Array(4);
/** Names of at most 63 characters, `-` and a number. */
const label = new Uint8Array(256);
const encoder = new TextEncoder();

/** libketama's ring: digest k of a server is the MD5 of `name-k`; 40 digests a server of mean weight are 160 points. */
export function ketamaTable(members: readonly Member[], pointsPerServer: number): RingTable {
  const total = members.reduce((sum, { weight }) => sum + weight, 0);
  const digests = members.map(({ weight }) => {
    // Shares are C floats: 60 servers of one weight get 40 digests each, 61 get 39.9999962 = 39.
    const share = Math.fround(Math.fround(weight) / Math.fround(total));
    return Math.floor(Math.fround(share * (pointsPerServer / POINTS_PER_DIGEST) * members.length));
  });
  const count = POINTS_PER_DIGEST * digests.reduce((sum, each) => sum + each, 0);
  const places = new Float64Array(count);
  const owners = new Uint16Array(count);
  let point = 0;
  members.forEach(({ name }, owner) => {
    for (let k = 0; k < digests[owner]!; k++, point += POINTS_PER_DIGEST) {
      md5(label, 0, encoder.encodeInto(`${name}-${k}`, label).written, words);
      places.set(words, point);
      owners.fill(owner, point, point + POINTS_PER_DIGEST);
    }
  });
  return ringTable(places, owners, RING_32);
}

function placeKeys({ data, offsets }: KeyBlock, count: number, out: Float64Array): void {
  for (let i = 0; i < count; i++) {
    md5(data, offsets[i]!, offsets[i + 1]!, words);
    out[i] = words[0]!;
  }
}
