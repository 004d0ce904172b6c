import { mergeRings, type RingTable } from './ringTable.ts';
import { createRoomSearch, type RoomSearch } from './roomSearch.ts';

/**
 * Two rings with bounded loads while rows come in evenly, like a fluid, from time 0 to time 1: each piece of the circle
 * fills the first node with room, and the nodes fill up one after the other. A piece is a stretch within which neither
 * ring has a point.
 */
export interface FluidRings {
  /** Share of the circle that each piece has. */
  readonly lengths: Float64Array;
  readonly sides: readonly [FluidSide, FluidSide];
}

export interface FluidSide {
  /** The node that each piece fills now. */
  readonly targets: Uint16Array;
  /** The point that each piece is at now, and the owners of the points. */
  readonly points: Uint32Array;
  readonly owners: Uint16Array;
  /** Share of all rows that each node still has room for, and the rows that reach it in a unit of time. */
  readonly room: Float64Array;
  readonly rate: Float64Array;
  /** Pieces of each node as linked lists: the first of a node, the next of a piece; -1 at the end. */
  readonly heads: Int32Array;
  readonly links: Int32Array;
  readonly search: RoomSearch;
}

/** Is told what happens, in order. */
export interface FluidWatcher {
  /** For so long nothing changes. */
  span(duration: number): void;
  /** A node of a side (0 or 1) is full; its pieces move next. `rate` is how fast it was filling. */
  full(side: 0 | 1, node: number, rate: number): void;
  /** A piece has left the node `from` of a side for the one in `targets`. */
  move(piece: number, side: 0 | 1, from: number): void;
}

/** @param rooms for each side, the share of all rows that each node has room for; more than 1 together */
export function fluidRings(
  tables: readonly [RingTable, RingTable],
  rooms: readonly [Float64Array, Float64Array],
): FluidRings {
  const lengths: number[] = [];
  const points: [number[], number[]] = [[], []];
  mergeRings(...tables, (length, first, second) => {
    lengths.push(length / tables[0].size);
    points[0].push(first);
    points[1].push(second);
  });
  const shares = Float64Array.from(lengths);
  const side = (which: 0 | 1) => fluidSide(tables[which].owners, rooms[which], shares, points[which]);
  return { lengths: shares, sides: [side(0), side(1)] };
}

function fluidSide(
  owners: Uint16Array,
  rooms: Float64Array,
  lengths: Float64Array,
  points: readonly number[],
): FluidSide {
  const side: FluidSide = {
    targets: Uint16Array.from(points, (point) => owners[point]!),
    points: Uint32Array.from(points),
    owners,
    room: rooms.slice(),
    rate: new Float64Array(rooms.length),
    heads: new Int32Array(rooms.length).fill(-1),
    links: new Int32Array(points.length),
    search: createRoomSearch(owners, rooms.length),
  };
  for (let piece = 0; piece < points.length; piece++) attach(side, piece, lengths[piece]!);
  return side;
}

/** Adds a piece to the list of its target. */
function attach(side: FluidSide, piece: number, length: number): void {
  const target = side.targets[piece]!;
  side.links[piece] = side.heads[target]!;
  side.heads[target] = piece;
  side.rate[target]! += length;
}

/** Lets the rows in; the rings are used up by it. */
export function followFluid({ lengths, sides }: FluidRings, watcher: FluidWatcher): void {
  for (let time = 0; ; ) {
    const next = [nextFull(sides[0]), nextFull(sides[1])] as const;
    const side = next[0].after <= next[1].after ? 0 : 1;
    const { after, node } = next[side];
    if (time + after >= 1) {
      watcher.span(1 - time);
      return;
    }
    watcher.span(after);
    time += after;
    for (const { room, rate } of sides) for (let i = 0; i < room.length; i++) room[i]! -= rate[i]! * after;
    watcher.full(side, node, sides[side].rate[node]!);
    fillUp(sides[side], node, lengths, (piece) => watcher.move(piece, side, node));
  }
}

/** The node that is full first and how long that takes. */
function nextFull({ room, rate }: FluidSide): { readonly node: number; readonly after: number } {
  let after = Infinity;
  let node = 0;
  for (let i = 0; i < room.length; i++) {
    const time = rate[i]! > 0 ? Math.max(0, room[i]!) / rate[i]! : Infinity;
    if (time < after) {
      after = time;
      node = i;
    }
  }
  return { node, after };
}

/** Sends the pieces of a full node on to the next node with room. */
function fillUp(side: FluidSide, node: number, lengths: Float64Array, moved: (piece: number) => void): void {
  side.search.fill(node);
  side.rate[node] = 0;
  for (let piece = side.heads[node]!, following = 0; piece >= 0; piece = following) {
    following = side.links[piece]!;
    const point = side.search.find(side.points[piece]!);
    side.points[piece] = point;
    side.targets[piece] = side.owners[point]!;
    attach(side, piece, lengths[piece]!);
    moved(piece);
  }
  side.heads[node] = -1;
}
