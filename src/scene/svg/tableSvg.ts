import type { PictureTheme } from '../theme.ts';
import { PICTURE_WIDTH, type PictureBody } from './picture.ts';
import { tag, textTag } from './svg.ts';
import { cutText, lineWidth } from './textRoom.ts';

export interface PictureColumn {
  readonly label: string;
  readonly align: 'start' | 'end';
}

/** Cells are texts as people read them, one a column. */
export interface PictureTable {
  readonly columns: readonly PictureColumn[];
  readonly rows: readonly (readonly string[])[];
}

const SIDE = 16;
const ROOM = PICTURE_WIDTH - 2 * SIDE;
const HEAD = 26;
const ROW = 24;
const HEAD_SIZE = 11;
const SIZE = 12;
/** Least room between two columns, CSS px. */
const LEAST_GAP = 16;

/** A table as on screen: a head and rows with lines between them. Texts that have no room end with "…". */
export function tableSvg({ columns, rows }: PictureTable, theme: PictureTheme): PictureBody {
  const widths = widthsOf(columns, rows);
  const gap = (ROOM - sumOf(widths)) / Math.max(1, columns.length - 1);
  const lineOf = (texts: readonly string[], y: number, size: number, look: object): string[] =>
    texts.map((text, i) => {
      const width = widths[i]!;
      const isEnd = columns[i]!.align === 'end';
      const x = SIDE + sumOf(widths.slice(0, i)) + i * gap + (isEnd ? width : 0);
      const place = { x, y, 'text-anchor': isEnd ? 'end' : undefined };
      return textTag('text', { ...place, 'font-size': size, ...look }, cutText(text, size, width));
    });
  const labels = columns.map(({ label }) => label);
  return {
    height: HEAD + rows.length * ROW + 8,
    marks: [
      ...lineOf(labels, HEAD - 9, HEAD_SIZE, { 'font-weight': 600, fill: theme.textMuted }),
      ruler(HEAD, theme),
      ...rows.flatMap((cells, i) => {
        const bottom = HEAD + (i + 1) * ROW;
        return [...lineOf(cells, bottom - 8, SIZE, { fill: theme.text }), ruler(bottom, theme)];
      }),
    ],
  };
}

function ruler(y: number, { border }: PictureTheme): string {
  return tag('line', { x1: SIDE, x2: SIDE + ROOM, y1: y, y2: y, stroke: border });
}

/** As wide as their texts, but for the widest columns where these leave no room for the others. */
function widthsOf(columns: PictureTable['columns'], rows: PictureTable['rows']): number[] {
  const wanted = columns.map(({ label }, i) =>
    rows.reduce((most, cells) => Math.max(most, lineWidth(cells[i]!, SIZE)), lineWidth(label, HEAD_SIZE)),
  );
  const limit = widthLimit(wanted, ROOM - (columns.length - 1) * LEAST_GAP);
  return wanted.map((width) => Math.min(width, limit));
}

/** What no column may exceed for all to have room: those below an equal share leave the rest of theirs to the others. */
function widthLimit(widths: readonly number[], room: number): number {
  let left = room;
  for (const [i, width] of widths.toSorted((a, b) => a - b).entries()) {
    const share = left / (widths.length - i);
    if (width > share) return share;
    left -= width;
  }
  return Number.POSITIVE_INFINITY;
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
