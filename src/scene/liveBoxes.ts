import type { StripModel, UnitBox } from './stripModel.ts';

/** `kept`: no step touches it; `waiting`: its step has not begun; `active`: in progress; `done`. */
export type BoxStatus = 'waiting' | 'active' | 'done' | 'kept';

/** A box of the after row at one moment. */
export interface LiveBox {
  readonly box: UnitBox;
  readonly status: BoxStatus;
  /** Rows in the table now; null where only the end state is known (too many flows to follow). */
  readonly rows: number | null;
  /** The rows are a count in progress: exact at both ends of the step, interpolated between them. */
  readonly counting: boolean;
}

/** t = plan time in [0, steps]: floor(t) steps are done, the next one is done to its fraction. */
export function boxStatus(first: number, last: number, t: number): BoxStatus {
  if (first < 0) return 'kept';
  if (t >= last + 1) return 'done';
  return t > first ? 'active' : 'waiting';
}

/** Whether the heir's table of a step stays and only the other rows are written anew (recipe keepHalf; see costs.ts). */
export function keepsHeir(model: StripModel, step: number): boolean {
  const { recipe, steps } = model.input.plan;
  const kind = steps[step]?.kind;
  return recipe === 'keepHalf' && (kind === 'split' || kind === 'merge');
}

/** Boxes of a model, from left to right: all of them, or those of interest. */
export type BoxesInOrder = StripModel['inOrder'];

/** In place: a partition stands until its step begins, then its successors stand in its place. */
function liveInPlace(model: StripModel, boxes: BoxesInOrder, t: number): LiveBox[] {
  const live: LiveBox[] = [];
  let next = 0;
  const addWaiting = (before: number): void => {
    for (let old = boxes.from[next]; old !== undefined && old.x < before; old = boxes.from[++next]) {
      if (old.firstStep >= 0 && t <= old.firstStep) {
        live.push({ box: old, status: 'waiting', rows: old.rows, counting: false });
      }
    }
  };
  for (const box of boxes.to) {
    const status = boxStatus(box.firstStep, box.lastStep, t);
    if (status === 'waiting') continue;
    addWaiting(box.x);
    const start = keepsHeir(model, box.firstStep) ? box.stay : 0;
    const fraction = status === 'active' ? t - box.firstStep : 1;
    const rows = Math.floor(start + (box.rows - start) * fraction);
    live.push({ box, status, rows, counting: status === 'active' && rows !== box.rows });
  }
  addWaiting(Number.POSITIVE_INFINITY);
  return live;
}

function rowsCopied(model: StripModel, t: number): { rows: Float64Array; growing: Uint8Array } {
  const rows = new Float64Array(model.to.length);
  const growing = new Uint8Array(model.to.length);
  for (const flow of model.input.change.flows ?? []) {
    const step = model.from[flow.from]!.firstStep;
    if (step < 0 || t <= step) continue;
    rows[flow.to]! += flow.rows * Math.min(1, t - step);
    if (t < step + 1) growing[flow.to] = 1;
  }
  return { rows, growing };
}

/** A rebuild: all new tables are there, empty, and every copy step fills some of them. */
function liveRebuild(model: StripModel, boxes: readonly UnitBox[], t: number): LiveBox[] {
  if (boxes.length === 0) return [];
  const { rows, growing } = rowsCopied(model, t);
  const known = model.input.change.flows !== null;
  return boxes.map((box): LiveBox => {
    const done = t >= box.lastStep + 1;
    const active = !done && (growing[box.index] === 1 || (!known && t > box.firstStep));
    const now = known ? Math.floor(rows[box.index]! + 1e-6) : t <= box.firstStep ? 0 : null;
    const status = done ? 'done' : active ? 'active' : 'waiting';
    return { box, status, rows: done ? box.rows : now, counting: active };
  });
}

/** The boxes of the after row at plan time t, from left to right; of all, or of some. */
export function computeLiveBoxes(model: StripModel, t: number, boxes = model.inOrder): readonly LiveBox[] {
  return model.input.plan.kind === 'rebuild' ? liveRebuild(model, boxes.to, t) : liveInPlace(model, boxes, t);
}
