import type { Member } from './nodes.ts';
import type { Arcs } from './scheme.ts';

/**
 * A ring of points. Places are integers from 0 to size - 1, exact in a double, and a place belongs to the first point at
 * or after it; beyond the last point, to the first one:
 *
 *     0 ........ p0 ............ p1 ... p2 ........ size - 1
 *     owners[0]   | owners[1]    |  o[2] | owners[0]
 */
export interface RingTable {
  /** Ascending places. Of equal ones the first counts. */
  readonly points: Float64Array;
  /** Index of the member that has set the point. */
  readonly owners: Uint16Array;
  /** Places on the ring: 2^32 or 2^52. */
  readonly size: number;
}

/** Points over all members that a ring may have. */
export const MAX_POINTS = 2_000_000;

const DIGIT_BITS = 13;
const DIGITS = 2 ** DIGIT_BITS;

/** Sorts points by place; points at one place stay in the order given. */
export function ringTable(places: Float64Array, owners: Uint16Array, size: number): RingTable {
  const count = places.length;
  let order = Uint32Array.from(places, (_, i) => i);
  let sorted = new Uint32Array(count);
  // Radix sort from the lowest digit up.
  for (let scale = 1; scale < size; scale *= DIGITS) {
    const ends = new Uint32Array(DIGITS + 1);
    for (let i = 0; i < count; i++) ends[((places[i]! / scale) & (DIGITS - 1)) + 1]! += 1;
    for (let digit = 1; digit <= DIGITS; digit++) ends[digit]! += ends[digit - 1]!;
    for (let i = 0; i < count; i++) {
      const point = order[i]!;
      const digit = (places[point]! / scale) & (DIGITS - 1);
      sorted[ends[digit]!++] = point;
    }
    [order, sorted] = [sorted, order];
  }
  return {
    points: Float64Array.from(order, (i) => places[i]!),
    owners: Uint16Array.from(order, (i) => owners[i]!),
    size,
  };
}

/** Index of the first point at or after the place, 0 beyond the last one. */
export function findPoint(points: Float64Array, place: number): number {
  let low = 0;
  let high = points.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (points[middle]! < place) low = middle + 1;
    else high = middle;
  }
  return low === points.length ? 0 : low;
}

/** Comparisons of findPoint() and the read of the owner. */
export function searchSteps(points: number): number {
  return Math.ceil(Math.log2(points)) + 1;
}

/** Bytes of the table: places of 4 or 8 bytes, owners of 2. */
export function ringBytes({ points, size }: RingTable): number {
  return points.length * ((size > 2 ** 32 ? 8 : 4) + 2);
}

/** One arc a point, and one more for what wraps around. */
export function ringArcs({ points, owners, size }: RingTable): Arcs {
  const starts = new Float64Array(points.length + 1);
  const arcOwners = new Uint16Array(points.length + 1);
  let count = 0;
  for (let i = 0, start = 0; start < size; i++) {
    const wraps = i === points.length;
    const end = wraps ? size : points[i]! + 1;
    if (end > start) {
      starts[count] = start / size;
      arcOwners[count++] = owners[wraps ? 0 : i]!;
    }
    start = end;
  }
  return { starts: starts.slice(0, count), owners: arcOwners.slice(0, count) };
}

/** Calls `visit` for each stretch of places within which neither ring changes its point; lengths in places. */
export function mergeRings(
  a: RingTable,
  b: RingTable,
  visit: (length: number, pointA: number, pointB: number) => void,
): void {
  let i = 0;
  let j = 0;
  for (let start = 0; start < a.size; ) {
    const next = Math.min(a.points[i] ?? a.size - 1, b.points[j] ?? b.size - 1);
    if (next >= start) visit(next + 1 - start, i % a.points.length, j % b.points.length);
    start = next + 1;
    while (i < a.points.length && a.points[i]! < start) i++;
    while (j < b.points.length && b.points[j]! < start) j++;
  }
}

/** Index of each member of `after` in `before`, by name; -1 for those that are new. */
export function oldIndexes(before: readonly Member[], after: readonly Member[]): Int32Array {
  const places = new Map(before.map(({ name }, index) => [name, index]));
  return Int32Array.from(after, ({ name }) => places.get(name) ?? -1);
}

/** Share of the places whose owners differ in name. */
export function differingShare(before: RingTable, after: RingTable, oldIndex: Int32Array): number {
  let moved = 0;
  mergeRings(before, after, (length, from, to) => {
    if (before.owners[from]! !== oldIndex[after.owners[to]!]!) moved += length;
  });
  return moved / before.size;
}
