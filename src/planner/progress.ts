import { compareBounds, countUpTo, isSameBound } from '../topology/boundOrder.ts';
import type { HashBound, HashPartition, Layout } from '../topology/layout.ts';
import type { ChangeCounts, Plan } from './plan.ts';

/** A table that exists at some point of a plan, and the rows in it. */
export interface PhysicalTable {
  /** Name it has in its layout; during a rebuild both sides may use the same one. */
  readonly name: string;
  /** Which layout of the plan it belongs to; a partition that stays as it is counts as old. */
  readonly side: 'old' | 'new';
  /** Exact; null when the flows that decide it were not counted. */
  readonly rows: number | null;
}

/** The partitions of the live table, the one the application uses, after the first `done` steps (0..steps.length). */
export function layoutAfter(plan: Plan, done: number): Layout {
  if (plan.kind === 'rebuild') return isSwapped(plan, done) ? plan.to : plan.from;
  const { gone, come } = replacedBy(plan, done);
  return [...plan.from.filter((old) => !gone.has(old)), ...come].sort(compareBounds);
}

const sizes = new WeakMap<Plan, readonly number[]>();

/** How many partitions the live table has after the first `done` steps: the length of layoutAfter(), at once. */
export function partitionsAfter(plan: Plan, done: number): number {
  if (plan.kind === 'rebuild') return layoutAfter(plan, done).length;
  let counts = sizes.get(plan);
  if (counts === undefined) {
    let count = plan.from.length;
    counts = [count, ...plan.steps.map(({ from, to }) => (count += to.length - from.length))];
    sizes.set(plan, counts);
  }
  return counts[Math.min(done, plan.steps.length)]!;
}

/**
 * Every partition that physically exists after the first `done` steps and holds or will hold rows: of the live table,
 * and during a rebuild of both tables. Old layout first, each in layout order.
 */
export function tablesAfter(plan: Plan, change: ChangeCounts, done: number): PhysicalTable[] {
  if (plan.kind === 'rebuild') return rebuildTables(plan, change, done);
  const { gone, come } = replacedBy(plan, done);
  const old = plan.from.filter((partition) => !gone.has(partition));
  const rows = arrivedRows(change, null);
  const added = [...come].sort(compareBounds);
  return [...oldTables(plan, change, old), ...newTables(plan, added, rows)];
}

/** Position of a bound in a sorted layout that has it. Of equal partitions without gaps, each stands at its remainder. */
export function positionOf(layout: Layout, bound: HashBound): number {
  const there = layout[bound.remainder];
  if (there !== undefined && isSameBound(there, bound)) return bound.remainder;
  return countUpTo(layout, bound) - 1;
}

function rebuildTables(plan: Plan, change: ChangeCounts, done: number): PhysicalTable[] {
  const steps = plan.steps.slice(0, done);
  const isDropped = steps.at(-1)?.kind === 'drop';
  const old = isDropped ? [] : oldTables(plan, change, plan.from);
  if (steps.length === 0) return old;
  const copied = steps.filter(({ kind }) => kind === 'copy').map((step) => positionOf(plan.from, step.from[0]!));
  const isFull = copied.length === plan.from.length;
  const rows = copied.length === 0 ? plan.to.map(() => 0) : arrivedRows(change, isFull ? null : new Set(copied));
  return [...old, ...newTables(plan, plan.to, rows)];
}

function oldTables(plan: Plan, change: ChangeCounts, partitions: readonly HashPartition[]): PhysicalTable[] {
  return partitions.map((partition) => ({
    name: partition.name,
    side: 'old',
    rows: change.from[positionOf(plan.from, partition)] ?? 0,
  }));
}

function newTables(plan: Plan, partitions: readonly HashPartition[], rows: readonly number[] | null): PhysicalTable[] {
  return partitions.map((partition) => ({
    name: partition.name,
    side: 'new',
    rows: rows === null ? null : (rows[positionOf(plan.to, partition)] ?? 0),
  }));
}

/**
 * Rows in each new partition once the old ones at the positions `copied` (null = all) have been emptied into it. Rows
 * that the old layout had no partition for never were in the table, so the counts over all keys hold only without such.
 */
function arrivedRows(change: ChangeCounts, copied: ReadonlySet<number> | null): readonly number[] | null {
  if (copied === null && change.fromMissing === 0) return change.to;
  if (change.flows === null) return null;
  const rows = change.to.map(() => 0);
  for (const flow of change.flows) if (copied === null || copied.has(flow.from)) rows[flow.to]! += flow.rows;
  return rows;
}

function replacedBy(
  plan: Plan,
  done: number,
): { readonly gone: ReadonlySet<HashPartition>; readonly come: readonly HashPartition[] } {
  const steps = plan.steps.slice(0, done);
  return { gone: new Set(steps.flatMap((step) => step.from)), come: steps.flatMap((step) => step.to) };
}

function isSwapped(plan: Plan, done: number): boolean {
  return plan.steps.slice(0, done).some(({ kind }) => kind === 'swap');
}
