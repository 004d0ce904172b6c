import { problem } from '../../lib/problem.ts';
import { type BucketTable, movedFraction, replayChange } from '../bucketHistory.ts';
import { numberOf } from '../config.ts';
import { schemeFields } from '../fields.ts';
import { keyedHash, saltOf, scaleWord } from '../hashes/keyedHash.ts';
import type { Router, Scheme } from '../scheme.ts';

/**
 * DxHash: a fixed number of buckets and one bit for each, whether it works. A key draws buckets until it meets one that
 * does. Lookups get long when few buckets of many work.
 */
export const dx: Scheme = {
  id: 'dx',
  source: {
    title: 'Dong, Wang: DxHash, A Scalable Consistent Hash Based on the Pseudo-Random Sequence (2021)',
    url: 'https://arxiv.org/abs/2107.07930',
  },
  fields: schemeFields.dx,
  movement: 'buckets',
  sequential: false,
  needs: () => 'row',
  traits: () => ({ shrink: 'any', weights: false, inPlace: true, lookup: 'O(C/N)' }),
  check(config, { before, after }) {
    const most = Math.max(before.length, after.length);
    const capacity = numberOf(config, 'capacity');
    return most <= capacity ? null : problem('bucketCapacity', { parameter: 'capacity', value: most, max: capacity });
  },
  prepare(config, change) {
    const table = createBits(numberOf(config, 'capacity'), change.before.length);
    const before = routeByBits(table.works, Uint16Array.from(change.before.keys()));
    const owners = replayChange(change, table);
    const after = routeByBits(table.works, owners);
    return { before, after, theory: { kind: 'exact', fraction: movedFraction(change) } };
  },
};

interface DxTable extends BucketTable {
  /** 1 for each bucket that works. */
  readonly works: Uint8Array;
}

function createBits(capacity: number, working: number): DxTable {
  const works = new Uint8Array(capacity).fill(1, 0, working);
  const removed: number[] = [];
  let used = working;
  return {
    works,
    remove(bucket) {
      works[bucket] = 0;
      removed.push(bucket);
    },
    add() {
      const bucket = removed.pop() ?? used++;
      works[bucket] = 1;
      return bucket;
    },
  };
}

/** Routes by the bits as they are now. */
function routeByBits(bits: Uint8Array, owners: Uint16Array): Router {
  const works = bits.slice();
  const working = works.reduce((sum, bit) => sum + bit, 0);
  return {
    route({ hi, lo }, count, out) {
      for (let i = 0; i < count; i++) out[i] = owners[firstWorking(hi[i]!, lo[i]!, works)]!;
    },
    memoryBytes: Math.ceil(works.length / 8),
    lookupSteps: works.length / working,
    circle: null,
  };
}

/**
 * The first bucket of the key's sequence that works. It ends: the hash is a bijection of the salt's word, so that 2^32
 * draws meet every value, and every bucket.
 */
function firstWorking(hi: number, lo: number, works: Uint8Array): number {
  let draw = 0;
  let bucket: number;
  do bucket = scaleWord(keyedHash(hi, lo, 0, saltOf(draw++)), works.length);
  while (works[bucket] === 0);
  return bucket;
}
