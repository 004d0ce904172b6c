import type { RingModel } from './ringModel.ts';
import type { RingScene } from './ringScene.ts';
import { textWidth } from './stripFrame.ts';

/** Font size of the rows below a heap, and of the lines in the centre, CSS px. */
export const ROWS_SIZE = 11;
/** Between the rows of neighbours, so that they don't read as one number. CSS px. */
const ROWS_GAP = 5;
const LINE_SIZE = 11;
const LINE = 17;

/** Of the room inside the keys, for the title; its bold signs are wider than `textWidth` says. */
const TITLE_SHARE = 1.05;

/** Rows in digits, or short, or not at all, by the room that any number up to the fullest node's peak takes. */
export function chooseRowsFormat(
  { stacks, model }: RingScene,
  formats: readonly ((rows: number) => string)[],
): ((rows: number) => string) | null {
  const room = (stacks.columns[0]?.room ?? 0) - ROWS_GAP;
  const peak = model.ledger.peak.reduce((a, b) => Math.max(a, b), 0);
  // 42 000 is shorter as `42 K` than the 16 900 that a node may hold at another time: three digits of the same size.
  const full = Math.round(1.11 * 10 ** Math.floor(Math.log10(Math.max(1, peak))));
  const fits = (text: string): boolean => textWidth(text, ROWS_SIZE) <= room;
  return formats.find((format) => fits(format(peak)) && fits(format(full))) ?? null;
}

/** Whether one line tells the capacity of every node. */
export function hasSharedCapacity({ nodes }: RingModel): boolean {
  return nodes.every(({ capacityRows }) => capacityRows === nodes[0]?.capacityRows);
}

/** The text in the middle of the ring, CSS px from the top; lines that do not fit inside the keys are left out. */
export interface CentreLayout {
  readonly size: number;
  readonly top: number;
  readonly lines: readonly { readonly text: string; readonly y: number }[];
}

/** Lays out title and lines around the middle `y` of a ring that is clear of keys up to `innerRadius`. */
export function layOutCentre(y: number, innerRadius: number, title: string, lines: readonly string[]): CentreLayout {
  const size = Math.min(28, Math.max(12, (innerRadius * TITLE_SHARE) / Math.max(1, textWidth(title, 1))));
  const shown = lines.every((line) => textWidth(line, LINE_SIZE) * 0.9 < innerRadius * 1.85) ? lines : [];
  const top = y - (shown.length * LINE) / 2;
  return { size, top, lines: shown.map((text, i) => ({ text, y: top + size / 2 + 12 + i * LINE })) };
}
