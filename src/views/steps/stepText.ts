import type { Translate } from '../../i18n/i18n.ts';
import type { LockUse, PlanStep } from '../../planner/plan.ts';

const MOST_NAMES = 4;

/** A step in words, e.g. "Split orders_8_3 into orders_16_3, orders_16_11". */
export function stepTitle(step: PlanStep, t: Translate): string {
  return t(`steps.title.${step.kind}`, { from: nameList(step.from, t), to: nameList(step.to, t) });
}

function nameList(partitions: PlanStep['from'], t: Translate): string {
  const names = partitions.slice(0, MOST_NAMES).map((partition) => partition.name);
  const rest = partitions.length - names.length;
  return rest > 0 ? t('steps.andMore', { names: names.join(', '), count: rest }) : names.join(', ');
}

/** "ACCESS EXCLUSIVE on the table, brief": the mode in PostgreSQL's words, the rest in the reader's. */
export function lockText(lock: LockUse, t: Translate): string {
  const where = t(`steps.lockOn.${lock.on}`);
  return t(lock.brief ? 'steps.lockBrief' : 'steps.lockHeld', { mode: lock.mode, where });
}
