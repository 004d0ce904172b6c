import type { Arcs, Circle } from './scheme.ts';

/** Codes 0, 1, 2 ... as equal pieces of a circle, neighbours of one owner as one arc. At least one code. */
export function rangeCircle(owners: Uint16Array, place: Circle['place']): Circle {
  let arcs: Arcs | null = null;
  return {
    // Only pictures need them.
    get arcs() {
      arcs ??= rangeArcs(owners);
      return arcs;
    },
    place,
  };
}

function rangeArcs(owners: Uint16Array): Arcs {
  const starts: number[] = [];
  for (let code = 0; code < owners.length; code++)
    if (code === 0 || owners[code] !== owners[code - 1]) starts.push(code);
  return {
    starts: Float64Array.from(starts, (code) => code / owners.length),
    owners: Uint16Array.from(starts, (code) => owners[code]!),
  };
}
