import type { CircleSample } from '../engine/compare/protocol.ts';
import type { CircleKeys } from './ringKeys.ts';

/** About `count` evenly spaced keys of the sample, or all; members become nodes, those of no member -1. */
export function thinCircleKeys(
  { place, placeAfter, before, after }: CircleSample,
  { nodeOfBefore, nodeOfAfter }: { readonly nodeOfBefore: readonly number[]; readonly nodeOfAfter: readonly number[] },
  count: number,
): CircleKeys {
  const kept = Math.min(count, place.length);
  const keys = {
    place: new Float64Array(kept),
    placeAfter: placeAfter === null ? null : new Float64Array(kept),
    before: new Int16Array(kept),
    after: new Int16Array(kept),
  };
  for (let i = 0; i < kept; i++) {
    const key = Math.floor((i * place.length) / kept);
    keys.place[i] = place[key]!;
    if (keys.placeAfter !== null) keys.placeAfter[i] = placeAfter![key]!;
    keys.before[i] = nodeOfBefore[before[key]!] ?? -1;
    keys.after[i] = nodeOfAfter[after[key]!] ?? -1;
  }
  return keys;
}
