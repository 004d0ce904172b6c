import type { Format } from '../i18n/format.ts';
import type { Translate } from '../i18n/i18n.ts';
import { computeSummary } from '../scene/headline.ts';
import { computeLiveBoxes } from '../scene/liveBoxes.ts';
import type { StripModel } from '../scene/stripModel.ts';

/** The picture as one sentence, for readers who can't see it, at a whole step of the plan. */
export function summaryText(strip: StripModel, step: number, t: Translate, format: Format): string {
  const { params } = computeSummary(strip.input, computeLiveBoxes(strip, step).length, step);
  return t(`strip.summary.${strip.input.plan.kind}`, {
    ...params,
    total: format.integer(Number(params.total)),
    moved: format.integer(Number(params.moved)),
    share: format.percent(Number(params.share), 1),
  });
}
