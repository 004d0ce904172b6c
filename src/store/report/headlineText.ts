import type { Format } from '../../i18n/format.ts';
import type { Translate } from '../../i18n/i18n.ts';
import { changeWay } from '../changeWay.ts';
import { partitionCount } from '../edits/layoutSpecs.ts';
import { type Figures, figuresOf } from '../figures.ts';
import { nodesMovedText } from '../nodesMovedText.ts';
import type { Counted } from '../state.ts';

/** The answer as plain text: the headline of the page, for pictures and reports. */
export interface HeadlineText {
  readonly title: string;
  readonly sentences: readonly string[];
}

export function headlineText(counted: Counted, t: Translate, format: Format): HeadlineText {
  const figures = figuresOf(counted);
  const { kind } = figures.target.plan;
  if (kind === 'none') return unchanged(counted, figures, t, format);
  return kind === 'rebuild' ? rebuild(figures, t, format) : inPlace(figures, t, format);
}

function unchanged(
  counted: Counted,
  { target: { change, hottest, plan } }: Figures,
  t: Translate,
  format: Format,
): HeadlineText {
  const moved = nodesMovedText(counted, t, format);
  const detail = t('headline.noneDetail', {
    rows: format.integer(change.total),
    hottest: format.integer(change.from.reduce((most, rows) => Math.max(most, rows), 0)),
    ratio: format.decimal(hottest, 3),
  });
  return {
    title: t('headline.none', { count: plan.from.length }),
    sentences: moved === null ? [detail] : [detail, moved],
  };
}

function inPlace({ target: { plan, change, costs } }: Figures, t: Translate, format: Format): HeadlineText {
  const parts = [
    t('headline.moved', {
      moved: format.integer(costs.moved),
      total: format.integer(change.total),
      percent: format.percent(costs.moved, change.total),
    }),
    t('headline.rewritten', { rewritten: format.integer(costs.rewritten) }),
    t('headline.stop'),
  ];
  const names = { from: plan.from.length, to: plan.to.length };
  return { title: t(`headline.${changeWay(plan)}`, names), sentences: [parts.join(' · ')] };
}

function rebuild({ target, alternatives }: Figures, t: Translate, format: Format): HeadlineText {
  const { plan, change, costs } = target;
  const names = { from: plan.from.length, to: plan.to.length };
  const sentences = [
    t('headline.because', names),
    t('headline.rebuild', {
      moved: format.integer(costs.moved),
      total: format.integer(change.total),
      percent: format.percent(costs.moved, change.total),
    }),
  ];
  const [best] = alternatives;
  if (best !== undefined && best.spec !== null) {
    const moved = { moved: format.integer(best.costs.moved), percent: format.percent(best.costs.moved, change.total) };
    sentences.push(
      `${t('headline.goingTo')} ${format.integer(partitionCount(best.spec))} ${t('headline.alternative', moved)}`,
    );
  }
  return { title: t('headline.question', names), sentences };
}
