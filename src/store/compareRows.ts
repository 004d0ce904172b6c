import type { SideFigures } from '../engine/compare/protocol.ts';
import type { Problem } from '../lib/problem.ts';
import { clusterLowerBound } from '../planner/clusterCounts.ts';
import { membersOf } from '../schemes/nodes.ts';
import { postgresRouters } from '../schemes/postgresRouters.ts';
import type { SchemeTraits } from '../schemes/scheme.ts';
import { getScheme } from '../schemes/schemes.ts';
import { clusterCountsOf } from './figures.ts';
import type { Compared, Counted } from './state.ts';

/** One line of the comparison: a scheme with its figures, or why it can't follow the change. */
export interface CompareRow {
  /** Scheme id, or `plan` for the plan on screen. */
  readonly id: string;
  readonly rows: number;
  readonly moved: number | null;
  /** Share of rows that theory expects to move; `isBound`: at most. */
  readonly theory: number | null;
  readonly isBound: boolean;
  /** The most rows over a node's share, after the change; 1 is even. */
  readonly hottest: number | null;
  readonly deviation: number | null;
  readonly memoryBytes: number | null;
  readonly lookupSteps: number | null;
  readonly traits: SchemeTraits | null;
  readonly problem: Problem | null;
  /** Rows of each node, by its position in the document; null where it is not there. */
  readonly before: readonly (number | null)[];
  readonly after: readonly (number | null)[];
  /** Rows that came to each node from another one. */
  readonly arrived: readonly number[];
}

/** The plan on screen and every compared scheme, over the keys that were compared. */
export function compareRows(counted: Counted | null, compared: Compared | null): CompareRow[] {
  return [...(counted === null ? [] : [planRow(counted)]), ...(compared === null ? [] : schemeRows(compared, counted))];
}

/** The least rows that any scheme must move from where the plan on screen has them. */
export function leastMoved(counted: Counted): number {
  return clusterLowerBound(clusterCountsOf(counted), counted.derived.cluster.nodes);
}

/** Nodes that hold no row after the change. */
export function countEmpty({ after }: CompareRow): number {
  return after.filter((rows) => rows === 0).length;
}

function planRow(counted: Counted): CompareRow {
  const { derived, reply } = counted;
  const counts = clusterCountsOf(counted);
  const { nodes, before: placedBefore, after: placedAfter } = derived.cluster;
  const routers = postgresRouters(derived.from, derived.to, placedBefore, placedAfter);
  const { after } = membersOf(nodes);
  const weights = after.reduce((sum, { weight }) => sum + weight, 0);
  const { total } = reply.changes[0]!;
  const quotients = nodes.flatMap(({ state, weight }, node) =>
    state === 'leaving' || total === 0 ? [] : [(counts.after[node]! * weights) / (weight * total)],
  );
  const arrived = nodes.map(() => 0);
  for (const { from, to, rows } of counts.flows ?? []) if (from !== to) arrived[to]! += rows;
  return {
    id: 'plan',
    rows: total,
    moved: counts.moved,
    theory: routers.theory.fraction,
    isBound: false,
    hottest: total === 0 ? 1 : Math.max(...quotients),
    deviation: Math.sqrt(quotients.reduce((sum, q) => sum + (q - 1) ** 2, 0) / Math.max(1, quotients.length)),
    memoryBytes: routers.after.memoryBytes,
    lookupSteps: routers.after.lookupSteps,
    traits: { shrink: 'any', weights: true, inPlace: derived.plan.kind !== 'rebuild', lookup: 'O(1)' },
    problem: null,
    before: nodes.map(({ state }, node) => (state === 'joining' ? null : counts.before[node]!)),
    after: nodes.map(({ state }, node) => (state === 'leaving' ? null : counts.after[node]!)),
    arrived,
  };
}

function schemeRows({ request, reply }: Compared, counted: Counted | null): CompareRow[] {
  const nodes = counted?.derived.cluster.nodes ?? [];
  const places = new Map(nodes.map(({ name }, index) => [name, index]));
  const { before, after } = request.change;
  return reply.schemes.map((outcome, index) => {
    const { scheme, config } = request.schemes[index]!;
    const row = { id: scheme, rows: request.keys.rows, traits: getScheme(scheme).traits(config) };
    if (!outcome.ok) return { ...noFigures, ...row, problem: outcome.error };
    const { moved, theory, flows, ...sides } = outcome.value;
    const arrived = nodes.map(() => 0);
    flows.rows.forEach((rows, cell) => {
      const to = after[flows.to[cell]!]!.name;
      const place = places.get(to);
      // The nodes of the document may have changed since these were compared.
      if (place !== undefined && before[flows.from[cell]!]!.name !== to) arrived[place]! += rows;
    });
    return {
      ...row,
      moved,
      theory: theory.fraction,
      isBound: theory.kind === 'bound',
      hottest: sides.after.hottest,
      deviation: sides.after.deviation,
      memoryBytes: sides.after.memoryBytes,
      lookupSteps: sides.after.lookupSteps,
      problem: null,
      before: byNode(nodes, before, sides.before),
      after: byNode(nodes, after, sides.after),
      arrived,
    };
  });
}

const noFigures = {
  moved: null,
  theory: null,
  isBound: false,
  hottest: null,
  deviation: null,
  memoryBytes: null,
  lookupSteps: null,
  before: [],
  after: [],
  arrived: [],
} as const;

function byNode(
  nodes: readonly { readonly name: string }[],
  members: readonly { readonly name: string }[],
  { rows }: SideFigures,
): (number | null)[] {
  const byName = new Map(members.map(({ name }, member) => [name, rows[member]!]));
  return nodes.map(({ name }) => byName.get(name) ?? null);
}
