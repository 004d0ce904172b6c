import type { PgError } from '../hash/pgError.ts';
import { type Problem, problem } from '../lib/problem.ts';
import { err, ok, type Result } from '../lib/result.ts';
import { gapsOf } from '../topology/coverage.ts';
import type { HashPartition, Layout } from '../topology/layout.ts';
import { sortByStrip } from '../topology/stripOrder.ts';
import { type Change, findChanges, orderLegally } from './changes.ts';
import { overlapBuckets, overlapLister, uncoveredBy } from './components.ts';
import { locksOf } from './locks.ts';
import type { Plan, PlanStep, Recipe, StepKind } from './plan.ts';
import { refusalInPlace } from './refusal.ts';

/**
 * Plans the way from one legal layout to another. Each partition that only stays keeps its table and its name; every
 * other one is split, merged or regrouped in one transaction with all partitions it overlaps:
 *
 *     8:  | 0 | 4 | 2 | 6 | 1 | 5 | 3 | 7 |        one step a box, in strip order;
 *     16: |0|8|4|12 ...                            after each step both moduli live side by side
 *
 * When no order of the steps is legal, or one step would be the whole table, the plan is a rebuild in a new table.
 * Refusals: rowsWithoutPartition when `to` leaves a gap where `from` has a partition; 42P07 when a new partition would
 * take a name that another partition still has.
 */
export function planChange(from: Layout, to: Layout, recipe: Recipe): Result<Plan, PgError | Problem> {
  const buckets = overlapBuckets(from, to);
  const homeless = uncoveredBy(from, to, buckets)[0];
  if (homeless !== undefined) return err(withoutPartition(homeless, to));
  const { changes, to: named } = findChanges(from, to, buckets);
  if (changes.length === 0) return ok({ kind: 'none', recipe, from, to: named, steps: [] });
  const { ordered, blocked } = orderLegally(changes, from);
  const obstacle =
    blocked[0] ?? ordered.find(({ kind, from: olds }) => kind === 'regroup' && olds.length === from.length);
  if (obstacle !== undefined) {
    const refusal = refusalInPlace(from, obstacle);
    const plan: Plan = { kind: 'rebuild', recipe, from, to, steps: rebuildSteps(from, to) };
    return ok(refusal === null ? plan : { ...plan, refusal });
  }
  const clash = findNameClash(from, ordered);
  if (clash !== null) return err(clash);
  const steps = ordered.map((change, index) => makeStep(index, change.kind, change.from, change.to));
  return ok({ kind: 'inPlace', recipe, from, to: named, steps });
}

function makeStep(
  index: number,
  kind: StepKind,
  from: readonly HashPartition[],
  to: readonly HashPartition[],
): PlanStep {
  return { index, kind, from, to, locks: locksOf(kind) };
}

function rebuildSteps(from: Layout, to: Layout): PlanStep[] {
  const targetsOf = overlapLister(to);
  const copies = sortByStrip(from).map((old, i) => makeStep(i + 1, 'copy', [old], targetsOf(old)));
  const end = copies.length + 1;
  return [makeStep(0, 'prepare', [], to), ...copies, makeStep(end, 'swap', [], []), makeStep(end + 1, 'drop', [], [])];
}

function withoutPartition(homeless: HashPartition, to: Layout): Problem {
  const gap = gapsOf(to, homeless).next().value ?? homeless;
  return problem('rowsWithoutPartition', {
    modulus: gap.modulus,
    remainder: gap.remainder,
    partition: homeless.name,
  });
}

/** A step frees the names of its own old partitions; any other partition that is there at the time keeps its name. */
function findNameClash(from: Layout, ordered: readonly Change[]): PgError | null {
  const names = new Set(from.map(({ name }) => name));
  for (const change of ordered) {
    for (const { name } of change.from) names.delete(name);
    for (const { name } of change.to) {
      if (names.has(name)) return { code: '42P07', message: `relation "${name}" already exists` };
      names.add(name);
    }
  }
  return null;
}
