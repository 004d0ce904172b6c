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
 * Those that keep nothing anywhere go where most places are left beyond those that are `wanted`.
 * @param partitions what each of them has on which node; all of one modulus
 * @param wanted places on each node that partitions of finer moduli would stay in
 */
export function keepMost(
  partitions: readonly NodeOverlap[],
  places: Places,
  wanted: readonly number[] = places.full.map(() => 0),
  maxWork: number = MAX_WORK,
): Kept {
  const seats = createSeats(partitions, places);
  const prices = createPrices(seats);
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
    if (seats.at[partition]! < 0) seat(seats, partition, emptiest(seats, wanted), 0);
  }
  return { nodes: Array.from(seats.at), exact };
}

/** Partitions that keep something anywhere, by the most that they can keep. */
function mostFirst({ offers }: Seats): number[] {
  const most = offers.map(({ gains }) => gains.reduce((best, gain) => Math.max(best, gain), 0));
  return Array.from(most.keys())
    .filter((partition) => most[partition]! > 0)
    .sort((a, b) => most[b]! - most[a]! || a - b);
}

/** Takes the best offer that still has a place. */
function seatFree(seats: Seats, partition: number): void {
  const { nodes, gains } = seats.offers[partition]!;
  let best = -1;
  for (let i = 0; i < nodes.length; i++) {
    if (hasPlace(seats, nodes[i]!) && (best < 0 || gains[i]! > gains[best]!)) best = i;
  }
  if (best >= 0) seat(seats, partition, nodes[best]!, gains[best]!);
}

/** The node with most places of its own left, else one that can take a shared place; the first of equals. */
function emptiest(seats: Seats, wanted: readonly number[]): number {
  const { full } = seats.places;
  let best = -1;
  let most = Number.NEGATIVE_INFINITY;
  let hasOwn = false;
  for (let node = 0; node < full.length; node++) {
    const own = full[node]! - seats.on[node]!.length;
    const left = own - wanted[node]!;
    if (own <= 0 && (hasOwn || !hasPlace(seats, node))) continue;
    if (own > 0 === hasOwn && left <= most) continue;
    [best, most, hasOwn] = [node, left, own > 0];
  }
  return best;
}
