import { createPrices, seatCheapest } from './cheapestPath.ts';
import type { NodeOverlap } from './nodeOverlap.ts';
import type { Places } from './nodeShares.ts';
import { createSeats, hasPlace, type Seats, seat } from './seats.ts';

/** Offers looked at before the rest is seated greedily: some tens of milliseconds. */
const MAX_WORK = 20_000_000;

export interface Kept {
  /** Node number of each of the partitions. */
  readonly nodes: readonly number[];
  /** Whether no other choice within the places leaves more rows where they are. */
  readonly exact: boolean;
}

/**
 * Puts equal partitions into places so that as many rows as possible stay on their node: a transportation problem, solved
 * exactly by cheapest paths. Partitions with most to keep come first, and of equal ones the first in the layout. Where a
 * partition has all its rows on one node, as after splits, each is looked at once: O(p log p). In general a path looks at
 * every offer at most once, so p partitions with e offers take O(p * e), in practice far less; beyond `maxWork` offers
 * the partitions left take the best place that is free and the answer is not `exact`.
 * @param partitions positions in the new layout, all of one modulus
 */
export function keepMost(
  partitions: readonly number[],
  overlap: NodeOverlap,
  places: Places,
  maxWork: number = MAX_WORK,
): Kept {
  const seats = createSeats(partitions, overlap, places);
  const prices = createPrices(places.full.length);
  let exact = true;
  for (const partition of mostFirst(seats)) {
    if (prices.work <= maxWork) {
      seatCheapest(seats, prices, partition);
    } else {
      exact = false;
      seatFree(seats, partition);
    }
  }
  for (let partition = 0; partition < partitions.length; partition++) {
    if (seats.at[partition]! < 0) seat(seats, partition, emptiest(seats), 0);
  }
  return { nodes: Array.from(seats.at), exact };
}

/** Partitions that keep something anywhere, by the most that they can keep. */
function mostFirst({ start, gain, at }: Seats): number[] {
  const most = Float64Array.from(at, (_, partition) => {
    let best = 0;
    for (let e = start[partition]!; e < start[partition + 1]!; e++) best = Math.max(best, gain[e]!);
    return best;
  });
  return Array.from(at.keys())
    .filter((partition) => most[partition]! > 0)
    .sort((a, b) => most[b]! - most[a]! || a - b);
}

function seatFree(seats: Seats, partition: number): void {
  let best = -1;
  for (let e = seats.start[partition]!; e < seats.start[partition + 1]!; e++) {
    if (hasPlace(seats, seats.node[e]!) && (best < 0 || seats.gain[e]! > seats.gain[best]!)) best = e;
  }
  if (best >= 0) seat(seats, partition, seats.node[best]!, seats.gain[best]!);
}

/** The node with most places of its own left, the first of equals; else the first that can take a shared one. */
function emptiest(seats: Seats): number {
  const { full } = seats.places;
  let best = -1;
  let most = 0;
  for (let node = 0; node < full.length; node++) {
    const left = full[node]! - seats.on[node]!.length;
    if (left > most) [best, most] = [node, left];
  }
  return best >= 0 ? best : full.findIndex((_, node) => hasPlace(seats, node));
}
