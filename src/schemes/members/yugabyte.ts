import { problem } from '../../lib/problem.ts';
import { codesOfRanges, evenStarts } from '../codeRanges.ts';
import { numberOf } from '../config.ts';
import { schemeFields } from '../fields.ts';
import { memberIds } from '../memberIds.ts';
import type { Member } from '../nodes.ts';
import { rangeCircle } from '../rangeCircle.ts';
import type { Router, Scheme } from '../scheme.ts';
import { firstMap, movedSlots, moveSlots, type SlotMap } from '../slotMap.ts';

const CODES = 65_536;

/**
 * YugabyteDB: tablets are equal ranges of a 16-bit hash code, and whole tablets move between nodes. Its own code (Jenkins' hash
 * of the encoded columns, folded) is not computed here: the highest 16 bits of PostgreSQL's row hash stand in for it. Tablets
 * and movement are the same, but a key is not in the tablet that YugabyteDB would put it in.
 */
export const yugabyte: Scheme = {
  id: 'yugabyte',
  source: {
    title: 'YugabyteDB: hash sharding (PartitionSchema::CreateHashPartitions)',
    url: 'https://docs.yugabyte.com/preview/architecture/docdb-sharding/sharding/',
  },
  notes: ['yugabyteHash'],
  fields: schemeFields.yugabyte,
  movement: 'slots',
  sequential: false,
  needs: () => 'row',
  traits: () => ({ shrink: 'any', weights: false, inPlace: true, lookup: 'O(log T)' }),
  check(config, { before, after }) {
    const tablets = numberOf(config, 'tablets');
    const nodes = Math.max(before.length, after.length);
    return tablets < nodes ? problem('schemeFewPartitions', { value: tablets, min: nodes }) : null;
  },
  prepare(config, { before, after }) {
    const starts = evenStarts(numberOf(config, 'tablets'), CODES);
    const change = { before: withoutWeights(before), after: withoutWeights(after) };
    const old = firstMap(starts.length, change.before);
    const now = moveSlots(old, change);
    const sizeOf = (tablet: number) => (starts[tablet + 1] ?? CODES) - starts[tablet]!;
    const fraction = movedSlots(old, now, memberIds(change), sizeOf) / CODES;
    return { before: tabletRouter(starts, old), after: tabletRouter(starts, now), theory: { kind: 'exact', fraction } };
  },
};

function withoutWeights(members: readonly Member[]): Member[] {
  return members.map(({ name }) => ({ name, weight: 1 }));
}

function tabletRouter(starts: readonly number[], map: SlotMap): Router {
  // A table of all codes answers faster than the search that a client does, of which memory and steps are told.
  const owners = codesOfRanges(starts, map, CODES);
  return {
    route({ hi }, count, out) {
      for (let i = 0; i < count; i++) out[i] = owners[hi[i]! >>> 16]!;
    },
    memoryBytes: 4 * starts.length,
    lookupSteps: 1 + Math.ceil(Math.log2(starts.length)),
    circle: rangeCircle(owners, ({ hi }, count, out) => {
      for (let i = 0; i < count; i++) out[i] = hi[i]! / 4_294_967_296;
    }),
  };
}
