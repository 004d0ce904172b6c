import { schemeFields } from '../fields.ts';
import { preparePair, type Router, type Scheme } from '../scheme.ts';
import { wordMovement } from '../wordMovement.ts';

/**
 * The first patch for hash partitions, `PARTITION BY HASH (i) PARTITIONS n USING hashint4`: a row belongs to partition
 * abs(hashfunc(key)) % n, with a number of partitions that can't be changed. The rows that the mail prints for 0..20 do not
 * follow this formula, but the plan it prints for key 10 does; so does this scheme.
 *
 * abs(-2147483648) has no int4: SQL's function raises 22003 for it, and the mail doesn't say what the patch does. Here it is
 * 2147483648, so that one hash value in four billion has a partition too.
 */
export const poc2017: Scheme = {
  id: 'poc2017',
  source: {
    title: 'Yugo Nagata: [POC] hash partitioning (pgsql-hackers, 2017-02-28)',
    url: 'https://www.postgresql.org/message-id/flat/20170228233313.fc14d8b6.nagata@sraoss.co.jp',
  },
  notes: ['pocListing', 'pocLeastHash'],
  fields: schemeFields.poc2017,
  movement: 'words',
  sequential: false,
  needs: () => 'short',
  traits: () => ({ shrink: 'none', weights: false, inPlace: false, lookup: 'O(1)' }),
  check: () => null,
  // The mail prints no SQLSTATE.
  refuseMore: (table, declared) => `cannot create hash partition more than ${declared} for ${table}`,
  prepare: (_config, change) =>
    preparePair(
      change,
      (members) => preparePartitions(members.length),
      () => ({ kind: 'exact', fraction: wordMovement(change, absoluteValues) }),
    ),
};

function preparePartitions(partitions: number): Router {
  return {
    route({ short }, count, out) {
      for (let i = 0; i < count; i++) out[i] = Math.abs(short[i]!) % partitions;
    },
    // The list of the partitions' oids.
    memoryBytes: 4 * partitions,
    lookupSteps: 2,
    circle: null,
  };
}

const LEAST = 2_147_483_648;

/** Signed words whose absolute value has a residue: two for each value but 0 and 2^31. */
function absoluteValues(residue: number, multiple: number): number {
  const values = Math.floor((LEAST - residue) / multiple) + 1;
  return 2 * values - (residue === 0 ? 1 : 0) - (LEAST % multiple === residue ? 1 : 0);
}
