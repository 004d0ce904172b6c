import { computeFlow, FLOW_BAR, type FlowItem, type FlowModel } from '../flow.ts';
import type { PictureTheme } from '../theme.ts';
import { PICTURE_WIDTH, type PictureBody } from './picture.ts';
import { tag, textTag } from './svg.ts';

const HEIGHT = 560;
/** Room for the labels on both sides, CSS px. */
const SIDE = 190;

/** Bars before on the left, after on the right, and a ribbon for each pair that shares rows. */
export function flowSvg(model: FlowModel, theme: PictureTheme, format: (rows: number) => string): PictureBody {
  const scene = computeFlow(model, PICTURE_WIDTH - 2 * SIDE, HEIGHT - 8);
  const sides = [
    { bars: scene.left, items: model.left, x: -8, anchor: 'end' },
    { bars: scene.right, items: model.right, x: FLOW_BAR + 8, anchor: 'start' },
  ];
  const text = ({ label, rows }: FlowItem): string => `${label} · ${format(rows)}`;
  const marks = [
    ...scene.ribbons.map((d, i) => {
      const { moves } = model.links[i]!;
      return tag('path', { d, fill: moves ? theme.accent : theme.stays, 'fill-opacity': moves ? 0.35 : 0.5 });
    }),
    ...sides.flatMap(({ bars, items, x, anchor }) =>
      bars.flatMap((bar, i) => {
        const rect = { x: bar.x, y: bar.y, width: bar.width, height: Math.max(1, bar.height) };
        const mark = tag('rect', { ...rect, fill: theme.hues[items[i]!.hue] });
        if (!bar.isLabelled) return [mark];
        const place = { x: bar.x + x, y: bar.y + bar.height / 2, dy: '0.35em', 'text-anchor': anchor };
        return [mark, textTag('text', { ...place, 'font-size': 11, fill: theme.text }, text(items[i]!))];
      }),
    ),
  ];
  return { height: HEIGHT, marks: [tag('g', { transform: `translate(${SIDE} 4)` }, marks)] };
}
