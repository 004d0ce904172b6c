import { measureBalance } from '../../planner/balance.ts';
import { changeWay } from '../changeWay.ts';
import { partitionCount } from '../edits/layoutSpecs.ts';
import { type Figures, figuresOf } from '../figures.ts';
import type { Slide, SlideInput, Texts } from './slide.ts';

/** What was asked and what it costs: the headline of the stage, as a slide. */
export function questionSlide({ counted }: SlideInput, texts: Texts): Slide {
  const figures = figuresOf(counted);
  return { id: 'question', view: 'words', t: 0, ...answer(figures, texts) };
}

function answer(figures: Figures, { t, format }: Texts): Pick<Slide, 'caption' | 'notes'> {
  const { plan, change, costs, hottest } = figures.target;
  const names = { from: plan.from.length, to: plan.to.length };
  const moved = {
    moved: format.integer(costs.moved),
    total: format.integer(change.total),
    percent: format.percent(costs.moved, change.total),
  };
  if (plan.kind === 'none') {
    return {
      caption: t('headline.none', { count: plan.from.length }),
      notes: [evenness(change.from, change.total, hottest, { t, format })],
    };
  }
  if (plan.kind === 'inPlace') {
    const written = t('presenter.written', { rewritten: format.integer(costs.rewritten) });
    return {
      caption: t(`headline.${changeWay(plan)}`, names),
      notes: [t('presenter.moved', moved), written, t('presenter.stop')],
    };
  }
  const best = figures.alternatives[0];
  const other =
    best?.spec == null
      ? []
      : [
          `${t('headline.goingTo')} ${partitionCount(best.spec)} ${t('headline.alternative', {
            moved: format.integer(best.costs.moved),
            percent: format.percent(best.costs.moved, change.total),
          })}`,
        ];
  return {
    caption: t('headline.question', names),
    notes: [t('headline.because', names), t('headline.rebuild', moved), ...other],
  };
}

function evenness(rows: readonly number[], total: number, ratio: number, { t, format }: Texts): string {
  return t('headline.noneDetail', {
    rows: format.integer(total),
    hottest: format.integer(Math.max(...rows)),
    ratio: format.decimal(ratio, 3),
  });
}

/** The old layout, before anything is done. */
export function beforeSlide({ counted }: SlideInput, texts: Texts): Slide {
  const { plan } = counted.derived;
  const change = counted.reply.changes[0]!;
  const { t } = texts;
  return {
    id: 'before',
    view: 'strip',
    t: 0,
    caption: t('presenter.before', { count: plan.from.length }),
    notes: [
      evenness(change.from, change.total, measureBalance(plan.from, change.from).hottest, texts),
      t('presenter.picture'),
    ],
  };
}

/** The new layout, and what it took. */
export function afterSlide({ counted }: SlideInput, texts: Texts): Slide {
  const { plan } = counted.derived;
  const { change, costs, hottest } = figuresOf(counted).target;
  const { t, format } = texts;
  return {
    id: 'after',
    view: 'strip',
    t: plan.steps.length,
    caption: t('presenter.after', { count: plan.to.length }),
    notes: [
      evenness(change.to, change.total, hottest, texts),
      t('presenter.rows', {
        read: format.integer(costs.read),
        written: format.integer(costs.rewritten),
        moved: format.integer(costs.moved),
        total: format.integer(change.total),
      }),
    ],
  };
}
