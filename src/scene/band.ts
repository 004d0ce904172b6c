import type { BoxStatus } from './liveBoxes.ts';
import { type StripFrame, toPx } from './stripFrame.ts';
import type { UnitBox } from './stripModel.ts';

/** One column of the density band that stands for boxes under 3 px. */
export interface BandColumn {
  /** CSS px. */
  readonly x: number;
  readonly w: number;
  /** Rows per strip unit, relative to the densest column: 0..1. */
  readonly density: number;
  /** Hue of the greatest part of the column, 0 = moved rows' accent. */
  readonly hue: number;
  /** Share of the column's width whose boxes are new here (fresh): 0..1. */
  readonly fresh: number;
  /** Some box of the column is in a step right now. */
  readonly active: boolean;
}

export type Band = readonly BandColumn[];

interface ThinBox {
  readonly box: UnitBox;
  readonly status: BoxStatus;
  readonly rows: number | null;
}

const COLUMN = 2;

/**
 * Shares the rows of thin boxes out to columns of 2 px by the width they have in each; cost O(boxes + columns). Boxes
 * outside the view are ignored. Empty when there is no thin box.
 */
export function computeBand(frame: StripFrame, boxes: readonly ThinBox[]): Band {
  if (boxes.length === 0) return [];
  const count = Math.ceil(frame.plotWidth / COLUMN);
  const rows = new Float64Array(count);
  const width = new Float64Array(count);
  const fresh = new Float64Array(count);
  const hue = new Uint8Array(count);
  const active = new Uint8Array(count);
  for (const { box, status, rows: now } of boxes) {
    const start = toPx(frame, box.x) - frame.left;
    const end = toPx(frame, box.x + box.width) - frame.left;
    const density = (now ?? box.rows) / (end - start);
    for (let c = Math.max(0, Math.floor(start / COLUMN)); c < count && c * COLUMN < end; c++) {
      const part = Math.min(end, (c + 1) * COLUMN) - Math.max(start, c * COLUMN);
      if (part <= 0) continue;
      rows[c]! += density * part;
      width[c]! += part;
      if (box.isFresh) fresh[c]! += part;
      else hue[c] = box.hue;
      if (status === 'active') active[c] = 1;
    }
  }
  let densest = 0;
  for (let c = 0; c < count; c++) if (width[c]! > 0) densest = Math.max(densest, rows[c]! / width[c]!);
  const columns: BandColumn[] = [];
  for (let c = 0; c < count; c++) {
    if (width[c] === 0) continue;
    columns.push({
      x: frame.left + c * COLUMN,
      w: Math.min(COLUMN, frame.plotWidth - c * COLUMN),
      density: densest === 0 ? 0 : rows[c]! / width[c]! / densest,
      hue: hue[c]!,
      fresh: fresh[c]! / width[c]!,
      active: active[c] === 1,
    });
  }
  return columns;
}
