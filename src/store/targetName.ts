import type { Translate } from '../i18n/i18n.ts';
import type { Plan } from '../planner/plan.ts';
import type { Layout } from '../topology/layout.ts';

/** A plan as a line of the targets, e.g. "PG 8 → 16, split in place". */
export function targetName(plan: Plan, t: Translate): string {
  const params = { from: layoutName(plan.from, t), to: layoutName(plan.to, t) };
  if (plan.kind === 'rebuild') return t('targets.rebuildName', params);
  if (plan.steps.every((step) => step.kind === 'split')) return t('targets.splitName', params);
  return t(plan.steps.every((step) => step.kind === 'merge') ? 'targets.mergeName' : 'targets.changeName', params);
}

/** The number of partitions, and whether their moduli differ: a mixed and an even target may have the same number. */
function layoutName(layout: Layout, t: Translate): string {
  const isEven = layout.every(({ modulus }) => modulus === layout.length);
  return isEven ? String(layout.length) : t('targets.mixed', { count: layout.length });
}
