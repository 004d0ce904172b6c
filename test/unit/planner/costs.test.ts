import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { costPlan, costStep } from '../../../src/planner/costs.ts';
import type { ChangeCounts, Plan, Recipe } from '../../../src/planner/plan.ts';
import { planChange } from '../../../src/planner/planChange.ts';
import { layoutAfter, tablesAfter } from '../../../src/planner/progress.ts';
import type { Layout } from '../../../src/topology/layout.ts';
import {
  completeLayouts,
  countChange,
  gappyLayouts,
  layoutOf,
  nameOf,
  rowHashes,
  slowRoute,
  uniform,
} from '../../fixtures/layouts.ts';

const recipes: fc.Arbitrary<Recipe> = fc.constantFrom('copy', 'keepHalf');

function planOf(from: Layout, to: Layout, recipe: Recipe): Plan {
  const plan = planChange(from, to, recipe);
  if (!plan.ok) throw new Error(JSON.stringify(plan.error));
  return plan.value;
}

/** (2, 1) of 100 rows is split into 45 that stay and 30 + 25 that leave; (2, 0) of 80 rows stays. */
const change: ChangeCounts = {
  total: 180,
  from: [80, 100],
  to: [80, 45, 30, 25],
  fromMissing: 0,
  toMissing: 0,
  stay: [80, 45, 0, 0],
  flows: null,
};
const two = uniform(2);
const hot = layoutOf('2: 0', '6: 1 3 5');
const back: ChangeCounts = { ...change, from: change.to, to: change.from, stay: [80, 45] };

describe('a split', () => {
  test('writes every row of the partition when it copies', () => {
    expect(costPlan(planOf(two, hot, 'copy'), change)).toEqual({ moved: 55, rewritten: 100, read: 100 });
  });

  test('writes only the rows that leave when it keeps the heir, and ATTACH scans the rest', () => {
    expect(costPlan(planOf(two, hot, 'keepHalf'), change)).toEqual({ moved: 55, rewritten: 55, read: 145 });
  });
});

describe('a merge', () => {
  test('writes every row when it copies', () => {
    expect(costPlan(planOf(hot, two, 'copy'), back)).toEqual({ moved: 55, rewritten: 100, read: 100 });
  });

  test('writes only the other parts when it keeps the heir, whose rows ATTACH scans', () => {
    expect(costPlan(planOf(hot, two, 'keepHalf'), back)).toEqual({ moved: 55, rewritten: 55, read: 100 });
  });

  test('into a bound whose heir is missing writes every row under either recipe', () => {
    const from = layoutOf('6: 3 5');
    const counts = { ...back, total: 55, from: [30, 25], to: [55], stay: [0] };
    const plan = planOf(from, layoutOf('2: 1'), 'keepHalf');
    expect(costPlan(plan, counts)).toEqual({ moved: 55, rewritten: 55, read: 55 });
  });
});

test('a regroup and a rebuild write every row under either recipe, and the other steps of a rebuild none', () => {
  const hashes = Array.from({ length: 24 }, (_, i) => BigInt(i));
  const counts = countChange(uniform(8), uniform(12), hashes);
  const plan = planOf(uniform(8), uniform(12), 'keepHalf');
  expect(costPlan(plan, counts)).toEqual({ moved: 16, rewritten: 24, read: 24 });
  expect(costStep(plan, plan.steps[1]!, counts)).toEqual({ moved: 2, rewritten: 3, read: 3 });
  for (const index of [0, 9, 10]) {
    expect(costStep(plan, plan.steps[index]!, counts)).toEqual({ moved: 0, rewritten: 0, read: 0 });
  }
});

describe('for any layouts, keys and recipe', () => {
  test('rows moved and rows kept are all rows', () => {
    fc.assert(
      fc.property(completeLayouts, completeLayouts, recipes, rowHashes, (from, to, recipe, hashes) => {
        const counts = countChange(from, to, hashes);
        const { moved, rewritten, read } = costPlan(planOf(from, to, recipe), counts);
        const moves = hashes.filter(
          (hash) => from[slowRoute(from, hash)]!.remainder !== to[slowRoute(to, hash)]!.remainder,
        );
        expect(moved).toBe(moves.length);
        expect(moved + counts.stay.reduce((sum, rows) => sum + rows, 0)).toBe(counts.total);
        expect(rewritten).toBeGreaterThanOrEqual(moved);
        expect(read).toBeGreaterThanOrEqual(rewritten);
      }),
      { seed: 9 },
    );
  });

  test('the tables after each step hold what a count from scratch finds', () => {
    fc.assert(
      fc.property(gappyLayouts, completeLayouts, recipes, rowHashes, (from, to, recipe, hashes) => {
        const plan = planOf(from, to, recipe);
        const counts = countChange(from, to, hashes);
        const stored = hashes.filter((hash) => slowRoute(from, hash) >= 0);
        for (let done = 0; done <= plan.steps.length; done++) {
          const live = layoutAfter(plan, done);
          const expected = live.map(({ modulus, remainder }) => ({
            name: nameOf({ modulus, remainder }),
            rows: stored.filter((hash) => hash % BigInt(modulus) === BigInt(remainder)).length,
          }));
          const isNewLive = plan.kind === 'rebuild' && live === plan.to;
          const tables = tablesAfter(plan, counts, done).filter(
            ({ side }) => plan.kind !== 'rebuild' || (side === 'new') === isNewLive,
          );
          const found = tables.map(({ name, rows }) => ({ name, rows }));
          expect(found.sort(byName)).toEqual(expected.sort(byName));
        }
      }),
      { seed: 10, numRuns: 60 },
    );
  });
});

function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name < b.name ? -1 : 1;
}

describe('tables of a rebuild', () => {
  const hashes = Array.from({ length: 60 }, (_, i) => BigInt(i * i * 31));
  const counts = countChange(uniform(2), uniform(3), hashes);
  const plan = planOf(uniform(2), uniform(3), 'copy');
  const rowsOf = (done: number, side: string, of: ChangeCounts = counts) =>
    tablesAfter(plan, of, done)
      .filter((table) => table.side === side)
      .map(({ rows }) => rows);

  test('fill with one old partition after the other, and the old ones stay until the drop', () => {
    const evens = [0, 1, 2].map((r) => hashes.filter((hash) => hash % 2n === 0n && hash % 3n === BigInt(r)).length);
    expect([0, 1, 2, 3, 4].map((done) => rowsOf(done, 'new'))).toEqual([[], [0, 0, 0], evens, counts.to, counts.to]);
    expect([0, 4, 5].map((done) => rowsOf(done, 'old'))).toEqual([counts.from, counts.from, []]);
  });

  test('are unknown half-way when the flows were not counted', () => {
    const blind = { ...counts, flows: null };
    expect([1, 2, 3].map((done) => rowsOf(done, 'new', blind))).toEqual([[0, 0, 0], [null, null, null], counts.to]);
  });
});
