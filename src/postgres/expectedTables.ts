import type { Plan, PlanStep } from '../planner/plan.ts';
import { type RebuildNames, rebuildNames } from '../sql/planNames.ts';
import type { TableSpec } from '../sql/script.ts';
import type { HashBound, HashPartition } from '../topology/layout.ts';
import type { InsertedKeys } from './insertedKeys.ts';

export interface ExpectedPartition extends HashPartition {
  readonly rows: number;
}

/** A partitioned table with all its partitions; catalog names. */
export interface ExpectedTable {
  readonly parent: string;
  readonly partitions: readonly ExpectedPartition[];
}

/** The tables as they should be now; each step is told once, in order. */
export interface Expectation {
  tables(): readonly ExpectedTable[];
  apply(step: PlanStep): void;
  /** Name of the partition of the plan's table that holds the inserted key number `at`; null = none. */
  partitionOf(at: number): string | null;
}

interface State {
  parent: string;
  /** By bound, because names change during a rebuild. */
  readonly partitions: Map<string, ExpectedPartition>;
}

/** `table` is what the plan is about, `other` the new table of a rebuild before its swap and the old one after it. */
interface World {
  table: State;
  other: State | null;
}

/** Follows the plan over the inserted keys: which partitions there are after each step and how many rows each holds. */
export function expectTables(plan: Plan, table: TableSpec, keys: InsertedKeys): Expectation {
  const counts = countRows(plan, keys);
  const names = rebuildNames(plan, table);
  const partitions = new Map(plan.from.map((p, index) => [boundKey(p), { ...p, rows: counts.from[index]! }]));
  const world: World = { table: { parent: table.name, partitions }, other: null };
  return {
    apply: (step) => applyStep(world, step, plan, names, counts),
    tables: () =>
      [world.table, world.other]
        .filter((state) => state !== null)
        .map((state) => ({ parent: state.parent, partitions: [...state.partitions.values()] })),
    partitionOf(at) {
      const holders = [plan.to[keys.to[at]!], plan.from[keys.from[at]!]].map((place) =>
        place === undefined ? undefined : world.table.partitions.get(boundKey(place)),
      );
      return holders.find((holder) => holder !== undefined)?.name ?? null;
    },
  };
}

function applyStep(world: World, step: PlanStep, plan: Plan, names: RebuildNames, counts: RowCounts): void {
  const { table, other } = world;
  switch (step.kind) {
    case 'split':
    case 'merge':
    case 'regroup':
    case 'create':
      for (const old of step.from) table.partitions.delete(boundKey(old));
      for (const p of step.to) table.partitions.set(boundKey(p), { ...p, rows: counts.to.get(boundKey(p)) ?? 0 });
      return;
    case 'prepare':
      world.other = { parent: names.newParent, partitions: new Map() };
      for (const p of plan.to) {
        world.other.partitions.set(boundKey(p), { ...p, name: names.partitionName(p), rows: 0 });
      }
      return;
    case 'copy':
      if (other !== null) addCopied(other, step, counts);
      return;
    case 'swap':
      if (other === null) return;
      world.table = { parent: table.parent, partitions: other.partitions };
      world.other = { parent: names.oldParent, partitions: table.partitions };
      return;
    case 'drop':
      for (const p of plan.to) {
        const held = table.partitions.get(boundKey(p));
        if (held !== undefined) table.partitions.set(boundKey(p), { ...held, name: p.name });
      }
      world.other = null;
  }
}

function addCopied(target: State, step: PlanStep, { flows }: RowCounts): void {
  for (const old of step.from) {
    for (const [key, rows] of flows.get(boundKey(old)) ?? []) {
      const held = target.partitions.get(key);
      if (held !== undefined) target.partitions.set(key, { ...held, rows: held.rows + rows });
    }
  }
}

/** Rows per partition of the inserted keys; new partitions by bound. */
interface RowCounts {
  readonly from: Float64Array;
  readonly to: ReadonlyMap<string, number>;
  /** Old bound -> new bound -> rows. */
  readonly flows: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

function countRows(plan: Plan, keys: InsertedKeys): RowCounts {
  const from = new Float64Array(plan.from.length);
  const cells = new Map<number, number>();
  const width = plan.to.length + 1;
  keys.from.forEach((place, at) => {
    from[place]! += 1;
    const cell = place * width + keys.to[at]! + 1;
    cells.set(cell, (cells.get(cell) ?? 0) + 1);
  });
  const to = new Map<string, number>();
  const flows = new Map<string, Map<string, number>>(plan.from.map((p) => [boundKey(p), new Map()]));
  for (const [cell, rows] of cells) {
    const target = plan.to[(cell % width) - 1];
    if (target === undefined) continue;
    const key = boundKey(target);
    to.set(key, (to.get(key) ?? 0) + rows);
    flows.get(boundKey(plan.from[Math.floor(cell / width)]!))?.set(key, rows);
  }
  return { from, to, flows };
}

function boundKey({ modulus, remainder }: HashBound): string {
  return `${modulus}/${remainder}`;
}
