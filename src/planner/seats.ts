import type { NodeOverlap } from './nodeOverlap.ts';
import type { Places } from './nodeShares.ts';

/**
 * Partitions on their way to seats. Numbers of partitions count those of one modulus, `gain` is what is saved when a
 * partition stays on a node, less what is saved on any node: a partition without a seat is put anywhere and saves nothing
 * more. Partition t has the offers start[t] to start[t + 1] - 1.
 */
export interface Seats {
  readonly places: Places;
  readonly start: Int32Array;
  readonly node: Int32Array;
  readonly gain: Float64Array;
  /** Node of each partition, -1 without a seat; and what it saves there. */
  readonly at: Int32Array;
  readonly held: Float64Array;
  /** The partitions on each node, and where in its list a partition stands. */
  readonly on: readonly number[][];
  readonly slot: Int32Array;
  /** How many of the shared places are taken. */
  sharedTaken: number;
}

export function createSeats(partitions: readonly number[], overlap: NodeOverlap, places: Places): Seats {
  const nodes = places.full.length;
  const start = new Int32Array(partitions.length + 1);
  const node: number[] = [];
  const gain: number[] = [];
  partitions.forEach((partition, t) => {
    const [first, end] = [overlap.start[partition]!, overlap.start[partition + 1]!];
    const least = end - first < nodes ? 0 : leastOf(overlap.rows, first, end);
    for (let e = first; e < end; e++) {
      if (overlap.rows[e]! === least) continue;
      node.push(overlap.node[e]!);
      gain.push(overlap.rows[e]! - least);
    }
    start[t + 1] = node.length;
  });
  return {
    places,
    start,
    node: Int32Array.from(node),
    gain: Float64Array.from(gain),
    at: new Int32Array(partitions.length).fill(-1),
    held: new Float64Array(partitions.length),
    on: Array.from({ length: nodes }, () => []),
    slot: new Int32Array(partitions.length),
    sharedTaken: 0,
  };
}

function leastOf(rows: Float64Array, first: number, end: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let e = first; e < end; e++) least = Math.min(least, rows[e]!);
  return least;
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
