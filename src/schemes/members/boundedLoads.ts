import { boundedMovement } from '../boundedMovement.ts';
import { numberOf } from '../config.ts';
import { schemeFields } from '../fields.ts';
import { fluidRings } from '../fluidRing.ts';
import type { Member } from '../nodes.ts';
import { buildRing, checkRing, ringHashOf } from '../plainRing.ts';
import { createPlaces, type KeyPlacer } from '../ringRouter.ts';
import { findPoint, oldIndexes, type RingTable, ringBytes, searchSteps } from '../ringTable.ts';
import { createRoomSearch } from '../roomSearch.ts';
import type { Router, Scheme } from '../scheme.ts';

/** Bytes of a member's load and of its capacity. */
const LOAD_BYTES = 4 + 4;

/** A ring whose nodes take no more than c times their share: a key that meets a full node goes on clockwise. */
export const boundedLoads: Scheme = {
  id: 'boundedLoads',
  source: {
    title: 'Mirrokni, Thorup and Zadimoghaddam 2018, Consistent hashing with bounded loads',
    url: 'https://arxiv.org/abs/1608.01350',
  },
  fields: schemeFields.boundedLoads,
  movement: 'fluid',
  sequential: true,
  needs: (config) => ringHashOf(config).need,
  traits: () => ({ shrink: 'any', weights: true, inPlace: true, lookup: 'O(log NV)' }),
  check: checkRing,
  prepare(config, { before, after }, rows) {
    const tables = [buildRing(config, before), buildRing(config, after)] as const;
    const c = numberOf(config, 'c');
    const rooms = [capacities(before, c, rows), capacities(after, c, rows)] as const;
    const { placeKeys } = ringHashOf(config);
    const shares = [shareOf(rooms[0], rows), shareOf(rooms[1], rows)] as const;
    return {
      before: boundedRouter(tables[0], rooms[0], placeKeys),
      after: boundedRouter(tables[1], rooms[1], placeKeys),
      theory: boundedMovement(() => fluidRings(tables, shares), oldIndexes(before, after), rows),
    };
  },
};

/** Rows that each member may take: c times its share by weight, rounded up. */
export function capacities(members: readonly Member[], c: number, rows: number): Float64Array {
  const total = members.reduce((sum, { weight }) => sum + weight, 0);
  return Float64Array.from(members, ({ weight }) => Math.ceil((c * rows * weight) / total));
}

function shareOf(room: Float64Array, rows: number): Float64Array {
  return room.map((most) => most / Math.max(rows, 1));
}

/** @throws RangeError from the router for more rows than all members have room for */
function boundedRouter(table: RingTable, room: Float64Array, placeKeys: KeyPlacer): Router {
  const { points, owners } = table;
  const placesOf = createPlaces(placeKeys);
  const search = createRoomSearch(owners, room.length);
  const left = room.slice();
  let free = left.reduce((sum, rows) => sum + rows, 0);
  left.forEach((rows, member) => {
    if (rows === 0) search.fill(member);
  });
  return {
    route(keys, count, out) {
      if (count > free) throw new RangeError(`${count} more rows for nodes with room for ${free}`);
      free -= count;
      const places = placesOf(keys, count);
      for (let i = 0; i < count; i++) {
        const owner = owners[search.find(findPoint(points, places[i]!))]!;
        out[i] = owner;
        if (--left[owner]! === 0) search.fill(owner);
      }
    },
    memoryBytes: ringBytes(table) + LOAD_BYTES * room.length,
    // The ring's search, and the load of the owner.
    lookupSteps: searchSteps(points.length) + 1,
    // A full node leaves its stretch of the circle to others, more and more of it as rows come in.
    circle: null,
  };
}
