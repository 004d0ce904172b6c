import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sortByStrip, stripRadices, stripStart } from '../../../src/topology/stripOrder.ts';
import { boundsOf, completeLayouts, layoutOf, uniform } from '../../fixtures/layouts.ts';

test('eight partitions stand in bit-reversed order', () => {
  expect(sortByStrip(uniform(8)).map(({ remainder }) => remainder)).toEqual([0, 4, 2, 6, 1, 5, 3, 7]);
});

test('the radices follow the chain of moduli', () => {
  expect(stripRadices(layoutOf('2: 0', '12: 1', '36: 3'))).toEqual([2, 2, 3, 3]);
  expect(stripRadices(layoutOf('3: 0', '12: 1'))).toEqual([3, 2, 2]);
  expect(stripRadices([])).toEqual([]);
});

test('parts of a split stand in the box of the old partition', () => {
  const layout = layoutOf('2: 0', '6: 1 3 5');
  const radices = stripRadices(layout);
  expect(layout.map((bound) => stripStart(bound, radices))).toEqual([0, 3 / 6, 4 / 6, 5 / 6]);
});

test('the boxes of any complete layout follow each other without gap or overlap', () => {
  fc.assert(
    fc.property(completeLayouts, (layout) => {
      const radices = stripRadices(layout);
      let edge = 0;
      for (const bound of sortByStrip(layout)) {
        expect(stripStart(bound, radices), boundsOf([bound])[0]).toBeCloseTo(edge, 12);
        edge += 1 / bound.modulus;
      }
      expect(edge).toBeCloseTo(1, 12);
    }),
    { seed: 5 },
  );
});
