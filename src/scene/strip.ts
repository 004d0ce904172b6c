import { type Band, computeBand } from './band.ts';
import { type BoxesInOrder, type BoxStatus, boxStatus, computeLiveBoxes } from './liveBoxes.ts';
import { boxGap, type StripFrame, textWidth, toPx } from './stripFrame.ts';
import type { LayoutSide, StripModel, UnitBox } from './stripModel.ts';

export type StripRow = 'before' | 'after';

/** Names a box of the drawing; `index` is a position in plan.from or plan.to, by `side`. */
export interface BoxRef {
  readonly row: StripRow;
  readonly side: LayoutSide;
  readonly index: number;
}

/** One box of at least 3 px, ready to draw; x, y, w, h in CSS px, cut to the plot. */
export interface BoxMark extends BoxRef {
  /** Unique on the strip and stable over time: row, layout and bound. */
  readonly key: string;
  readonly name: string;
  readonly modulus: number;
  readonly remainder: number;
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  /** `(8, 3)`, or `3`, or empty, by the room there is. */
  readonly label: string;
  /** Rows in digits, with an ellipsis while they are counted up; empty when there is no room. */
  readonly sublabel: string;
  readonly rows: number | null;
  readonly counting: boolean;
  readonly status: BoxStatus;
  readonly hue: number;
}

/** One row at one moment: boxes of 3 px and more, and a density band for the others. */
export interface RowMarks {
  readonly boxes: readonly BoxMark[];
  /** Computed when it is asked for. */
  readonly band: Band;
}

export interface StripScene {
  readonly frame: StripFrame;
  readonly model: StripModel;
  /** The old layout; statuses by the step that empties each box. */
  beforeAt(t: number): RowMarks;
  /** The live state at plan time t in [0, steps]. Marks that did not change since the last call are the same objects. */
  afterAt(t: number): RowMarks;
  /** Every box of a row, thin ones and those out of view as well, from left to right: for the keyboard and the pointer. */
  allAt(row: StripRow, t: number): readonly BoxMark[];
  /** The leftmost box of the before row, by itself in a list; none when that row is empty. */
  firstAt(t: number): readonly BoxMark[];
}

/** Thinner boxes join the density band. CSS px. */
export const MIN_BOX = 3;

/** Font sizes of labels and counts that the room is measured with; the style sheet uses the same. CSS px. */
export const LABEL_SIZE = 12;
export const SUBLABEL_SIZE = 11;

/** Room between neighbouring labels, CSS px. */
const LABEL_GAP = 6;
const SHORT_GAP = 3;

/** Fits by the widest label of the modulus, so that boxes of one width are all labelled alike. */
function boxLabel({ modulus, remainder }: UnitBox, width: number): string {
  const widest = String(modulus - 1);
  if (textWidth(`(${modulus}, ${widest})`, LABEL_SIZE) + LABEL_GAP <= width) return `(${modulus}, ${remainder})`;
  return textWidth(widest, LABEL_SIZE) + SHORT_GAP <= width ? String(remainder) : '';
}

/** Digits in groups of three, parted by narrow no-break spaces. */
export function groupDigits(n: number): string {
  return String(n).replace(/\B(?=(\d{3})+$)/g, '\u202f');
}

interface BoxState {
  readonly box: UnitBox;
  readonly status: BoxStatus;
  readonly rows: number | null;
  readonly counting: boolean;
}

/** Key of the mark that draws a box in a row. */
export function markKey(row: StripRow, box: Pick<UnitBox, 'side' | 'modulus' | 'remainder'>): string {
  return `${row}:${box.side}:${box.modulus}:${box.remainder}`;
}

function toMark(frame: StripFrame, row: StripRow, state: BoxState, format: (n: number) => string): BoxMark {
  const { box } = state;
  const whole = (box.width / (frame.view.x1 - frame.view.x0)) * frame.plotWidth;
  const gap = boxGap(whole);
  const x = Math.max(frame.left, toPx(frame, box.x) + gap / 2);
  const end = Math.min(frame.left + frame.plotWidth, toPx(frame, box.x + box.width) - gap / 2);
  const w = Math.max(0, end - x);
  const count = state.rows === null ? '…' : `${format(state.rows)}${state.counting ? '\u2009…' : ''}`;
  return {
    key: markKey(row, box),
    row,
    side: box.side,
    index: box.index,
    name: box.name,
    modulus: box.modulus,
    remainder: box.remainder,
    x,
    y: row === 'before' ? frame.beforeY : frame.afterY,
    w,
    h: frame.boxHeight,
    label: boxLabel(box, w),
    sublabel: textWidth(count, SUBLABEL_SIZE) <= w ? count : '',
    rows: state.rows,
    counting: state.counting,
    status: state.status,
    hue: box.hue,
  };
}

function isVisible(frame: StripFrame, box: UnitBox): boolean {
  return box.x < frame.view.x1 && box.x + box.width > frame.view.x0;
}

function isWide(frame: StripFrame, box: UnitBox): boolean {
  return (box.width / (frame.view.x1 - frame.view.x0)) * frame.plotWidth >= MIN_BOX;
}

/** Places the model on a frame. `format` writes counts; it decides which of them have room. Pure but for its memory of marks. */
export function computeStrip(model: StripModel, frame: StripFrame, format = groupDigits): StripScene {
  const memory = new Map<string, BoxMark>();
  function markOf(row: StripRow, state: BoxState): BoxMark {
    const key = `${row}${state.box.side}${state.box.index}`;
    const last = memory.get(key);
    const { status, rows, counting } = state;
    if (last !== undefined && last.status === status && last.rows === rows && last.counting === counting) return last;
    const mark = toMark(frame, row, state, format);
    memory.set(key, mark);
    return mark;
  }
  const wide = pick((box) => isVisible(frame, box) && isWide(frame, box));
  const thin = pick((box) => isVisible(frame, box) && !isWide(frame, box));
  function pick(isPicked: (box: UnitBox) => boolean): BoxesInOrder {
    return { from: model.inOrder.from.filter(isPicked), to: model.inOrder.to.filter(isPicked) };
  }
  function statesAt(row: StripRow, t: number, boxes: BoxesInOrder): readonly BoxState[] {
    if (row === 'after') return computeLiveBoxes(model, t, boxes);
    return boxes.from.map((box) => {
      const status = boxStatus(box.firstStep, box.lastStep, t);
      return { box, status, rows: box.rows, counting: false };
    });
  }
  function rowMarks(row: StripRow, t: number): RowMarks {
    let band: Band | null = null;
    return {
      boxes: statesAt(row, t, wide).map((state) => markOf(row, state)),
      get band() {
        band ??= computeBand(frame, statesAt(row, t, thin));
        return band;
      },
    };
  }
  return {
    frame,
    model,
    beforeAt: (t) => rowMarks('before', t),
    afterAt: (t) => rowMarks('after', t),
    allAt: (row, t) => statesAt(row, t, model.inOrder).map((state) => markOf(row, state)),
    firstAt: (t) =>
      statesAt('before', t, { from: model.inOrder.from.slice(0, 1), to: [] }).map((state) => markOf('before', state)),
  };
}
