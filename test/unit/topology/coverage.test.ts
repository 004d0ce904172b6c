import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareBounds } from '../../../src/topology/boundOrder.ts';
import { coveredFraction, gapsOf, isComplete, overlaps } from '../../../src/topology/coverage.ts';
import { isLegalLayout } from '../../../src/topology/expandLayout.ts';
import { boundsOf, completeLayouts, gappyLayouts, layoutOf, nameOf, uniform } from '../../fixtures/layouts.ts';

describe('gaps', () => {
  test('are as coarse as the strip allows', () => {
    expect(boundsOf([...gapsOf(layoutOf('8: 5'))])).toEqual(['(2, 0)', '(8, 1)', '(4, 3)']);
    expect(boundsOf([...gapsOf(layoutOf('6: 0 3'))])).toEqual(['(6, 2)', '(6, 4)', '(6, 1)', '(6, 5)']);
    expect(boundsOf([...gapsOf([])])).toEqual(['(1, 0)']);
  });

  test('are told for one part of the table', () => {
    expect(boundsOf([...gapsOf(layoutOf('8: 5'), { modulus: 4, remainder: 1 })])).toEqual(['(8, 1)']);
    expect(boundsOf([...gapsOf(layoutOf('8: 5'), { modulus: 3, remainder: 0 })])).toHaveLength(3);
  });

  test('are found one by one where there are billions', () => {
    expect(gapsOf(layoutOf('2147483647: 0')).next().value).toEqual({ modulus: 2147483647, remainder: 1 });
  });

  test('complete any legal layout when they are created', () => {
    fc.assert(
      fc.property(gappyLayouts, (layout) => {
        const gaps = [...gapsOf(layout)].map((bound) => ({ ...bound, name: nameOf(bound) }));
        const filled = [...layout, ...gaps].sort(compareBounds);
        expect(isLegalLayout(filled)).toBe(true);
        expect(isComplete(filled)).toBe(true);
        expect(isComplete(layout)).toBe(gaps.length === 0);
      }),
      { seed: 2 },
    );
  });
});

describe('covered fraction', () => {
  test('is exact', () => {
    expect(coveredFraction(layoutOf('2: 0', '4: 3'))).toBe(0.75);
    expect(coveredFraction([])).toBe(0);
    expect(isComplete(uniform(4095))).toBe(true);
    expect(isComplete(uniform(4095).slice(1))).toBe(false);
  });

  test('is one after any splits and merges', () => {
    fc.assert(
      fc.property(completeLayouts, (layout) => coveredFraction(layout) === 1),
      { seed: 3 },
    );
  });
});

test('two bounds overlap when some number has both remainders', () => {
  for (let m = 1; m <= 8; m++) {
    for (let n = 1; n <= 8; n++) {
      const shared = Array.from({ length: m * n }, (_, x) => x);
      for (let r = 0; r < m; r++) {
        const a = { modulus: m, remainder: r };
        const b = { modulus: n, remainder: n - 1 };
        expect(overlaps(a, b)).toBe(shared.some((x) => x % m === r && x % n === n - 1));
      }
    }
  }
});
