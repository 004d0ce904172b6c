import type { HashPartition } from '../topology/layout.ts';
import { type BoxStatus, boxStatus, computeLiveBoxes } from './liveBoxes.ts';
import type { StripModel, UnitBox } from './stripModel.ts';

/** One old partition and its fate: the before row as a table. */
export interface StripTableRow {
  readonly name: string;
  readonly modulus: number;
  readonly remainder: number;
  readonly rows: number;
  /** rows / all keys, 0..1. */
  readonly share: number;
  /** New partitions that take its rows, heir first; null when the flows are too many to list. */
  readonly becomes: readonly HashPartition[] | null;
  /** Rows that change table: all but those its heir keeps. */
  readonly moved: number;
  readonly status: BoxStatus;
}

/** One partition that exists at plan time t: the after row as a table. */
export interface LiveTableRow {
  readonly name: string;
  readonly modulus: number;
  readonly remainder: number;
  readonly rows: number | null;
  readonly share: number | null;
  /** The count is in progress, see LiveBox. */
  readonly counting: boolean;
  readonly status: BoxStatus;
}

function successors(model: StripModel): Map<number, UnitBox[]> | null {
  const { flows } = model.input.change;
  if (flows === null) return null;
  const byFrom = new Map<number, UnitBox[]>();
  for (const flow of flows) {
    const list = byFrom.get(flow.from) ?? [];
    if (list.length === 0) byFrom.set(flow.from, list);
    list.push(model.to[flow.to]!);
  }
  for (const [from, list] of byFrom) {
    const heir = model.from[from]!.remainder;
    list.sort((a, b) => Number(b.remainder === heir) - Number(a.remainder === heir) || a.remainder - b.remainder);
  }
  return byFrom;
}

function toPartition({ name, modulus, remainder }: UnitBox): HashPartition {
  return { name, modulus, remainder };
}

/** The before row at plan time t, in the order of plan.from. */
export function computeStripTable(model: StripModel, t: number): readonly StripTableRow[] {
  const { total } = model.input.change;
  const becomes = successors(model);
  const kept = new Map(model.to.map((box) => [box.remainder, box.stay]));
  return model.from.map((box) => ({
    name: box.name,
    modulus: box.modulus,
    remainder: box.remainder,
    rows: box.rows,
    share: total === 0 ? 0 : box.rows / total,
    becomes: becomes === null ? null : (becomes.get(box.index) ?? []).map(toPartition),
    moved: box.rows - (kept.get(box.remainder) ?? 0),
    status: boxStatus(box.firstStep, box.lastStep, t),
  }));
}

/** The after row at plan time t, from left to right. */
export function computeLiveTable(model: StripModel, t: number): readonly LiveTableRow[] {
  const { total } = model.input.change;
  return computeLiveBoxes(model, t).map(({ box, status, rows, counting }) => ({
    name: box.name,
    modulus: box.modulus,
    remainder: box.remainder,
    rows,
    share: rows === null || total === 0 ? null : rows / total,
    counting,
    status,
  }));
}
