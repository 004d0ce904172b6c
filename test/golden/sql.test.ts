import { describe, expect, it } from 'vitest';
import type { Plan } from '../../src/planner/plan.ts';
import { postgres } from '../../src/sql/dialects/postgres.ts';
import { joinScript } from '../../src/sql/joinScript.ts';
import { planToScript } from '../../src/sql/planToScript.ts';
import type { SqlScript, TableSpec } from '../../src/sql/script.ts';
import * as fixture from '../unit/sql/planFixtures.ts';

/** Set-up and the first `count` steps: the others repeat them with other numbers. */
function beginning(script: SqlScript, count: number): SqlScript {
  return { sections: script.sections.slice(0, count + 1) };
}

const { orders, tableC, weirdTable } = fixture;
const rebuild = fixture.rebuildPlan(fixture.uniform('orders_8_', 8), fixture.uniform('orders_12_', 12));
const notes = ['reads 12 644 rows, writes 6 205 elsewhere'];

const cases: readonly (readonly [file: string, plan: Plan, table: TableSpec, steps: number, notes: string[]])[] = [
  ['seed001-split-copy', fixture.seedSplit('copy'), tableC, 1, []],
  ['seed001-split-keep-half', fixture.seedSplit('keepHalf'), tableC, 1, []],
  ['seed001-merge-copy', fixture.seedMerge('copy'), tableC, 1, []],
  ['seed001-merge-keep-half', fixture.seedMerge('keepHalf'), tableC, 1, []],
  ['split-8-16-copy', fixture.splitPlan('copy', 'orders_', 8, 16), orders, 2, notes],
  ['split-8-16-keep-half', fixture.splitPlan('keepHalf', 'orders_', 8, 16), orders, 2, notes],
  ['merge-16-8-copy', fixture.mergePlan('copy', 'orders_', 16, 8), orders, 1, []],
  ['merge-16-8-keep-half', fixture.mergePlan('keepHalf', 'orders_', 16, 8), orders, 1, []],
  ['rebuild-8-12', rebuild, orders, 11, []],
  ['weird-split-copy', fixture.weirdSplit('copy'), weirdTable, 2, []],
  ['weird-split-keep-half', fixture.weirdSplit('keepHalf'), weirdTable, 2, []],
  ['weird-merge-copy', fixture.weirdMerge('copy'), weirdTable, 2, []],
  ['weird-merge-keep-half', fixture.weirdMerge('keepHalf'), weirdTable, 2, []],
  ['weird-rebuild-2-3', fixture.weirdRebuild, weirdTable, 5, []],
];

describe('SQL text of plans', () => {
  it.each(cases)('%s is as recorded', async (file, plan, table, steps, stepNotes) => {
    const script = beginning(planToScript(postgres, plan, table, stepNotes), steps);
    await expect(joinScript(script)).toMatchFileSnapshot(`sql/${file}.sql`);
  });
});
