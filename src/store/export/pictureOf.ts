import type { Format } from '../../i18n/format.ts';
import type { Translate } from '../../i18n/i18n.ts';
import { flowSvg } from '../../scene/svg/flowSvg.ts';
import { type LegendEntry, pictureSvg } from '../../scene/svg/picture.ts';
import { type StripPicture, stripDotCount, stripSvg } from '../../scene/svg/stripSvg.ts';
import type { PictureTheme } from '../../scene/theme.ts';
import { flowModelOf, flowSummary } from '../flowModel.ts';
import { headlineText } from '../report/headlineText.ts';
import type { AppState, Counted, StageView } from '../state.ts';
import { stripModelOf } from '../stripModelOf.ts';
import { rowsPerDot, stripCaptions } from '../stripWords.ts';
import { summaryText } from '../summaryText.ts';
import { drawCompare } from './drawCompare.ts';
import { drawPartitions } from './drawPartitions.ts';
import { drawRing } from './drawRing.ts';
import type { PictureContext } from './pictureContext.ts';

/**
 * A view of the stage as an SVG file at plan time `playhead`, with the headline above it and the legend below; null when
 * there is nothing to draw (yet). isBare: without the headline. The strip is drawn whole, whatever part of it is in view.
 */
export function pictureOf(
  state: AppState,
  view: StageView,
  playhead: number,
  theme: PictureTheme,
  t: Translate,
  format: Format,
  isBare = false,
): string | null {
  const { counted } = state.results;
  if (counted === null) return null;
  const { title, sentences } = headlineText(counted, t, format);
  const context: PictureContext = { state, counted, playhead, theme, t, format, title, sentences, isBare };
  switch (view) {
    case 'strip':
      return drawStrip(context);
    case 'ring':
      return drawRing(context);
    case 'flow':
      return drawFlow(context);
    case 'partitions':
      return drawPartitions(context);
    case 'compare':
      return drawCompare(context);
  }
}

function drawStrip(context: PictureContext): string {
  const { counted, state, playhead, theme, t, format, title, sentences, isBare } = context;
  const { plan } = counted.derived;
  const { sample } = counted.reply;
  const model = stripModelOf(counted);
  const limit = state.ui.allDots ? { dotLimit: sample.rows.length } : {};
  const picture: StripPicture = { model, sample, t: playhead, ...limit };
  const texts = {
    title,
    isBare,
    lines: sentences,
    description: summaryText(model, Math.floor(playhead), t, format),
    legend: stripLegend(counted, stripDotCount(picture), theme, t, format),
  };
  const words = { ...stripCaptions(plan, Math.floor(playhead), t), formatCount: format.integer };
  return pictureSvg(theme, texts, (colours) => stripSvg(picture, colours, words));
}

function stripLegend(
  { derived, reply }: Counted,
  dots: number,
  theme: PictureTheme,
  t: Translate,
  format: Format,
): LegendEntry[] {
  const dot = t('strip.legendDot', rowsPerDot(reply.changes[0]!.total / Math.max(1, dots), format));
  return [
    ...(dots === 0 ? [] : [{ swatch: 'dot', text: `${dot} (${t('mark.sampled')})` } as const]),
    ...(derived.plan.kind === 'none'
      ? []
      : [{ swatch: 'box', colour: theme.hues[0]!, text: t('strip.legendMoves') } as const]),
    { swatch: 'box', colour: theme.stays, text: t('strip.legendStays') },
    { swatch: 'none', text: t('strip.legendOrder') },
  ];
}

function drawFlow({ counted, state, theme, t, format, title, sentences, isBare }: PictureContext): string | null {
  const unit = state.ui.flowUnit;
  const model = flowModelOf(counted, unit);
  if (model === null) return null;
  const summary = flowSummary(model, unit, t, format);
  const legend: LegendEntry[] = [
    { swatch: 'box', colour: theme.accent, opacity: 0.35, text: t('flow.moves') },
    { swatch: 'box', colour: theme.stays, opacity: 0.5, text: t('flow.stays') },
  ];
  const texts = { title, isBare, lines: [...sentences, summary], description: summary, legend };
  return pictureSvg(theme, texts, (colours) => flowSvg(model, colours, format.integer));
}
