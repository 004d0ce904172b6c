/** Rows first .. first + rows - 1, 0-based. */
export interface RowRange {
  readonly first: number;
  readonly rows: number;
}

/**
 * Who answers for which rows of one pass over the keys. Every row is in exactly one place: waiting, or held by a worker,
 * from the moment it is handed out to count until that worker's totals go to another, which holds it from then on. What
 * a lost worker held waits again. So when one worker holds all rows, its totals count each of them once.
 */
export interface RowLedger {
  /** Hands a worker about `target` waiting rows; null when none wait. */
  take(worker: number, target: number): RowRange | null;
  /** Notes that a worker has counted so many of the rows it holds. */
  count(worker: number, rows: number): void;
  /** Notes that what `from` counted is now in the totals of `to`. */
  give(from: number, to: number): void;
  /** Puts all that a worker held back to wait. */
  lose(worker: number): void;
  /** Rows that wait, that this worker holds, and that have been counted and not been lost. */
  waiting(): number;
  heldBy(worker: number): number;
  counted(): number;
}

interface Holding {
  readonly ranges: RowRange[];
  readonly rows: number;
  readonly counted: number;
}

const NOTHING: Holding = { ranges: [], rows: 0, counted: 0 };

/**
 * @param rows of the pass; all wait at first
 * @param grain chunks begin and end at multiples of it, except at the end of all rows
 */
export function createRowLedger(rows: number, grain: number): RowLedger {
  let waiting = rows;
  const queue: RowRange[] = rows === 0 ? [] : [{ first: 0, rows }];
  const holdings = new Map<number, Holding>();
  const holdingOf = (worker: number): Holding => holdings.get(worker) ?? NOTHING;

  return {
    take(worker, target) {
      const next = queue.pop();
      if (next === undefined) return null;
      const chunk = { first: next.first, rows: Math.min(next.rows, Math.max(1, Math.round(target / grain)) * grain) };
      if (chunk.rows < next.rows) queue.push({ first: next.first + chunk.rows, rows: next.rows - chunk.rows });
      waiting -= chunk.rows;
      holdings.set(worker, join(holdingOf(worker), { ranges: [chunk], rows: chunk.rows, counted: 0 }));
      return chunk;
    },
    count(worker, counted) {
      const held = holdingOf(worker);
      holdings.set(worker, { ...held, counted: held.counted + counted });
    },
    give(from, to) {
      holdings.set(to, join(holdingOf(to), holdingOf(from)));
      holdings.delete(from);
    },
    lose(worker) {
      const { ranges, rows: lost } = holdingOf(worker);
      for (const range of ranges) queue.push(range);
      waiting += lost;
      holdings.delete(worker);
    },
    waiting: () => waiting,
    heldBy: (worker) => holdingOf(worker).rows,
    counted: () => [...holdings.values()].reduce((sum, { counted }) => sum + counted, 0),
  };
}

/** The ranges of `b` behind those of `a`, whose array grows: a trillion keys are tens of thousands of chunks. */
function join(a: Holding, b: Holding): Holding {
  if (a === NOTHING) return { ...b, ranges: [...b.ranges] };
  for (const range of b.ranges) a.ranges.push(range);
  return { ranges: a.ranges, rows: a.rows + b.rows, counted: a.counted + b.counted };
}
