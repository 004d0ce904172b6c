import { describe, expect, test } from 'vitest';
import { initialPlacement } from '../../../src/planner/initialPlacement.ts';
import { fillRooms, largestRemainders, placesIn } from '../../../src/planner/nodeShares.ts';
import { layoutOf, uniform } from '../../fixtures/layouts.ts';
import { nodesOf, resized } from '../../fixtures/nodes.ts';

describe('the placement before a change', () => {
  test.each([
    [8, 4],
    [7, 4],
    [3, 5],
    [65, 64],
  ])('puts partition i of %i on node i mod %i when nodes are equal', (partitions, nodes) => {
    const expected = Array.from({ length: partitions }, (_, i) => i % nodes);
    expect(initialPlacement(uniform(partitions), resized(nodes, nodes))).toEqual(expected);
  });

  test('leaves out nodes that are still joining', () => {
    expect(initialPlacement(uniform(4), nodesOf('+a', 'b', '-c'))).toEqual([1, 2, 1, 2]);
  });

  test('gives turns by weight, evenly spaced', () => {
    expect(initialPlacement(uniform(8), nodesOf('a', 'b', 'c*2'))).toEqual([2, 0, 1, 2, 2, 0, 1, 2]);
    expect(initialPlacement(uniform(5), nodesOf('a*4', 'b'))).toEqual([0, 0, 1, 0, 0]);
  });

  test('balances the share of mixed moduli', () => {
    const mixed = layoutOf('4: 0 1', '8: 2 3 6 7');
    const placement = initialPlacement(mixed, resized(3, 3));
    const held = [0, 0, 0];
    for (const [i, node] of placement.entries()) held[node]! += 8 / mixed[i]!.modulus;
    expect(held.sort()).toEqual([2, 3, 3]);
  });

  test('of no partition is empty, and without a node is an error', () => {
    expect(initialPlacement([], resized(2, 2))).toEqual([]);
    expect(() => initialPlacement(uniform(2), nodesOf('+a'))).toThrow(RangeError);
  });
});

describe('rooms', () => {
  const vessel = (weight: number, load = 0, cap = Number.POSITIVE_INFINITY) => ({ weight, load, cap });

  test('rise to one level of load over weight', () => {
    expect(fillRooms([vessel(1), vessel(3)], 8)).toEqual([2, 6]);
    expect(fillRooms([vessel(1, 3), vessel(1, 1), vessel(2)], 8)).toEqual([0, 2, 6]);
    expect(fillRooms([vessel(1, 9), vessel(1)], 4)).toEqual([0, 4]);
    expect(fillRooms([vessel(1), vessel(1)], 0)).toEqual([0, 0]);
  });

  test('end at the caps, and there are none beyond all of them', () => {
    expect(fillRooms([vessel(1, 0, 2), vessel(1), vessel(1)], 12)).toEqual([2, 5, 5]);
    expect(fillRooms([vessel(1, 1, 2), vessel(1, 0, 3)], 4)).toEqual([1, 3]);
    expect(fillRooms([vessel(1, 1, 2), vessel(1, 0, 3)], 5)).toBeNull();
    expect(fillRooms([vessel(1, 5, 2)], 1)).toBeNull();
  });

  test('take whole partitions, and the largest remainders one more', () => {
    const three = [vessel(1), vessel(1), vessel(1)];
    expect(placesIn(three, [2, 2, 2], 2, 3)).toEqual({ full: [1, 1, 1], open: [false, false, false], shared: 0 });
    expect(placesIn(three, [5, 5, 5], 3, 5)).toEqual({ full: [1, 1, 1], open: [true, true, true], shared: 2 });
    expect(placesIn(three, [1.5, 1.9, 1.6], 1, 5)).toEqual({ full: [1, 2, 1], open: [false, false, true], shared: 1 });
    expect(placesIn(three, [2, 4, 6], 2, 2)).toEqual({ full: [1, 2, 3], open: [false, false, false], shared: 0 });
    expect(placesIn([vessel(1, 0, 5), vessel(1)], [5, 5], 3, 3)).toEqual({
      full: [1, 1],
      open: [false, true],
      shared: 1,
    });
    expect(placesIn([vessel(1, 0, 5), vessel(1, 0, 5)], [5, 5], 3, 3)).toBeNull();
  });

  test('in proportion round to the first of equal remainders', () => {
    expect(largestRemainders([1, 1, 1], 4)).toEqual([2, 1, 1]);
    expect(largestRemainders([5, 3, 2], 7)).toEqual([4, 2, 1]);
  });
});
