import { type Curve, type CurveFrame, curveDash, curvePath, curveTicks, curveX } from '../curves.ts';
import { nodeHue } from '../nodeHue.ts';
import type { PictureTheme } from '../theme.ts';
import { PICTURE_WIDTH, type PictureBody } from './picture.ts';
import { tag, textTag } from './svg.ts';
import { lineWidth } from './textRoom.ts';

/** A scheme's nodes before and after, entry by node; null where a node is not there. */
export interface CompareStrip {
  readonly name: string;
  /** Its share of moved rows. */
  readonly figure: string;
  readonly before: readonly (number | null)[];
  readonly after: readonly (number | null)[];
  readonly arrived: readonly number[];
}

/** One chart; colours are by the position of a curve. */
export interface CompareChart {
  readonly title: string;
  readonly curves: readonly (Curve & { readonly name: string })[];
  readonly min: number;
  readonly max: number;
  readonly maxNodes: number;
  readonly text: (value: number) => string;
}

const SIDE = 16;
const COLUMNS = 4;
const GAP = 16;
const STRIP_WIDTH = (PICTURE_WIDTH - 2 * SIDE - (COLUMNS - 1) * GAP) / COLUMNS;
const STRIP_HEIGHT = 64;
const BAR = 16;
const CHART = { width: 500, height: 180 };
const AXIS = 52;
const HUES = 8;
/** Length of a line in the legend. */
const SAMPLE = 28;

/** Small strips of every scheme, and below them the curves, if there are any. */
export function compareSvg(
  strips: readonly CompareStrip[],
  charts: readonly CompareChart[],
  theme: PictureTheme,
): PictureBody {
  const stripMarks = strips.flatMap((strip, i) => {
    const x = SIDE + (i % COLUMNS) * (STRIP_WIDTH + GAP);
    return [
      tag('g', { transform: `translate(${x} ${Math.floor(i / COLUMNS) * STRIP_HEIGHT})` }, oneStrip(strip, theme)),
    ];
  });
  const top = Math.ceil(strips.length / COLUMNS) * STRIP_HEIGHT + 12;
  if (charts.length === 0) return { height: top, marks: stripMarks };
  const names = curveNames(charts[0]!.curves, theme, top + CHART.height + 66);
  const chartMarks = charts.map((chart, i) =>
    tag(
      'g',
      { transform: `translate(${SIDE + AXIS + i * (CHART.width + AXIS + 34)} ${top + 28})` },
      oneChart(chart, theme),
    ),
  );
  return { height: names.bottom, marks: [...stripMarks, ...chartMarks, ...names.marks] };
}

function oneStrip(strip: CompareStrip, theme: PictureTheme): string[] {
  const text = { y: 12, 'font-size': 12, fill: theme.text };
  return [
    textTag('text', { ...text, 'font-weight': 600 }, strip.name),
    textTag('text', { ...text, x: STRIP_WIDTH, 'text-anchor': 'end' }, strip.figure),
    ...barMarks(strip.before, null, 18, theme),
    ...barMarks(strip.after, strip.arrived, 18 + BAR + 3, theme),
  ];
}

/** Nodes as wide as their rows; what came from another node is hatched from the right. */
function barMarks(
  rows: readonly (number | null)[],
  arrived: readonly number[] | null,
  y: number,
  theme: PictureTheme,
): string[] {
  const shown = rows.flatMap((count, node) => (count === null || count === 0 ? [] : [{ count, node }]));
  const sum = shown.reduce((total, { count }) => total + count, 0);
  const room = STRIP_WIDTH - Math.max(0, shown.length - 1);
  let x = 0;
  return shown.flatMap(({ count, node }) => {
    const width = (count / sum) * room;
    const marks = [tag('rect', { x, y, width, height: BAR, fill: theme.hues[nodeHue(node)] })];
    const came = ((arrived?.[node] ?? 0) / count) * width;
    if (came > 0) marks.push(hatch(x + width - came, y, came, theme.background));
    x += width + 1;
    return marks;
  });
}

/** Slanted lines in a box, as one path. */
function hatch(x: number, y: number, width: number, stroke: string): string {
  const lines: string[] = [];
  for (let from = 2; from < width + BAR; from += 5) {
    const [left, right] = [Math.max(0, from - BAR), Math.min(width, from)];
    const at = (px: number, py: number): string => `${(x + px).toFixed(1)} ${(y + py).toFixed(1)}`;
    lines.push(`M${at(right, from - right)}L${at(left, from - left)}`);
  }
  return tag('path', { d: lines.join(''), stroke, 'stroke-width': 1.6, fill: 'none' });
}

function oneChart({ title, curves, min, max, maxNodes, text }: CompareChart, theme: PictureTheme): string[] {
  const frame: CurveFrame = { ...CHART, min, max };
  const axis = { 'font-size': 10, fill: theme.textMuted };
  return [
    textTag('text', { x: -AXIS, y: -12, 'font-size': 12, fill: theme.textMuted }, title),
    ...curveTicks(frame).flatMap(({ value, y }) => [
      tag('line', { x1: 0, x2: CHART.width, y1: y, y2: y, stroke: theme.border }),
      textTag('text', { x: -6, y, dy: '0.35em', 'text-anchor': 'end', ...axis }, text(value)),
    ]),
    ...curves.map((curve, i) =>
      tag('path', {
        d: curvePath(curve, frame),
        fill: 'none',
        ...lineOf(i, theme),
      }),
    ),
    ...[1, 16, 32, 48, maxNodes].map((count) =>
      textTag(
        'text',
        { x: curveX(count, maxNodes, frame), y: CHART.height + 16, 'text-anchor': 'middle', ...axis },
        String(count),
      ),
    ),
  ];
}

function lineOf(index: number, theme: PictureTheme): Readonly<Record<string, string | number | undefined>> {
  return { stroke: theme.hues[(index % HUES) + 1], 'stroke-width': 1.6, 'stroke-dasharray': curveDash(index) };
}

/** Which curve is whose. */
function curveNames(
  curves: CompareChart['curves'],
  theme: PictureTheme,
  top: number,
): { readonly marks: string[]; readonly bottom: number } {
  const marks: string[] = [];
  let x = SIDE;
  let y = top;
  curves.forEach(({ name }, i) => {
    const width = SAMPLE + 6 + lineWidth(name, 11);
    if (x > SIDE && x + width > PICTURE_WIDTH - SIDE) {
      x = SIDE;
      y += 18;
    }
    marks.push(tag('path', { d: `M${x} ${y - 4}h${SAMPLE}`, fill: 'none', ...lineOf(i, theme) }));
    marks.push(textTag('text', { x: x + SAMPLE + 6, y, 'font-size': 11, fill: theme.text }, name));
    x += width + 18;
  });
  return { marks, bottom: y + 12 };
}
