import { getKeyType } from '../hash/getKeyType.ts';
import { validateKeySpec } from '../keys/validateKeySpec.ts';
import { type Problem, problem } from '../lib/problem.ts';
import { err, ok, type Result } from '../lib/result.ts';
import type { ClusterPlan } from '../planner/cluster.ts';
import { initialPlacement } from '../planner/initialPlacement.ts';
import { nearestTargets } from '../planner/nearestTargets.ts';
import type { Pin } from '../planner/pins.ts';
import { placeTarget } from '../planner/placeTarget.ts';
import type { Plan } from '../planner/plan.ts';
import { planChange } from '../planner/planChange.ts';
import { checkConfig } from '../schemes/config.ts';
import { fieldsOf } from '../schemes/fields.ts';
import { createdTypes } from '../sql/createdTypes.ts';
import type { TableSpec } from '../sql/script.ts';
import { expandLayout } from '../topology/expandLayout.ts';
import type { Layout } from '../topology/layout.ts';
import type { LayoutSpec } from '../topology/layoutSpec.ts';
import { checkName, checkPattern, partitionNamer } from '../topology/partitionNames.ts';
import { checkNodes } from './checkNodes.ts';
import type { Refusal } from './edits/edit.ts';
import type { Scenario } from './scenario.ts';

/** A target that can be reached in place, offered beside the one that was asked for. */
export interface Alternative {
  readonly spec: LayoutSpec;
  readonly plan: Plan;
}

/** What follows from a document without counting a single key. */
export interface Derived {
  readonly document: Scenario;
  readonly from: Layout;
  readonly to: Layout;
  readonly plan: Plan;
  /** Planned when they are asked for: whether an edit is refused does not depend on them. */
  readonly alternatives: readonly Alternative[];
  readonly table: TableSpec;
  /** Where partitions lie before and after; placed by expected shares, so no count changes it. */
  readonly cluster: ClusterPlan;
  /** Nodes that get more than they have room for, and the like. */
  readonly warnings: readonly Problem[];
}

interface Answer {
  readonly document: Scenario;
  readonly result: Result<Derived, Refusal>;
}

/** The one asked for last first. */
let kept: readonly Answer[] = [];
const MOST_KEPT = 4;

/**
 * Expands and plans a document; a refusal is PostgreSQL's where PostgreSQL would refuse. The last few answers are kept:
 * validating a field asks for documents that are then thrown away, and the one on screen must not be planned anew.
 */
export function deriveScenario(document: Scenario): Result<Derived, Refusal> {
  if (kept[0]?.document === document) return kept[0].result;
  const answer = kept.find((entry) => entry.document === document) ?? { document, result: derive(document) };
  kept = [answer, ...kept.filter((entry) => entry !== answer)].slice(0, MOST_KEPT);
  return answer.result;
}

function derive(document: Scenario): Result<Derived, Refusal> {
  const wrong = validateKeySpec(document.keys) ?? checkTable(document) ?? checkCluster(document);
  if (wrong !== null) return err(wrong);
  const from = layoutOf(document.from, document.table);
  if (!from.ok) return from;
  const to = layoutOf(document.to, document.table);
  if (!to.ok) return to;
  const isTable = ({ name }: { readonly name: string }): boolean => name === document.table.name;
  if (from.value.some(isTable) || to.value.some(isTable))
    return err({ code: '42P07', message: `relation "${document.table.name}" already exists` });
  const plan = planChange(from.value, to.value, document.recipe);
  if (!plan.ok) return plan;
  const placed = placeNodes(document, plan.value);
  if (!placed.ok) return placed;
  const table = tableSpec(document);
  let alternatives: readonly Alternative[] | null = null;
  return ok({
    document,
    from: from.value,
    to: to.value,
    plan: plan.value,
    get alternatives() {
      alternatives ??= planAlternatives(document, from.value, to.value);
      return alternatives;
    },
    table,
    ...placed.value,
  });
}

