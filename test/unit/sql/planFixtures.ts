import type { Plan, PlanStep, Recipe, StepKind } from '../../../src/planner/plan.ts';
import type { TableSpec } from '../../../src/sql/script.ts';
import type { HashPartition, Layout } from '../../../src/topology/layout.ts';

/** `'orders_8_', 8` -> orders_8_0 .. orders_8_7 */
export function uniform(prefix: string, modulus: number): HashPartition[] {
  return Array.from({ length: modulus }, (_, remainder) => ({ modulus, remainder, name: `${prefix}${remainder}` }));
}

export function part(name: string, modulus: number, remainder: number): HashPartition {
  return { name, modulus, remainder };
}

export type StepSpec = readonly [StepKind, readonly HashPartition[], readonly HashPartition[]];

export function planOf(recipe: Recipe, from: Layout, to: Layout, steps: readonly StepSpec[]): Plan {
  const kind = steps.some(([name]) => name === 'swap') ? 'rebuild' : 'inPlace';
  const full = steps.map(([stepKind, a, b], index): PlanStep => ({ index, kind: stepKind, from: a, to: b, locks: [] }));
  return { kind, recipe, from, to, steps: full };
}

/** Uniform old -> uniform new, each old partition split in one step. */
export function splitPlan(recipe: Recipe, prefix: string, from: number, to: number): Plan {
  const old = uniform(`${prefix}${from}_`, from);
  const target = uniform(`${prefix}${to}_`, to);
  const children = (p: HashPartition) => target.filter((t) => t.remainder % from === p.remainder);
  return planOf(
    recipe,
    old,
    target,
    old.map((p) => ['split', [p], children(p)]),
  );
}

export function mergePlan(recipe: Recipe, prefix: string, from: number, to: number): Plan {
  const old = uniform(`${prefix}${from}_`, from);
  const target = uniform(`${prefix}${to}_`, to);
  const parts = (t: HashPartition) => old.filter((p) => p.remainder % to === t.remainder);
  return planOf(
    recipe,
    old,
    target,
    target.map((t) => ['merge', parts(t), [t]]),
  );
}

export function rebuildPlan(old: Layout, target: Layout): Plan {
  return planOf('copy', old, target, [
    ['prepare', [], target],
    ...old.map((p): StepSpec => ['copy', [p], target]),
    ['swap', [], []],
    ['drop', [], []],
  ]);
}

export const orders: TableSpec = {
  schema: null,
  name: 'orders',
  keyColumns: [{ name: 'order_id', sqlType: 'bigint' }],
};

export const tableC: TableSpec = { schema: null, name: 'c', keyColumns: [{ name: 'id', sqlType: 'integer' }] };

const c2 = part('c2_0', 2, 0);
const c4 = [part('c4_0', 4, 0), part('c4_2', 4, 2)];
const others = [part('c4_1', 4, 1), part('c4_3', 4, 3)];

/** The mixed set (2,0), (4,1), (4,3) and the same with (2,0) split. */
export const seedSplit = (recipe: Recipe): Plan =>
  planOf(recipe, [c2, ...others], [c4[0]!, others[0]!, c4[1]!, others[1]!], [['split', [c2], c4]]);
export const seedMerge = (recipe: Recipe): Plan =>
  planOf(recipe, [c4[0]!, others[0]!, c4[1]!, others[1]!], [c2, ...others], [['merge', c4, [c2]]]);

export const weirdTable: TableSpec = {
  schema: 'My "schema"',
  name: '订单 $$ table',
  keyColumns: [
    { name: 'Select', sqlType: 'bigint' },
    { name: "it's $body1$", sqlType: 'text' },
  ],
};

const weirdOld = [part('select', 2, 0), part('Заказы 1', 2, 1)];
const weirdNew = [
  part('a$$b', 4, 0),
  part('Заказы 1', 4, 1),
  part('with "quotes" and \\', 4, 2),
  part("🐘's\nsecond line", 4, 3),
];

/** Names with spaces, quotes, capitals, key words, other scripts, dollars, a line end, and one that stays in use. */
export const weirdSplit = (recipe: Recipe): Plan =>
  planOf(recipe, weirdOld, weirdNew, [
    ['split', [weirdOld[0]!], [weirdNew[0]!, weirdNew[2]!]],
    ['split', [weirdOld[1]!], [weirdNew[1]!, weirdNew[3]!]],
  ]);
export const weirdMerge = (recipe: Recipe): Plan =>
  planOf(recipe, weirdNew, weirdOld, [
    ['merge', [weirdNew[0]!, weirdNew[2]!], [weirdOld[0]!]],
    ['merge', [weirdNew[1]!, weirdNew[3]!], [weirdOld[1]!]],
  ]);
/** 2 -> 3 with a name that both layouts use. */
export const weirdRebuild: Plan = rebuildPlan(weirdOld, [
  part('select', 3, 0),
  part('Заказы 1', 3, 1),
  part('orders of 名前', 3, 2),
]);
