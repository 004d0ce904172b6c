import type { HashBound } from '../topology/layout.ts';
import { buildRouter, routeRemainder } from '../topology/routing.ts';

/** Position in the layout of each remainder of its greatest modulus; layout.length where there is no partition. */
export function positionsOf(layout: readonly HashBound[]): Uint32Array {
  const router = buildRouter(layout);
  return Uint32Array.from({ length: router.greatestModulus }, (_, slot) => {
    const position = routeRemainder(router, slot);
    return position < 0 ? layout.length : position;
  });
}
