import { costStep } from '../../planner/costs.ts';
import type { Plan, PlanStep, RowCosts } from '../../planner/plan.ts';
import { LONG_PLAN } from '../../scene/clock.ts';
import { lockTexts, stepTitle } from '../stepText.ts';
import type { Slide, SlideInput, Texts } from './slide.ts';

/** One slide a step; of a plan with more than LONG_PLAN steps, one for several of them. */
export function stepSlides({ counted }: SlideInput, texts: Texts): readonly Slide[] {
  const { plan } = counted.derived;
  const change = counted.reply.changes[0]!;
  return groupSteps(plan).map((steps) => {
    const costs = steps.map((step) => costStep(plan, step, change));
    return stepSlide(plan, steps, { costs: addUp(costs), total: change.total }, texts);
  });
}

/** Steps that share a slide: about equally many, and of a rebuild only such as do the same. */
export function groupSteps({ kind, steps }: Plan): readonly (readonly PlanStep[])[] {
  const most = steps.length > LONG_PLAN ? Math.ceil(steps.length / LONG_PLAN) : 1;
  const groups: PlanStep[][] = [];
  for (const step of steps) {
    const last = groups.at(-1);
    const differs = kind === 'rebuild' && last?.[0]?.kind !== step.kind;
    if (last === undefined || last.length === most || differs) groups.push([step]);
    else last.push(step);
  }
  return groups;
}

function addUp(costs: readonly RowCosts[]): RowCosts {
  const sum = (of: (cost: RowCosts) => number): number => costs.reduce((total, cost) => total + of(cost), 0);
  return {
    moved: sum(({ moved }) => moved),
    rewritten: sum(({ rewritten }) => rewritten),
    read: sum(({ read }) => read),
  };
}

function stepSlide(
  plan: Plan,
  steps: readonly PlanStep[],
  { costs, total }: { readonly costs: RowCosts; readonly total: number },
  { t, format }: Texts,
): Slide {
  const [first, last] = [steps[0]!, steps.at(-1)!];
  const all = format.integer(plan.steps.length);
  const rows = t('presenter.rows', {
    read: format.integer(costs.read),
    written: format.integer(costs.rewritten),
    moved: format.integer(costs.moved),
    total: format.integer(total),
  });
  const isOne = steps.length === 1;
  const caption = isOne
    ? t('presenter.step', { step: format.integer(first.index + 1), steps: all, title: stepTitle(first, t) })
    : t('presenter.steps', {
        first: format.integer(first.index + 1),
        last: format.integer(last.index + 1),
        steps: all,
      });
  return {
    id: `step${first.index + 1}`,
    view: 'strip',
    t: last.index + 1,
    caption,
    notes: [
      costs.read === 0 && costs.rewritten === 0 ? t('presenter.noRows') : rows,
      ...(isOne ? [] : [t('presenter.span', { first: stepTitle(first, t), last: stepTitle(last, t) })]),
      t('presenter.locks', { locks: lockTexts(first.locks, t).join('; ') }),
      t(`presenter.risk.${first.kind}`),
      t('presenter.timeout'),
    ],
  };
}
