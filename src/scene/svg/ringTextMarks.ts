import { type NodeNames, nameNodes } from '../nodeStacks.ts';
import { type NodeMark, type RingScene, shownArcs } from '../ringScene.ts';
import { chooseRowsFormat, hasSharedCapacity, layOutCentre, ROWS_SIZE } from '../ringTexts.ts';
import { type StepMovement, stepMovementAt } from '../stepMovement.ts';
import { LABEL_SIZE } from '../strip.ts';
import type { PictureTheme } from '../theme.ts';
import { tag, textTag } from './svg.ts';

/** The words on ring and nodes. */
export interface RingTexts {
  readonly title: string;
  readonly lines: readonly string[];
  /** Rows of a node, longest first: the first that has room is taken. */
  readonly rowFormats: readonly ((rows: number) => string)[];
  readonly capacity: (rows: number) => string;
  readonly movement: (movement: StepMovement) => { readonly rows: string; readonly goal: string };
}

/** Labels of arcs, names and rows of nodes, capacities, what is in the air, and the text in the centre. */
export function ringTextMarks(scene: RingScene, t: number, theme: PictureTheme, texts: RingTexts): string[] {
  const { model, stacks } = scene;
  const names = nameNodes(
    model.nodes.map(({ name }) => name),
    stacks.columns[0]?.room ?? 0,
  );
  const format = chooseRowsFormat(scene, texts.rowFormats);
  return [
    ...centreMarks(scene, theme, texts),
    ...arcLabels(scene, t, theme),
    ...scene.nodesAt(t).flatMap((node) => nodeMarks(scene, node, names, format, theme)),
    ...(hasSharedCapacity(model) ? capacityMarks(scene, theme, texts) : []),
    ...movementMarks(scene, t, theme, texts),
  ];
}

function centreMarks({ frame }: RingScene, theme: PictureTheme, { title, lines }: RingTexts): string[] {
  const { x, y, innerRadius } = frame;
  const centre = layOutCentre(y, innerRadius, title, lines);
  const middle = { x, 'text-anchor': 'middle' };
  const big = { 'font-size': centre.size, 'font-weight': 700, fill: theme.text };
  return [
    textTag('text', { ...middle, y: centre.top, ...big }, title),
    ...centre.lines.map((line) =>
      textTag('text', { ...middle, y: line.y, 'font-size': 11, fill: theme.textMuted }, line.text),
    ),
  ];
}

function arcLabels(scene: RingScene, t: number, theme: PictureTheme): string[] {
  return shownArcs(scene, t, null)
    .filter(({ label }) => label !== '')
    .map(({ labelX, labelY, label, status }) => {
      const look = status === 'active' ? { fill: theme.text, 'font-weight': 700 } : { fill: theme.textMuted };
      const place = { x: labelX, y: labelY, dy: '0.35em', 'text-anchor': 'middle' };
      return textTag('text', { ...place, 'font-size': LABEL_SIZE, ...look }, label);
    });
}

function nodeMarks(
  { stacks, model }: RingScene,
  { column, node, name: whole, rows }: NodeMark,
  { names, kind }: NodeNames,
  format: ((rows: number) => string) | null,
  theme: PictureTheme,
): string[] {
  const { x, w, middle, room, capacityY } = column;
  const y = stacks.floor + 1;
  const marks = [tag('line', { x1: x, x2: x + w, y1: y, y2: y, stroke: theme.border })];
  if (capacityY !== null && !hasSharedCapacity(model)) {
    marks.push(capacityLine(middle - room * 0.45, middle + room * 0.45, capacityY, theme));
  }
  const name = names[node]!;
  const quiet = { 'font-size': ROWS_SIZE, fill: theme.textMuted };
  if (kind === 'upright') {
    const transform = `translate(${middle - 4} ${stacks.floor + 5}) rotate(90)`;
    marks.push(textTag('text', { transform, ...quiet }, name.length <= 6 ? name : `${name.slice(0, 5)}…`));
  }
  if (kind !== 'flat') return marks;
  const place = { x: middle, 'text-anchor': 'middle' };
  const size = name === whole ? 12 : 11;
  const bold = { 'font-size': size, 'font-weight': 600, fill: theme.text };
  marks.push(textTag('text', { ...place, y: stacks.floor + 16, ...bold }, name));
  if (format !== null) marks.push(textTag('text', { ...place, y: stacks.floor + 30, ...quiet }, format(rows)));
  return marks;
}

function capacityLine(x1: number, x2: number, y: number, { lock }: PictureTheme): string {
  return tag('line', { x1, x2, y1: y, y2: y, stroke: lock, 'stroke-dasharray': '4 2' });
}

function capacityMarks({ model, stacks }: RingScene, theme: PictureTheme, texts: RingTexts): string[] {
  const { area, columns } = stacks;
  const y = columns[0]?.capacityY ?? null;
  const rows = model.nodes[0]?.capacityRows ?? null;
  if (y === null || rows === null) return [];
  const text = `${columns[0]!.capacityAbove ? '↑ ' : ''}${texts.capacity(rows)}`;
  return [
    capacityLine(area.x, area.x + area.w, y, theme),
    textTag('text', { x: area.x, y: y - 5, 'font-size': 11, fill: theme.lock }, text),
  ];
}

function movementMarks({ model, stacks }: RingScene, t: number, theme: PictureTheme, texts: RingTexts): string[] {
  const movement = stepMovementAt(model, t);
  if (movement === null) return [];
  const { rows, goal } = texts.movement(movement);
  const place = { x: stacks.area.x + stacks.area.w, 'text-anchor': 'end' };
  return [
    textTag('text', { ...place, y: 12, 'font-size': 12, 'font-weight': 600, fill: theme.text }, rows),
    textTag('text', { ...place, y: 27, 'font-size': 11, fill: theme.textMuted }, goal),
  ];
}
