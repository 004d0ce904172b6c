import { type CompareChart, compareSvg } from '../../scene/svg/compareSvg.ts';
import { pictureSvg } from '../../scene/svg/picture.ts';
import { compareRows } from '../compareRows.ts';
import { schemeName } from '../schemeName.ts';
import type { Curves } from '../state.ts';
import type { PictureContext } from './pictureContext.ts';

/** The compared schemes as small strips, and their curves once these have been computed. */
export function drawCompare(context: PictureContext): string {
  const { state, counted, theme, t, format, title, sentences, isBare } = context;
  const { done, curves } = state.comparison;
  const strips = compareRows(counted, done).flatMap((row) => {
    const { id, rows, moved, before, after, arrived } = row;
    if (moved === null) return [];
    return [{ name: schemeName(id, t), figure: format.percent(moved, rows), before, after, arrived }];
  });
  const charts = curves === null ? [] : chartsOf(curves, context);
  const note = curves === null ? [] : [t('compare.curvesNote', { keys: format.integer(curves.reply.keysUsed) })];
  const description = t('compare.strips');
  const legend = [{ swatch: 'none', text: description } as const];
  const texts = { title, isBare, lines: [...sentences, ...note], description, legend };
  return pictureSvg(theme, texts, (colours) => compareSvg(strips, charts, colours));
}

function chartsOf({ request, reply }: Curves, { t, format }: PictureContext): CompareChart[] {
  const { maxNodes } = request;
  const lines = reply.schemes.map((line, i) => ({ ...line, id: request.schemes[i]!.scheme }));
  const most = lines.reduce(
    (top, { hottest }) => hottest.reduce((a, b) => (b > a && Number.isFinite(b) ? b : a), top),
    1.5,
  );
  const curvesOf = (values: (line: (typeof lines)[number]) => Float64Array): CompareChart['curves'] =>
    lines.map((line) => ({ id: line.id, name: schemeName(line.id, t), values: values(line) }));
  return [
    {
      title: t('compare.curveMoved'),
      curves: curvesOf(({ moved }) => moved),
      min: 0,
      max: 1,
      maxNodes,
      text: (value) => format.percent(value, 1),
    },
    {
      title: t('compare.curveHottest'),
      curves: curvesOf(({ hottest }) => hottest),
      min: 1,
      max: Math.min(4, most),
      maxNodes,
      text: (value) => `${format.decimal(value, 2)}×`,
    },
  ];
}