function planAlternatives({ table, recipe }: Scenario, from: Layout, to: Layout): readonly Alternative[] {
  return nearestTargets(from, to).flatMap((spec) => {
    const layout = layoutOf(spec, table);
    const plan = layout.ok ? planChange(from, layout.value, recipe) : layout;
    return plan.ok ? [{ spec, plan: plan.value }] : [];
  });
}

interface NamedLayout {
  readonly spec: LayoutSpec;
  readonly partitionNames: string;
  readonly table: string;
  readonly layout: ReturnType<typeof expandLayout>;
}

/** The one asked for last first. An edit changes one layout at most, and its alternatives are often those of before. */
let keptLayouts: readonly NamedLayout[] = [];
const MOST_LAYOUTS = 8;

function layoutOf(spec: LayoutSpec, { partitionNames, name }: Scenario['table']): ReturnType<typeof expandLayout> {
  const kept = keptLayouts.find(
    (entry) => entry.table === name && entry.partitionNames === partitionNames && isSameSpec(entry.spec, spec),
  ) ?? { spec, partitionNames, table: name, layout: expandLayout(spec, partitionNamer(partitionNames, name)) };
  keptLayouts = [kept, ...keptLayouts.filter((entry) => entry !== kept)].slice(0, MOST_LAYOUTS);
  return kept.layout;
}

function isSameSpec(a: LayoutSpec, b: LayoutSpec): boolean {
  return a === b || (a.kind === 'uniform' && b.kind === 'uniform' && a.modulus === b.modulus);
}

function checkTable({ table, keys }: Scenario): Refusal | null {
  for (const { name } of keys.columns) {
    const wrong = checkName(name);
    if (wrong !== null) return wrong;
  }
  return (table.schema === null ? null : checkName(table.schema)) ?? checkPattern(table.partitionNames, table.name);
}

function checkCluster({ nodes, compare }: Scenario): Refusal | null {
  const wrong = checkNodes(nodes);
  if (wrong !== null) return wrong;
  for (const { scheme, config } of compare) {
    const refused = checkConfig({ fields: fieldsOf(scheme) }, config);
    if (refused !== null) return refused;
  }
  return null;
}

function placeNodes(
  { nodes, placed, keys, table }: Scenario,
  plan: Plan,
): Result<Pick<Derived, 'cluster' | 'warnings'>, Problem> {
  const before = initialPlacement(plan.from, nodes);
  const pins: Pin[] = [];
  for (const { side, modulus, remainder, node } of placed) {
    const position = plan[side].findIndex((bound) => bound.modulus === modulus && bound.remainder === remainder);
    if (position < 0) continue;
    if (side === 'to') {
      pins.push({ partition: { modulus, remainder }, node });
      continue;
    }
    const place = nodes.findIndex(({ name }) => name === node);
    const partition = `(${modulus}, ${remainder})`;
    if (place < 0) return err(problem('pinNodeUnknown', { value: node, partition }));
    if (nodes[place]!.state === 'joining') return err(problem('pinNodeJoining', { value: node, partition }));
    before[position] = place;
  }
  const { rows } = keys;
  const { from, to } = plan;
  const target = placeTarget({ from, to, nodes, before, change: null, rows, pins, rowBytes: table.rowBytes });
  if (!target.ok) return target;
  return ok({ cluster: { nodes, before, after: target.value.after }, warnings: target.value.warnings });
}

function tableSpec({ table, keys }: Scenario): TableSpec {
  return {
    schema: table.schema,
    name: table.name,
    keyColumns: keys.columns.map(({ name, type, operatorClass }) => {
      const keyType = getKeyType(type);
      const creates = createdTypes(keyType);
      return {
        name,
        sqlType: keyType.sqlName,
        ...(operatorClass !== undefined && { operatorClass }),
        ...(creates.length > 0 && { creates }),
      };
    }),
  };
}
