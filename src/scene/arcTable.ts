import type { Arcs } from '../schemes/scheme.ts';
import type { LiveBox } from './liveBoxes.ts';

/** Arcs of the ring at one moment, entry by arc, in the order of their places; no sizes yet. */
export interface ArcTable {
  readonly count: number;
  /** Places 0..1; arcs do not overlap. */
  readonly x0: Float64Array;
  readonly x1: Float64Array;
  /** Node whose colour the arc has up to `filled`, -1 = none. */
  readonly node: Int16Array;
  /** Share of the arc, from its start, that is filled: 0..1. */
  readonly filled: Float32Array;
  /** Node whose light colour the rest has, -1 = none. */
  readonly rest: Int16Array;
  /** The partitions that the arcs are; null for arcs without names. */
  readonly live: readonly LiveBox[] | null;
}

export function emptyArcs(count: number, live: readonly LiveBox[] | null): ArcTable {
  return {
    count,
    x0: new Float64Array(count),
    x1: new Float64Array(count),
    node: new Int16Array(count).fill(-1),
    filled: new Float32Array(count).fill(1),
    rest: new Int16Array(count).fill(-1),
    live,
  };
}

/** The arcs of one state of a scheme; a member is node `nodeOf[member]`, and NO_MEMBER is none. */
export function toArcTable({ starts, owners }: Arcs, nodeOf: readonly number[]): ArcTable {
  const table = emptyArcs(starts.length, null);
  for (let i = 0; i < starts.length; i++) {
    table.x0[i] = starts[i]!;
    table.x1[i] = starts[i + 1] ?? 1;
    table.node[i] = nodeOf[owners[i]!] ?? -1;
  }
  return table;
}

/** Both states cut at every start of either, neighbours with the same owners joined: `rest` is the old owner. */
export function unionArcs(before: ArcTable, after: ArcTable): ArcTable {
  const union = emptyArcs(before.count + after.count, null);
  let count = 0;
  for (let i = 0, j = 0, x = 0; i < before.count && j < after.count; ) {
    const end = Math.min(before.x1[i]!, after.x1[j]!);
    const [old, next] = [before.node[i]!, after.node[j]!];
    if (count > 0 && union.rest[count - 1] === old && union.node[count - 1] === next) union.x1[count - 1] = end;
    else if (end > x) {
      union.x0[count] = x;
      union.x1[count] = end;
      union.node[count] = next;
      union.rest[count++] = old;
    }
    x = end;
    if (before.x1[i]! <= end) i++;
    if (after.x1[j]! <= end) j++;
  }
  return {
    count,
    x0: union.x0.subarray(0, count),
    x1: union.x1.subarray(0, count),
    node: union.node.subarray(0, count),
    filled: union.filled.subarray(0, count),
    rest: union.rest.subarray(0, count),
    live: null,
  };
}

/** The arc that holds a place, by its position; -1 in a gap. */
export function arcAt({ x0, x1, count }: ArcTable, place: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (x0[mid]! <= place) low = mid + 1;
    else high = mid;
  }
  return low > 0 && place <= x1[low - 1]! ? low - 1 : -1;
}
