import { keyPosition } from '../topology/keyPosition.ts';
import type { HashBound } from '../topology/layout.ts';
import { stripStart } from '../topology/stripOrder.ts';
import { type Arcs, type Circle, NO_MEMBER } from './scheme.ts';

/**
 * Bounds as arcs of a circle, in the digit-reversed order of the strip: one arc a bound, and arcs of NO_MEMBER where bounds
 * are missing. Row hashes have the place that the strip gives them.
 * @param owners member of each bound
 * @param radices of a chain that holds all moduli of the bounds; see stripRadices(). Their product is below 2^32.
 */
export function stripCircle(
  bounds: readonly HashBound[],
  owners: ArrayLike<number>,
  radices: readonly number[],
): Circle {
  let arcs: Arcs | null = null;
  return {
    // Only pictures need them, and they take longer than the router itself.
    get arcs() {
      arcs ??= stripArcs(bounds, owners, radices);
      return arcs;
    },
    place({ hi, lo }, count, out) {
      for (let i = 0; i < count; i++) out[i] = keyPosition(hi[i]!, lo[i]!, radices);
    },
  };
}

function stripArcs(bounds: readonly HashBound[], owners: ArrayLike<number>, radices: readonly number[]): Arcs {
  // Edges are counted in classes of the finest modulus, so that neighbours meet exactly.
  const finest = radices.reduce((product, radix) => product * radix, 1);
  const boxes = bounds
    .map((bound, position) => ({
      edge: Math.round(stripStart(bound, radices) * finest),
      width: finest / bound.modulus,
      owner: owners[position]!,
    }))
    .sort((a, b) => a.edge - b.edge);
  const starts: number[] = [];
  const arcOwners: number[] = [];
  let end = 0;
  const add = (edge: number, owner: number) => {
    starts.push(edge / finest);
    arcOwners.push(owner);
  };
  for (const { edge, width, owner } of boxes) {
    if (edge > end) add(end, NO_MEMBER);
    add(edge, owner);
    end = edge + width;
  }
  if (end < finest) add(end, NO_MEMBER);
  return { starts: Float64Array.from(starts), owners: Uint16Array.from(arcOwners) };
}
