import { assertNever } from '../../lib/exhaustive.ts';
import type { Plan, PlanStep } from '../../planner/plan.ts';
import { rebuildNames, retiredNames } from '../planNames.ts';
import type { Dialect } from './dialect.ts';
import { copyRows, createMissing, keepHalfMerge, keepHalfSplit } from './postgres/inPlace.ts';
import { copyOld, dropOld, prepareNew, rebuildWarnings, swapTables } from './postgres/rebuild.ts';
import { setupTable } from './postgres/setup.ts';
import type { StepContext } from './postgres/statements.ts';
import { comments, listNames, toText } from './postgres/statements.ts';

/** PostgreSQL 11 and later; nothing here depends on a newer version. */
export const postgres = {
  id: 'postgres',
  label: 'PostgreSQL',
  setup: (table, layout) => toText(setupTable(table, layout)),
  *steps(plan, table, notes) {
    const context = { table, rebuild: rebuildNames(plan, table), retired: retiredNames(plan, table) };
    const firstCopy = plan.steps.find((step) => step.kind === 'copy');
    for (const step of plan.steps) {
      const head = [`Step ${step.index + 1} of ${plan.steps.length}: ${describe(step, context)}`];
      const note = notes[step.index];
      if (note !== undefined) head.push(...note.split('\n'));
      head.push(...rebuildWarnings(context, step, step === firstCopy));
      yield toText([...comments(head), "SET lock_timeout = '1s';", '', ...body(plan, step, context)]);
    }
  },
} as const satisfies Dialect;

function body(plan: Plan, step: PlanStep, context: StepContext): readonly string[] {
  const keepHalf = plan.recipe === 'keepHalf';
  switch (step.kind) {
    case 'split':
      return (keepHalf ? keepHalfSplit(context, step) : null) ?? copyRows(context, step);
    case 'merge':
      return (keepHalf ? keepHalfMerge(context, step) : null) ?? copyRows(context, step);
    case 'regroup':
      return copyRows(context, step);
    case 'create':
      return createMissing(context, step);
    case 'prepare':
      return prepareNew(context, plan.to);
    case 'copy':
      return copyOld(context, step);
    case 'swap':
      return swapTables(context);
    case 'drop':
      return dropOld(context, plan.to);
    default:
      return assertNever(step.kind, 'step kind');
  }
}

function describe(step: PlanStep, { table, rebuild }: StepContext): string {
  const from = listNames(step.from);
  const to = listNames(step.to);
  switch (step.kind) {
    case 'split':
    case 'merge':
    case 'regroup':
      return `${step.kind} ${from} into ${to}`;
    case 'create':
      return `create ${to}`;
    case 'prepare':
      return `create ${rebuild.newParent} with ${step.to.length} partitions`;
    case 'copy':
      return `copy ${from} into ${rebuild.newParent}`;
    case 'swap':
      return `swap ${table.name} and ${rebuild.newParent}`;
    case 'drop':
      return `drop ${rebuild.oldParent}`;
    default:
      return assertNever(step.kind, 'step kind');
  }
}
