import type { HashBound } from '../topology/layout.ts';
import { buildRouter, routeRemainder } from '../topology/routing.ts';
import { readRemainders } from './hashes/remainders.ts';
import { NO_MEMBER, type Router } from './scheme.ts';
import { stripCircle } from './stripCircle.ts';

/**
 * Routes row hashes as PostgreSQL does, by an index of all remainders of the greatest modulus, and on to the partition's
 * member. Keys without a partition get NO_MEMBER.
 * @param bounds legal and sorted
 * @param owners member of each bound
 * @param radices of the circle; see stripCircle()
 */
export function partitionRouter(
  bounds: readonly HashBound[],
  owners: readonly number[],
  radices: readonly number[],
): Router {
  const router = buildRouter(bounds);
  const modulus = router.greatestModulus;
  const read = readRemainders(modulus);
  return {
    route(keys, count, out) {
      const remainders = read(keys, count);
      for (let i = 0; i < count; i++) {
        const position = routeRemainder(router, remainders[i]!);
        out[i] = position < 0 ? NO_MEMBER : owners[position]!;
      }
    },
    // The server keeps an int for each remainder; beside it stands one node number a partition.
    memoryBytes: 4 * modulus + 2 * bounds.length,
    lookupSteps: 3,
    circle: stripCircle(bounds, owners, radices),
  };
}
