import { beforeAll, describe, expect, test } from 'vitest';
import { int8 } from '../../../src/hash/keyTypes/int8.ts';
import { longFromBigint } from '../../../src/hash/longValue.ts';
import { partitionRowHash } from '../../../src/hash/partitionHash.ts';
import { measureBalance } from '../../../src/planner/balance.ts';
import { costPlan } from '../../../src/planner/costs.ts';
import { leastMoved, lowerBound } from '../../../src/planner/lowerBound.ts';
import { movedFractionTheory } from '../../../src/planner/movedFraction.ts';
import { nearestTargets } from '../../../src/planner/nearestTargets.ts';
import { planChange } from '../../../src/planner/planChange.ts';
import { canSplit } from '../../../src/topology/siblings.ts';
import { countChange, layoutOf, nameOf, uniform } from '../../fixtures/layouts.ts';

/** Row hashes of the bigint keys 1..100000, whose counts a real PostgreSQL has confirmed. */
const hashes: bigint[] = [];
beforeAll(() => {
  const out = new Uint32Array(2);
  for (let key = 1n; key <= 100_000n; key++) {
    partitionRowHash([{ type: int8, value: longFromBigint(key) }], out);
    hashes.push((BigInt(out[0]!) << 32n) | BigInt(out[1]!));
  }
});

describe('the bigint keys 1..100000 in 8 partitions', () => {
  test.each([
    [9, 88_987],
    [10, 80_041],
    [12, 66_816],
    [16, 49_986],
  ])('%i partitions instead move %i rows', (target, moved) => {
    const change = countChange(uniform(8), uniform(target), hashes);
    const plan = planChange(uniform(8), uniform(target), 'copy');
    if (!plan.ok) throw new Error('no plan');
    expect(costPlan(plan.value, change)).toEqual({ moved, rewritten: 100_000, read: 100_000 });
    expect(moved / 100_000).toBeCloseTo(movedFractionTheory(8, target), 2);
    expect(leastMoved(change.from, change.to)).toBeLessThanOrEqual(moved);
  });

  test('give 6195 + 6253 rows when remainder 3 is split, of which 6253 are written by keepHalf', () => {
    const from = uniform(8);
    const to = canSplit(from, from[3]!, 2, nameOf);
    if (!to.ok) throw new Error('no split');
    const change = countChange(from, to.value, hashes);
    expect(change.to.slice(-2)).toEqual([6195, 6253]);
    const plan = planChange(from, to.value, 'keepHalf');
    expect(plan.ok && costPlan(plan.value, change)).toEqual({ moved: 6253, rewritten: 6253, read: 12_448 + 6195 });
  });

  test('are even: the fullest is 1.012 times the mean, and chance alone often is less even', () => {
    const change = countChange(uniform(8), uniform(8), hashes);
    expect(change.from).toEqual([12644, 12575, 12571, 12448, 12482, 12403, 12400, 12477]);
    const balance = measureBalance(uniform(8), change.from);
    expect(balance.hottest).toBeCloseTo(1.0115, 4);
    expect(balance.degreesOfFreedom).toBe(7);
    // Sum of (count - 12500)^2 / 12500 by hand: 54368 / 12500.
    expect(balance.chiSquare).toBeCloseTo(54_368 / 12_500, 10);
    expect(balance.pValue).toBeGreaterThan(0.5);
    expect(balance.standardDeviation).toBeCloseTo(Math.sqrt(54_368 / 8), 10);
  });
});

describe('balance', () => {
  test('expects shares of 1 / modulus, also beside gaps', () => {
    expect(measureBalance(layoutOf('2: 0', '4: 1 3'), [50, 25, 25])).toMatchObject({ chiSquare: 0, pValue: 1 });
    expect(measureBalance(layoutOf('2: 0', '4: 1'), [60, 30]).chiSquare).toBeCloseTo(0, 12);
    expect(measureBalance(uniform(2), [60, 40])).toMatchObject({ chiSquare: 4, hottest: 1.2, standardDeviation: 10 });
    expect(measureBalance(uniform(2), [60, 40]).pValue).toBeCloseTo(0.0455, 4);
  });

  test('of no rows or of one partition is even', () => {
    expect(measureBalance(uniform(2), [0, 0])).toMatchObject({ hottest: 1, chiSquare: 0, pValue: 1 });
    expect(measureBalance(uniform(1), [7])).toMatchObject({ hottest: 1, degreesOfFreedom: 0, pValue: 1 });
    expect(measureBalance([], [])).toMatchObject({ hottest: 1, pValue: 1 });
  });
});

