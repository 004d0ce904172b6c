import { describe, expect, it } from 'vitest';
import type { Dialect } from '../../src/sql/dialects/dialect.ts';
import { dialects } from '../../src/sql/dialects/dialects.ts';
import { planToScript } from '../../src/sql/planToScript.ts';
import * as fixture from '../unit/sql/planFixtures.ts';

const { orders, weirdTable } = fixture;
const plans = [
  ['split', fixture.splitPlan('copy', 'orders_', 2, 4), orders],
  ['split, keep half', fixture.splitPlan('keepHalf', 'orders_', 2, 4), orders],
  ['merge', fixture.mergePlan('copy', 'orders_', 4, 2), orders],
  ['merge, keep half', fixture.mergePlan('keepHalf', 'orders_', 4, 2), orders],
  ['rebuild', fixture.rebuildPlan(fixture.uniform('a', 2), fixture.uniform('b', 3)), orders],
  ['unusual names', fixture.weirdSplit('copy'), weirdTable],
] as const;

it('gives each dialect an id of its own', () => {
  expect(new Set(dialects.map((dialect) => dialect.id)).size).toBe(dialects.length);
});

describe.each(dialects as readonly Dialect[])('dialect $id', (dialect) => {
  it.each(plans)('writes one section a step for %s', (_, plan, table) => {
    const { sections } = planToScript(dialect, plan, table);
    expect(sections.map(({ step }) => step)).toEqual([-1, ...plan.steps.map(({ index }) => index)]);
    for (const { text } of sections) expect(text).toMatch(/\S\n$/);
  });

  it.each(plans)('gives the same text for the same plan (%s)', (_, plan, table) => {
    expect(planToScript(dialect, plan, table)).toEqual(planToScript(dialect, structuredClone(plan), table));
  });

  it('names every partition in the set-up', () => {
    const { from } = fixture.splitPlan('copy', 'orders_', 8, 16);
    const text = dialect.setup(orders, from);
    for (const { name } of from) expect(text).toContain(name);
  });

  it('has a headline with number and name for every step', () => {
    const { sections } = planToScript(dialect, fixture.splitPlan('copy', 'orders_', 2, 4), orders);
    expect(sections[2]?.text.split('\n')[0]).toContain('Step 2 of 2: split orders_2_1 into orders_4_1, orders_4_3');
  });
});
