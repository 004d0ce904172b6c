import { primeFactors } from '../../lib/integers.ts';
import { problem } from '../../lib/problem.ts';
import { numberOf } from '../config.ts';
import { schemeFields } from '../fields.ts';
import { readRemainders } from '../hashes/remainders.ts';
import { memberIds } from '../memberIds.ts';
import type { Router, Scheme } from '../scheme.ts';
import { firstMap, movedSlots, moveSlots, type SlotMap } from '../slotMap.ts';
import { stripCircle } from '../stripCircle.ts';

/**
 * A fixed number of PostgreSQL hash partitions, as many as will ever be needed, and a map from partition to node (shard
 * group): a primary and its replicas. Groups join and leave by moving whole partitions: no key ever changes its partition.
 */
export const slots: Scheme = {
  id: 'slots',
  source: {
    title: 'digoal: PostgreSQL shard (2018-03-12)',
    url: 'https://github.com/digoal/blog/blob/master/201803/20180312_01.md',
  },
  notes: ['slotsCopies'],
  fields: schemeFields.slots,
  movement: 'slots',
  sequential: false,
  needs: () => 'row',
  traits: (config) => ({
    shrink: 'any',
    weights: true,
    inPlace: true,
    lookup: 'O(1)',
    copies: 1 + numberOf(config, 'replicas'),
  }),
  check(config, { before, after }) {
    const partitions = numberOf(config, 'partitions');
    const nodes = Math.max(before.length, after.length);
    return partitions < nodes ? problem('schemeFewPartitions', { value: partitions, min: nodes }) : null;
  },
  prepare(config, change) {
    const partitions = numberOf(config, 'partitions');
    const before = firstMap(partitions, change.before);
    const after = moveSlots(before, change);
    const fraction = movedSlots(before, after, memberIds(change)) / partitions;
    return { before: mapRouter(before), after: mapRouter(after), theory: { kind: 'exact', fraction } };
  },
};

function mapRouter(map: SlotMap): Router {
  const modulus = map.length;
  const bounds = Array.from(map, (_, remainder) => ({ modulus, remainder }));
  const read = readRemainders(modulus);
  return {
    route(keys, count, out) {
      const remainders = read(keys, count);
      for (let i = 0; i < count; i++) out[i] = map[remainders[i]!]!;
    },
    memoryBytes: 2 * modulus,
    lookupSteps: 2,
    circle: stripCircle(bounds, map, primeFactors(modulus)),
  };
}
