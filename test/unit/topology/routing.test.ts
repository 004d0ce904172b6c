import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildRouter, MAX_SLOTS, routeHash, routeRemainder } from '../../../src/topology/routing.ts';
import { gappyLayouts, layoutOf, rowHashes, slowRoute } from '../../fixtures/layouts.ts';

function split(hash: bigint): [number, number] {
  return [Number(hash >> 32n), Number(hash & 0xffffffffn)];
}

describe('a router', () => {
  test('sends each row hash to the one partition whose remainder it has, or to none', () => {
    fc.assert(
      fc.property(gappyLayouts, rowHashes, (layout, hashes) => {
        const router = buildRouter(layout);
        for (const hash of hashes) {
          const owners = layout.filter(({ modulus, remainder }) => hash % BigInt(modulus) === BigInt(remainder));
          expect(owners.length).toBeLessThanOrEqual(1);
          expect(routeHash(router, ...split(hash))).toBe(slowRoute(layout, hash));
        }
      }),
      { seed: 1 },
    );
  });

  test('does without slots beyond the largest index, with the same answers', () => {
    const layout = layoutOf('3: 1', `${3 * MAX_SLOTS}: 0 5`);
    const router = buildRouter(layout);
    expect(router.slots).toBeNull();
    for (const hash of [0n, 1n, 4n, 5n, 6n, BigInt(3 * MAX_SLOTS) + 5n, 2n ** 64n - 1n]) {
      expect(routeHash(router, ...split(hash))).toBe(slowRoute(layout, hash));
    }
  });

  test('finds no partition in an empty layout', () => {
    expect(routeHash(buildRouter([]), 1, 2)).toBe(-1);
  });

  test('finds the owner of a slot of the greatest modulus', () => {
    const router = buildRouter(layoutOf('2: 0', '4: 3'));
    expect([0, 1, 2, 3].map((slot) => routeRemainder(router, slot))).toEqual([0, -1, 0, 1]);
  });
});
