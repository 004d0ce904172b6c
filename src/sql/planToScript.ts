import type { Plan } from '../planner/plan.ts';
import type { Dialect, StepNotes } from './dialects/dialect.ts';
import type { SqlScript, TableSpec } from './script.ts';

/**
 * The whole plan as SQL: section -1 creates the old layout, then one section per step.
 * @param notes a comment per step index, e.g. `reads 12 400 rows, writes 6 137 elsewhere`
 */
export function planToScript(dialect: Dialect, plan: Plan, table: TableSpec, notes: StepNotes = []): SqlScript {
  const steps = dialect.steps(plan, table, notes).map((text, step) => ({ step, text }));
  return { sections: [{ step: -1, text: dialect.setup(table, plan.from) }, ...steps] };
}
