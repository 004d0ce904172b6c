import type { MemberChange } from './nodes.ts';
import type { RingHash } from './ringHash.ts';
import {
  differingShare,
  findPoint,
  oldIndexes,
  type RingTable,
  ringArcs,
  ringBytes,
  searchSteps,
} from './ringTable.ts';
import type { Arcs, KeyBlock, Router, RouterPair } from './scheme.ts';

/** Lays keys on a ring; of a RingHash, all that routing needs. */
export type KeyPlacer = RingHash['placeKeys'];

/** Working space for the places of a block; grows with the largest block. */
export function createPlaces(placeKeys: KeyPlacer): (keys: KeyBlock, count: number) => Float64Array {
  let places = new Float64Array(0);
  return (keys, count) => {
    if (places.length < count) places = new Float64Array(count);
    placeKeys(keys, count, places);
    return places;
  };
}

/** Sends each key to the owner of the next point. */
export function ringRouter(table: RingTable, placeKeys: KeyPlacer): Router {
  const { points, owners, size } = table;
  const placesOf = createPlaces(placeKeys);
  let arcs: Arcs | null = null;
  return {
    route(keys, count, out) {
      const places = placesOf(keys, count);
      for (let i = 0; i < count; i++) out[i] = owners[findPoint(points, places[i]!)]!;
    },
    memoryBytes: ringBytes(table),
    lookupSteps: searchSteps(points.length),
    circle: {
      get arcs() {
        arcs ??= ringArcs(table);
        return arcs;
      },
      place(keys, count, out) {
        placeKeys(keys, count, out);
        for (let i = 0; i < count; i++) out[i]! /= size;
      },
    },
  };
}

/** Routers of two rings; a key moves exactly when it lies where the owners differ. */
export function ringPair(
  { before, after }: MemberChange,
  build: (members: MemberChange['before']) => RingTable,
  placeKeys: KeyPlacer,
): RouterPair {
  const old = build(before);
  const now = build(after);
  return {
    before: ringRouter(old, placeKeys),
    after: ringRouter(now, placeKeys),
    theory: { kind: 'exact', fraction: differingShare(old, now, oldIndexes(before, after)) },
  };
}
