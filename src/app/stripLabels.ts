import type { Format } from '../i18n/format.ts';
import type { Translate } from '../i18n/i18n.ts';
import { markTexts } from '../i18n/marks.ts';
import type { BoxMark } from '../scene/strip.ts';
import type { StripModel } from '../scene/stripModel.ts';
import { rowsPerDot, stripCaptions } from '../store/stripWords.ts';
import { summaryText } from '../store/summaryText.ts';
import type { StripLabels } from '../views/strip/stripLabels.ts';

/** The strip's texts in the reader's language, when so many steps are done. */
export function createStripLabels(strip: StripModel, done: number, t: Translate, format: Format): StripLabels {
  const { plan, change } = strip.input;
  const rows = (box: BoxMark): string => (box.rows === null ? '–' : format.integer(box.rows));
  return {
    stage: t('strip.stage'),
    ...stripCaptions(plan, done, t),
    summary: summaryText(strip, done, t, format),
    formatCount: format.integer,
    boxName: (box) =>
      t('strip.boxName', { name: box.name, rows: rows(box), status: t(`partitions.status.${box.status}`) }),
    tooltip: (box) => [
      box.name,
      t('strip.tooltipBound', { modulus: box.modulus, remainder: box.remainder }),
      t('strip.tooltipRows', { rows: rows(box), percent: format.percent(box.rows ?? 0, change.total) }),
      t(box.counting ? 'strip.tooltipCounting' : 'strip.tooltipExact'),
    ],
    legendDot: (perDot) => t('strip.legendDot', rowsPerDot(perDot, format)),
    legendMark: markTexts('sampled', t),
    legendMoves: t('strip.legendMoves'),
    legendStays: t('strip.legendStays'),
    legendOrder: t('strip.legendOrder'),
    zoomIn: t('strip.zoomIn'),
    zoomOut: t('strip.zoomOut'),
    zoomReset: t('strip.zoomReset'),
  };
}
