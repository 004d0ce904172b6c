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
import type { HashBound, Layout } from '../topology/layout.ts';
import type { LayoutSpec } from '../topology/layoutSpec.ts';
import { checkName, checkPattern, partitionName } from '../topology/partitionNames.ts';
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
  const nameOf = (bound: HashBound): string => partitionName(document.table.partitionNames, document.table.name, bound);
  const from = expandLayout(document.from, nameOf);
  if (!from.ok) return from;
  const to = expandLayout(document.to, nameOf);
  if (!to.ok) return to;
  const clash = [...from.value, ...to.value].some(({ name }) => name === document.table.name);
  if (clash) return err({ code: '42P07', message: `relation "${document.table.name}" already exists` });
  const plan = planChange(from.value, to.value, document.recipe);
  if (!plan.ok) return plan;
  const alternatives: Alternative[] = [];
  for (const spec of nearestTargets(from.value, to.value)) {
    const layout = expandLayout(spec, nameOf);
    const other = layout.ok ? planChange(from.value, layout.value, document.recipe) : layout;
    if (other.ok) alternatives.push({ spec, plan: other.value });
  }
  const placed = placeNodes(document, plan.value);
  if (!placed.ok) return placed;
  const table = tableSpec(document);
  return ok({ document, from: from.value, to: to.value, plan: plan.value, alternatives, table, ...placed.value });
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
