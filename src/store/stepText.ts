import type { Translate } from '../i18n/i18n.ts';
import type { LockUse, Plan, PlanStep } from '../planner/plan.ts';
import { partitionCommands } from '../topology/partitionCommands.ts';

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

/** What a plan in place does instead of PostgreSQL's own commands, which refuse hash partitions. */
export function commandTexts({ steps }: Plan, t: Translate): string[] {
  const kinds = new Set(steps.map(({ kind }) => kind));
  const commands = (['split', 'merge'] as const).filter((kind) => kinds.has(kind) || kinds.has('regroup'));
  return commands.map((kind) => t('steps.command', partitionCommands[kind]));
}

/** "ACCESS EXCLUSIVE on the table, the new table": each mode once, in PostgreSQL's words, the rest in the reader's. */
export function lockTexts(locks: readonly LockUse[], t: Translate): string[] {
  const places = new Map<string, { readonly first: LockUse; readonly where: Set<string> }>();
  for (const lock of locks) {
    const key = `${lock.mode}${lock.brief}`;
    const group = places.get(key) ?? { first: lock, where: new Set() };
    places.set(key, group);
    group.where.add(t(`steps.lockOn.${lock.on}`));
  }
  return Array.from(places.values(), ({ first, where }) =>
    t(first.brief ? 'steps.lockBrief' : 'steps.lockHeld', { mode: first.mode, where: [...where].join(', ') }),
  );
}
