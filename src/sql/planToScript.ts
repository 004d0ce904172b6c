import type { Plan } from '../planner/plan.ts';
import type { Dialect, StepNotes } from './dialects/dialect.ts';
import type { SqlScript, SqlSection, TableSpec } from './script.ts';

/**
 * The whole plan as SQL: section -1 creates the old layout, then one section per step.
 * @param notes a comment per step index, e.g. `reads 12 400 rows, writes 6 137 elsewhere`
 */
export function planToScript(dialect: Dialect, plan: Plan, table: TableSpec, notes: StepNotes = []): SqlScript {
  return { sections: [...planSections(dialect, plan, table, notes)] };
}

/** The sections of planToScript() one by one: the script of thousands of steps is long, and need not be written in one go. */
export function* planSections(
  dialect: Dialect,
  plan: Plan,
  table: TableSpec,
  notes: StepNotes = [],
): Generator<SqlSection, void> {
  yield { step: -1, text: dialect.setup(table, plan.from) };
  let step = 0;
  for (const text of dialect.steps(plan, table, notes)) yield { step: step++, text };
}
