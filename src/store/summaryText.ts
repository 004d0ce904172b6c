import type { Format } from '../i18n/format.ts';
import type { Translate } from '../i18n/i18n.ts';
import { partitionsAfter } from '../planner/progress.ts';
import { computeSummary } from '../scene/headline.ts';
import type { StripModel } from '../scene/stripModel.ts';

/** The picture as one sentence, for readers who can't see it, at a whole step of the plan. */
export function summaryText(strip: StripModel, step: number, t: Translate, format: Format): string {
  const { plan } = strip.input;
  // A rebuild shows its new tables from the start.
  const shown = plan.kind === 'rebuild' ? plan.to.length : partitionsAfter(plan, step);
  const { params } = computeSummary(strip.input, shown, step);
  return t(`strip.summary.${plan.kind}`, {
    ...params,
    total: format.integer(Number(params.total)),
    moved: format.integer(Number(params.moved)),
    share: format.percent(Number(params.share), 1),
  });
}