describe('lower bound', () => {
  const counts = (from: number[]) => ({
    total: from.reduce((sum, rows) => sum + rows, 0),
    from,
    to: [],
    fromMissing: 0,
    toMissing: 0,
    stay: [],
    flows: null,
  });

  test('is the excess over the new shares, largest against largest', () => {
    expect(lowerBound(counts([50, 50]), uniform(2), uniform(4))).toBe(50);
    expect(lowerBound(counts([10, 90]), uniform(2), layoutOf('2: 0', '4: 1 3'))).toBe(40);
    expect(lowerBound(counts([25, 25, 25, 25]), uniform(4), uniform(2))).toBe(50);
  });

  test('is rounded up to whole rows', () => {
    expect(lowerBound(counts([5, 5]), uniform(2), uniform(3))).toBe(4);
    expect(lowerBound(counts([100]), uniform(1), uniform(3))).toBe(67);
  });

  test('agrees with trying every pairing', () => {
    const from = [9, 1, 5, 7];
    const to = [4, 6, 2, 10];
    const orders = to.flatMap((a) => to.flatMap((b) => to.flatMap((c) => to.map((d) => [a, b, c, d]))));
    const kept = orders
      .filter((order) => new Set(order).size === 4)
      .map((order) => order.reduce((sum, share, i) => sum + Math.min(share, from[i]!), 0));
    expect(leastMoved(from, to)).toBe(22 - Math.max(...kept));
  });
});

describe('nearest targets', () => {
  const offered = (from: ReturnType<typeof uniform>, to: ReturnType<typeof uniform>) =>
    nearestTargets(from, to).map((spec) => (spec.kind === 'uniform' ? spec.modulus : 0));

  test('are legal in place, nearest first, and never the present layout', () => {
    expect(offered(uniform(8), uniform(12))).toEqual([16, 24, 4]);
    expect(offered(uniform(8), uniform(9))).toEqual([16, 4, 24]);
    expect(offered(uniform(10), uniform(16))).toEqual([20, 30, 5]);
    expect(offered(uniform(1024), uniform(600))).toEqual([512, 2048, 3072]);
  });

  test('leave out the wish itself', () => {
    expect(offered(uniform(8), uniform(16))).toEqual([24, 32, 4]);
    expect(offered(layoutOf('2: 0', '4: 1 3'), uniform(4))).toEqual([8, 2, 12]);
  });

  test('come from one side where the other has none', () => {
    expect(offered(uniform(4096), uniform(4095))).toEqual([2048, 1024, 512]);
    expect(offered(uniform(5), uniform(1))).toEqual([10, 15, 20]);
  });

  test('fit between mixed moduli', () => {
    const from = layoutOf('2: 0', '12: 1 3 5 7 9 11');
    expect(offered(from, uniform(5))).toEqual([6, 4, 12]);
    for (const spec of nearestTargets(from, uniform(5))) {
      const plan = planChange(from, uniform(spec.kind === 'uniform' ? spec.modulus : 1), 'copy');
      expect(plan.ok && plan.value.kind).toBe('inPlace');
    }
  });
});

test('the theory of moved shares uses the least common multiple', () => {
  expect(movedFractionTheory(4, 8)).toBe(0.5);
  expect(movedFractionTheory(8, 12)).toBeCloseTo(2 / 3, 15);
  expect(movedFractionTheory(12, 8)).toBeCloseTo(2 / 3, 15);
  expect(movedFractionTheory(7, 7)).toBe(0);
});
