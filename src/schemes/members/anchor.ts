import { problem } from '../../lib/problem.ts';
import { type AnchorTable, anchorBucket, createAnchor } from '../anchorTable.ts';
import { movedFraction, replayChange } from '../bucketHistory.ts';
import { numberOf } from '../config.ts';
import { schemeFields } from '../fields.ts';
import { readRemainders } from '../hashes/remainders.ts';
import type { Router, Scheme } from '../scheme.ts';

/**
 * AnchorHash: a fixed number of buckets, the first draw of which is PostgreSQL's remainder for that modulus, and a memory
 * of the order in which buckets were removed. A key at a removed bucket draws again among those that were left then.
 */
export const anchor: Scheme = {
  id: 'anchor',
  source: {
    title: 'Mendelson et al.: AnchorHash, A Scalable Consistent Hash (2020)',
    url: 'https://arxiv.org/abs/1812.09674',
  },
  // By default there is room for all nodes that a cluster may have here; each bucket more costs little.
  fields: schemeFields.anchor,
  movement: 'buckets',
  sequential: false,
  needs: () => 'row',
  traits: () => ({ shrink: 'any', weights: false, inPlace: true, lookup: 'O(log C/N)' }),
  check(config, { before, after }) {
    const most = Math.max(before.length, after.length);
    const capacity = numberOf(config, 'capacity');
    return most <= capacity ? null : problem('bucketCapacity', { parameter: 'capacity', value: most, max: capacity });
  },
  prepare(config, change) {
    const table = createAnchor(numberOf(config, 'capacity'), change.before.length);
    const before = routeByAnchor(table, Uint16Array.from(change.before.keys()));
    const owners = replayChange(change, table);
    const after = routeByAnchor(table, owners);
    return { before, after, theory: { kind: 'exact', fraction: movedFraction(change) } };
  },
};

/** Routes by the state that the table has now. */
function routeByAnchor(table: AnchorTable, owners: Uint16Array): Router {
  const sizes = table.sizes.slice();
  const successors = table.successors.slice();
  const readFirst = readRemainders(sizes.length);
  return {
    route(keys, count, out) {
      const { hi, lo } = keys;
      const first = readFirst(keys, count);
      for (let i = 0; i < count; i++) out[i] = owners[anchorBucket(first[i]!, hi[i]!, lo[i]!, sizes, successors)]!;
    },
    memoryBytes: sizes.byteLength + successors.byteLength,
    lookupSteps: table.lookupSteps(),
    circle: null,
  };
}
