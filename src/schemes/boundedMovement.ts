import type { MemberChange } from './nodes.ts';
import { mergeRings, oldIndexes, type RingTable } from './ringTable.ts';
import { createRoomSearch, type RoomSearch } from './roomSearch.ts';
import type { MovementTheory } from './scheme.ts';

/**
 * What bounded loads move when rows come in evenly, like a fluid: at any time each stretch of the ring fills the first
 * node with room, the nodes fill up one after the other, and what the two sides send to different nodes moves.
 *
 * For a finite number of rows the times of filling up vary by chance.
 */
export function boundedMovement(
  { before, after }: MemberChange,
  old: RingTable,
  now: RingTable,
  oldRoom: Float64Array,
  newRoom: Float64Array,
  rows: number,
): MovementTheory {
  const pieces: number[] = [];
  const oldPoints: number[] = [];
  const newPoints: number[] = [];
  mergeRings(old, now, (length, from, to) => {
    pieces.push(length / old.size);
    oldPoints.push(from);
    newPoints.push(to);
  });
  const lengths = Float64Array.from(pieces);
  const sides = [
    fluidSide(old, oldRoom, rows, lengths, oldPoints),
    fluidSide(now, newRoom, rows, lengths, newPoints),
  ] as const;
  return { kind: 'bound', fraction: flow(sides, lengths, oldIndexes(before, after)) };
}

/** One side of the change while rows come in. */
interface Side {
  /** Point and owner that each piece fills now. */
  readonly points: Uint32Array;
  readonly targets: Uint16Array;
  readonly owners: Uint16Array;
  /** Share of all rows that each node still has room for, and how fast it fills. */
  readonly room: Float64Array;
  readonly rate: Float64Array;
  /** Pieces of each node as linked lists: the first of a node, the next of a piece, -1 at the end. */
  readonly heads: Int32Array;
  readonly links: Int32Array;
  readonly search: RoomSearch;
}

function fluidSide(
  { owners }: RingTable,
  capacity: Float64Array,
  rows: number,
  lengths: Float64Array,
  points: readonly number[],
): Side {
  const side: Side = {
    points: Uint32Array.from(points),
    targets: Uint16Array.from(points, (point) => owners[point]!),
    owners,
    room: capacity.map((room) => room / Math.max(rows, 1)),
    rate: new Float64Array(capacity.length),
    heads: new Int32Array(capacity.length).fill(-1),
    links: new Int32Array(points.length),
    search: createRoomSearch(owners, capacity.length),
  };
  for (let piece = 0; piece < points.length; piece++) attach(side, piece, lengths[piece]!);
  return side;
}

/** Adds a piece to the list of its target. */
function attach(side: Side, piece: number, length: number): void {
  const target = side.targets[piece]!;
  side.links[piece] = side.heads[target]!;
  side.heads[target] = piece;
  side.rate[target]! += length;
}

/** Follows both sides until all rows are in; the share of rows that they sent to different nodes. */
function flow(sides: readonly [Side, Side], lengths: Float64Array, oldIndex: Int32Array): number {
  const differs = (piece: number) => sides[0].targets[piece]! !== oldIndex[sides[1].targets[piece]!]!;
  let differing = lengths.reduce((sum, length, piece) => sum + (differs(piece) ? length : 0), 0);
  let moved = 0;
  for (let time = 0; ; ) {
    const next = [nextFull(sides[0]), nextFull(sides[1])] as const;
    const side = next[0].after <= next[1].after ? 0 : 1;
    const { after, node } = next[side];
    const passed = Math.min(after, 1 - time);
    moved += differing * passed;
    time += passed;
    if (time >= 1 || passed < after) return moved;
    for (const { room, rate } of sides) for (let i = 0; i < room.length; i++) room[i]! -= rate[i]! * passed;
    fillUp(sides[side], node, lengths, (piece, move) => {
      const old = differs(piece);
      move();
      differing += (Number(differs(piece)) - Number(old)) * lengths[piece]!;
    });
  }
}

/** The node that is full first and the share of rows until then. */
function nextFull({ room, rate }: Side): { readonly node: number; readonly after: number } {
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
function fillUp(
  side: Side,
  node: number,
  lengths: Float64Array,
  around: (piece: number, move: () => void) => void,
): void {
  side.search.fill(node);
  side.rate[node] = 0;
  for (let piece = side.heads[node]!; piece >= 0; ) {
    const following = side.links[piece]!;
    around(piece, () => {
      const point = side.search.find(side.points[piece]!);
      side.points[piece] = point;
      side.targets[piece] = side.owners[point]!;
      attach(side, piece, lengths[piece]!);
    });
    piece = following;
  }
  side.heads[node] = -1;
}
