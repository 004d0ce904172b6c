import { expect, test } from 'vitest';
import { expectedCounts } from '../../../src/planner/expectedCounts.ts';
import { movedTables } from '../../../src/planner/movedTables.ts';
import { planChange } from '../../../src/planner/planChange.ts';
import type { HashPartition } from '../../../src/topology/layout.ts';
import { uniform } from '../../fixtures/layouts.ts';
import { resized } from '../../fixtures/nodes.ts';

const nodes = resized(2, 3);

function tables(from: readonly HashPartition[], to: readonly HashPartition[], before: number[], after: number[]) {
  const plan = planChange(from, to, 'copy');
  if (!plan.ok) throw new Error('refused');
  return movedTables(plan.value, { nodes, before, after }, expectedCounts(from, to));
}

test('a partition of the same bound on another node goes as it is', () => {
  const [first, second] = uniform(2);
  const halves = uniform(4).filter(({ remainder }) => remainder % 2 === 1);
  expect(tables([first!, second!], [first!, ...halves], [0, 1], [2, 1, 2])).toEqual([
    { name: first!.name, from: 0, to: 2, rows: expect.any(Number) },
  ]);
});

test('one that stays, is split or is rebuilt does not', () => {
  expect(tables(uniform(2), uniform(2), [0, 1], [0, 1])).toEqual([]);
  expect(tables(uniform(2), uniform(4), [0, 1], [2, 2, 2, 2])).toEqual([]);
  expect(tables(uniform(2), uniform(3), [0, 1], [2, 2, 2])).toEqual([]);
});
