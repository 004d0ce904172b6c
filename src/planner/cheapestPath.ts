import { hasPlace, type Seats, seat, unseat } from './seats.ts';

/**
 * Successive cheapest paths (the Hungarian method on a transportation problem): partitions are seated one after the other,
 * each by the chain of moves that loses least, "t takes the place of s, s that of r, r goes without". Prices of nodes
 * keep every reduced cost at or above zero, so that Dijkstra's algorithm finds the chain, and the seats are optimal for
 * the partitions seated so far.
 *
 * The vertices are the nodes and, as number `nodes`, the shared places: a full node may take one of them, and when none
 * is left another node gives one back and has to move a partition on.
 */
export interface Prices {
  /** Of a place on each node, and of a shared place at last. */
  readonly price: Float64Array;
  readonly distance: Float64Array;
  readonly previous: Int32Array;
  /** The partition that would move to the vertex; -1 where only a shared place changes hands. */
  readonly via: Int32Array;
  readonly done: Uint8Array;
  reached: number[];
  /** The least cost at which offers of a kind were looked at in this search; the dearer ones lead nowhere nearer. */
  readonly seen: Float64Array;
  kindsSeen: number[];
  /** Offers and vertices looked at so far: what the search costs, without a clock. */
  work: number;
}

/** Where a chain ends: at a vertex with a place left, or with partition `dropped` of `last` (or the new one) unseated. */
interface End {
  readonly distance: number;
  readonly last: number;
  readonly dropped: number;
}

export function createPrices({ on, kinds }: Seats): Prices {
  const nodes = on.length;
  return {
    price: new Float64Array(nodes + 1),
    distance: new Float64Array(nodes + 1).fill(Number.POSITIVE_INFINITY),
    previous: new Int32Array(nodes + 1),
    via: new Int32Array(nodes + 1),
    done: new Uint8Array(nodes + 1),
    reached: [],
    seen: new Float64Array(kinds).fill(Number.POSITIVE_INFINITY),
    kindsSeen: [],
    work: 0,
  };
}

/** Seats one more partition so that all seats are optimal again; perhaps it or another one goes without. */
export function seatCheapest(seats: Seats, prices: Prices, partition: number): void {
  const worth = bestWorth(seats, prices, partition);
  if (worth === 0 || seatAtOnce(seats, prices, partition, worth)) return;
  const end = findEnd(seats, prices, partition, worth);
  for (const vertex of prices.reached) {
    const slack = end.distance - prices.distance[vertex]!;
    if (slack > 0) prices.price[vertex]! += slack;
  }
  moveChain(seats, prices, end, partition);
  forgetSearch(prices);
}

function forgetSearch(prices: Prices): void {
  for (const vertex of prices.reached) {
    prices.distance[vertex] = Number.POSITIVE_INFINITY;
    prices.done[vertex] = 0;
  }
  for (const kind of prices.kindsSeen) prices.seen[kind] = Number.POSITIVE_INFINITY;
  prices.reached = [];
  prices.kindsSeen = [];
}

/** What a partition saves at most, over the price of the place. */
function bestWorth({ offers }: Seats, prices: Prices, partition: number): number {
  const { nodes, gains } = offers[partition]!;
  let worth = 0;
  for (let i = 0; i < nodes.length; i++) worth = Math.max(worth, gains[i]! - prices.price[nodes[i]!]!);
  prices.work += nodes.length;
  return worth;
}

/** A node that is worth most and has a place needs no search. */
function seatAtOnce(seats: Seats, prices: Prices, partition: number, worth: number): boolean {
  const { nodes, gains } = seats.offers[partition]!;
  const best = nodes.findIndex((node, i) => gains[i]! - prices.price[node]! === worth && hasPlace(seats, node));
  if (best < 0) return false;
  seat(seats, partition, nodes[best]!, gains[best]!);
  return true;
}

function findEnd(seats: Seats, prices: Prices, partition: number, worth: number): End {
  const shared = seats.on.length;
  let end: End = { distance: worth, last: -1, dropped: partition };
  relaxOffers(seats, prices, partition, worth, -1);
  for (;;) {
    const vertex = nearest(prices, end.distance);
    if (vertex < 0) return end;
    const distance = prices.distance[vertex]!;
    prices.done[vertex] = 1;
    if (vertex === shared) {
      if (seats.sharedTaken < seats.places.shared) return { distance, last: vertex, dropped: -1 };
      relaxGivers(seats, prices, distance);
      continue;
    }
    const room = seats.places.full[vertex]! - seats.on[vertex]!.length;
    if (room > 0) return { distance, last: vertex, dropped: -1 };
    if (room === 0 && seats.places.open[vertex]) {
      relax(prices, shared, distance + prices.price[shared]! - prices.price[vertex]!, vertex, -1);
    }
    prices.work += seats.on[vertex]!.length;
    for (const other of seats.on[vertex]!) {
      const cost = distance + seats.held[other]! - prices.price[vertex]!;
      if (cost < end.distance) end = { distance: cost, last: vertex, dropped: other };
      relaxOffers(seats, prices, other, cost, vertex);
    }
  }
}

/** Partition `partition`, unseated at `cost`, goes to any node that it has an offer of. */
function relaxOffers(seats: Seats, prices: Prices, partition: number, cost: number, from: number): void {
  const { nodes, gains, kind } = seats.offers[partition]!;
  if (cost >= prices.seen[kind]!) return;
  if (prices.seen[kind] === Number.POSITIVE_INFINITY) prices.kindsSeen.push(kind);
  prices.seen[kind] = cost;
  for (let i = 0; i < nodes.length; i++) {
    const to = nodes[i]!;
    relax(prices, to, cost + prices.price[to]! - gains[i]!, from, partition);
  }
  prices.work += nodes.length;
}

/** A node that has taken a shared place gives it back. */
function relaxGivers(seats: Seats, prices: Prices, distance: number): void {
  const shared = seats.on.length;
  for (let node = 0; node < shared; node++) {
    if (seats.on[node]!.length <= seats.places.full[node]!) continue;
    relax(prices, node, distance + prices.price[node]! - prices.price[shared]!, shared, -1);
  }
  prices.work += shared;
}

function relax(prices: Prices, vertex: number, distance: number, from: number, via: number): void {
  if (distance >= prices.distance[vertex]!) return;
  if (prices.distance[vertex] === Number.POSITIVE_INFINITY) prices.reached.push(vertex);
  prices.distance[vertex] = distance;
  prices.previous[vertex] = from;
  prices.via[vertex] = via;
}

/** The nearest vertex that is not done, -1 when none is nearer than `limit`. */
function nearest({ reached, done, distance }: Prices, limit: number): number {
  let best = -1;
  let least = limit;
  for (const vertex of reached) {
    if (done[vertex] === 1 || distance[vertex]! >= least) continue;
    least = distance[vertex]!;
    best = vertex;
  }
  return best;
}

/** Moves every partition of the chain, the last one first. */
function moveChain(seats: Seats, prices: Prices, end: End, partition: number): void {
  if (end.dropped >= 0 && end.dropped !== partition) unseat(seats, end.dropped);
  for (let vertex = end.last; vertex >= 0; vertex = prices.previous[vertex]!) {
    const mover = prices.via[vertex]!;
    if (mover < 0) continue;
    if (seats.at[mover]! >= 0) unseat(seats, mover);
    const { nodes, gains } = seats.offers[mover]!;
    seat(seats, mover, vertex, gains[nodes.indexOf(vertex)]!);
  }
}
