import type { BoxMark, StripRow, StripScene } from './strip.ts';
import { type StripFrame, toStrip } from './stripFrame.ts';
import type { StripModel, UnitBox } from './stripModel.ts';

/** Labels beside a row count as the row for the pointer. CSS px. */
const LABEL_REACH = 34;

/** The strip interval of a mark, whatever part of it is in view. */
export function boxOf(model: StripModel, mark: BoxMark): UnitBox {
  return model[mark.side][mark.index]!;
}

/** The box of `marks` (left to right) that holds a strip place; null in a gap. */
function boxAt(model: StripModel, marks: readonly BoxMark[], x: number): BoxMark | null {
  let low = 0;
  let high = marks.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (boxOf(model, marks[mid]!).x <= x) low = mid + 1;
    else high = mid;
  }
  const mark = marks[low - 1];
  if (mark === undefined) return null;
  const box = boxOf(model, mark);
  return x <= box.x + box.width ? mark : null;
}

function rowAt(frame: StripFrame, y: number): StripRow | null {
  const { beforeY, afterY, boxHeight } = frame;
  if (y >= beforeY - LABEL_REACH && y <= beforeY + boxHeight) return 'before';
  return y >= afterY && y <= afterY + boxHeight + LABEL_REACH ? 'after' : null;
}

/** The box under a point of the stage, however thin; null beside the rows. CSS px. */
export function hitTest(scene: StripScene, t: number, x: number, y: number): BoxMark | null {
  const { frame, model } = scene;
  const row = rowAt(frame, y);
  if (row === null || x < frame.left || x > frame.left + frame.plotWidth) return null;
  return boxAt(model, scene.allAt(row, t), toStrip(frame, x));
}

export type Walk = 'left' | 'right' | 'up' | 'down' | 'first' | 'last';

/**
 * Where a step of the keyboard leads from the box with this key. Left and right walk a row, up and down cross to the box
 * at the same place of the other row. A box that no longer exists counts as the first of the before row.
 */
export function walk(scene: StripScene, t: number, key: string | null, to: Walk): BoxMark | null {
  const row: StripRow = key?.startsWith('after') ? 'after' : 'before';
  const marks = scene.allAt(row, t);
  const index = Math.max(
    0,
    marks.findIndex((mark) => mark.key === key),
  );
  if (to === 'first') return marks[0] ?? null;
  if (to === 'last') return marks.at(-1) ?? null;
  if (to === 'left') return marks[Math.max(0, index - 1)] ?? null;
  if (to === 'right') return marks[Math.min(marks.length - 1, index + 1)] ?? null;
  const other: StripRow = to === 'up' ? 'before' : 'after';
  const mark = marks[index];
  if (mark === undefined || other === row) return mark ?? null;
  const box = boxOf(scene.model, mark);
  return boxAt(scene.model, scene.allAt(other, t), box.x + box.width / 2) ?? mark;
}
