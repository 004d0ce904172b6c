import type { NodeOverlap } from './nodeOverlap.ts';
import type { Places } from './nodeShares.ts';

/** Nodes on which a partition saves rows, and what it saves there beyond what it saves on any node: above zero. */
export interface Offers {
  readonly nodes: readonly number[];
  readonly gains: readonly number[];
  /** Number of these offers, as several partitions may have the same. */
  readonly kind: number;
}

/**
 * Partitions on their way to seats. Numbers of partitions count those of one modulus. A partition without a seat is put
 * anywhere and saves nothing.
 */
export interface Seats {
  readonly places: Places;
  readonly offers: readonly Offers[];
  readonly kinds: number;
  /** Node of each partition, -1 without a seat; and what it saves there. */
  readonly at: Int32Array;
  readonly held: Float64Array;
  /** The partitions on each node, and where in its list a partition stands. */
  readonly on: readonly number[][];
  readonly slot: Int32Array;
  /** How many of the shared places are taken. */
  sharedTaken: number;
}

export function createSeats(overlaps: readonly NodeOverlap[], places: Places): Seats {
  const nodes = places.full.length;
  const known = new Map<NodeOverlap, Offers>();
  const offers = overlaps.map((overlap) => {
    const made = known.get(overlap) ?? offersOf(overlap, nodes, known.size);
    known.set(overlap, made);
    return made;
  });
  return {
    places,
    offers,
    kinds: known.size,
    at: new Int32Array(overlaps.length).fill(-1),
    held: new Float64Array(overlaps.length),
    on: Array.from({ length: nodes }, () => []),
    slot: new Int32Array(overlaps.length),
    sharedTaken: 0,
  };
}

/** What all nodes offer alike is saved anywhere and decides nothing. */
function offersOf(overlap: NodeOverlap, nodes: number, kind: number): Offers {
  const isEverywhere = overlap.nodes.length === nodes;
  const alike = isEverywhere ? overlap.rows.reduce((least, rows) => Math.min(least, rows)) : 0;
  const better = overlap.rows.flatMap((rows, i) => (rows > alike ? [i] : []));
  return {
    nodes: better.map((i) => overlap.nodes[i]!),
    gains: better.map((i) => overlap.rows[i]! - alike),
    kind,
  };
}

/** Whether a node has a place for one more, of its own or of the shared ones. */
export function hasPlace(seats: Seats, node: number): boolean {
  const { full, open, shared } = seats.places;
  const taken = seats.on[node]!.length;
  return taken < full[node]! || (open[node]! && taken === full[node]! && seats.sharedTaken < shared);
}

export function seat(seats: Seats, partition: number, node: number, gain: number): void {
  const list = seats.on[node]!;
  seats.at[partition] = node;
  seats.held[partition] = gain;
  seats.slot[partition] = list.length;
  list.push(partition);
  if (list.length > seats.places.full[node]!) seats.sharedTaken++;
}

export function unseat(seats: Seats, partition: number): void {
  const node = seats.at[partition]!;
  const list = seats.on[node]!;
  if (list.length > seats.places.full[node]!) seats.sharedTaken--;
  const last = list.pop()!;
  if (last !== partition) {
    list[seats.slot[partition]!] = last;
    seats.slot[last] = seats.slot[partition]!;
  }
  seats.at[partition] = -1;
}
