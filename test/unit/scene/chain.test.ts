import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeChains, isOnChain, stripPosition } from '../../../src/scene/chain.ts';
import { layoutOf } from '../../fixtures/stripPlan.ts';

const radices = fc.array(fc.constantFrom(2, 3, 5, 7, 11), { maxLength: 6 });

function moduliOf(list: readonly number[]): number[] {
  let product = 1;
  return [1, ...list.map((radix) => (product *= radix))];
}

describe('computeChains', () => {
  it('gives one chain for both layouts when one modulus divides the other', () => {
    expect(computeChains(layoutOf('8'), layoutOf('16'))).toEqual({
      from: [2, 2, 2, 2],
      to: [2, 2, 2, 2],
      shared: 16,
      common: true,
    });
  });

  it('shares the greatest common divisor when it does not, and ends both in the least common multiple', () => {
    expect(computeChains(layoutOf('8'), layoutOf('12'))).toEqual({
      from: [2, 2, 2, 3],
      to: [2, 2, 3, 2],
      shared: 4,
      common: false,
    });
  });

  it('breaks each ratio in ascending primes and keeps every modulus on the chain', () => {
    const chains = computeChains(layoutOf('6:0 12:1 12:7'), layoutOf('36'));
    expect(chains.from).toEqual([2, 3, 2, 3]);
    expect(chains.common).toBe(true);
  });

  it('keeps a class that both layouts respect in place although no chain holds all moduli', () => {
    const chains = computeChains(layoutOf('2:0 12:1 12:7'), layoutOf('2:0 18:1 18:7 18:13'));
    expect(chains.shared).toBe(6);
    expect(stripPosition({ modulus: 6, remainder: 1 }, chains.from)).toEqual(
      stripPosition({ modulus: 6, remainder: 1 }, chains.to),
    );
  });

  it('puts every partition of both layouts on its chain', () => {
    const modulus = fc.integer({ min: 1, max: 5000 });
    fc.assert(
      fc.property(modulus, modulus, (a, b) => {
        const chains = computeChains([{ modulus: a, remainder: 0 }], [{ modulus: b, remainder: 0 }]);
        expect(isOnChain(a, chains.from)).toBe(true);
        expect(isOnChain(b, chains.to)).toBe(true);
        expect(moduliOf(chains.from).at(-1)).toBe(moduliOf(chains.to).at(-1));
      }),
    );
  });

  it('gives an empty layout the whole strip', () => {
    expect(computeChains([], layoutOf('2')).common).toBe(true);
  });
});

describe('stripPosition', () => {
  it('orders eight partitions so that halves sit together', () => {
    const order = layoutOf('8')
      .toSorted((a, b) => stripPosition(a, [2, 2, 2]).x - stripPosition(b, [2, 2, 2]).x)
      .map((bound) => bound.remainder);
    expect(order).toEqual([0, 4, 2, 6, 1, 5, 3, 7]);
  });

  it('refuses a modulus that is not on the chain', () => {
    expect(() => stripPosition({ modulus: 6, remainder: 1 }, [2, 2])).toThrow('modulus 6 is not on the chain 2 x 2');
  });

  it('tiles the strip with the classes of every modulus, each inside its parent', () => {
    fc.assert(
      fc.property(radices, (list) => {
        let parent = 1;
        for (const modulus of moduliOf(list)) {
          const starts = new Set<number>();
          for (let remainder = 0; remainder < Math.min(modulus, 3000); remainder++) {
            const box = stripPosition({ modulus, remainder }, list);
            const outer = stripPosition({ modulus: parent, remainder: remainder % parent }, list);
            expect(box.x).toBeGreaterThanOrEqual(outer.x - 1e-12);
            expect(box.x + box.width).toBeLessThanOrEqual(outer.x + outer.width + 1e-12);
            starts.add(Math.round(box.x * modulus));
          }
          expect(starts.size).toBe(Math.min(modulus, 3000));
          parent = modulus;
        }
      }),
      { numRuns: 30 },
    );
  });
});
