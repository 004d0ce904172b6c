import type { ClusterFlows, ClusterPlan } from '../planner/cluster.ts';
import type { NodeSpec } from '../schemes/nodes.ts';
import type { Arcs } from '../schemes/scheme.ts';
import { type ArcTable, emptyArcs, toArcTable, unionArcs } from './arcTable.ts';
import { computeLiveBoxes, type LiveBox } from './liveBoxes.ts';
import { computePlanLedger, computeWholeLedger, type NodeLedger, wholeMoveStep } from './nodeLedger.ts';
import type { StripModel } from './stripModel.ts';

/** What ring and nodes draw: everything that does not depend on size or time. */
export interface RingModel {
  readonly nodes: readonly NodeSpec[];
  readonly counts: ClusterFlows;
  readonly ledger: NodeLedger;
  /** Plan time ends here. */
  readonly steps: number;
  /** The old state, for the thin ring outside. */
  readonly old: ArcTable;
  /**
   * The live arcs at plan time t; the same object while nothing changed since the last call. The next call may reuse its
   * arrays: tens of thousands of arcs are not copied every frame.
   */
  arcsAt(t: number): ArcTable;
  /** The partitions; null when the arcs are those of a scheme. */
  readonly strip: StripModel | null;
}

/** Both states of a scheme that lays keys on a circle; `nodeOf*` give the node of a member by its index there. */
export interface CircleChange {
  readonly before: Arcs;
  readonly after: Arcs;
  readonly nodeOfBefore: readonly number[];
  readonly nodeOfAfter: readonly number[];
  /** Keys have other places afterwards: the new arcs fill up from nothing. */
  readonly isRelaid?: boolean;
}

/** For each new partition the one node that all its rows come from; -1 when they come from several, or it is not known. */
function computeOrigins(strip: StripModel, cluster: ClusterPlan): Int16Array {
  const origins = new Int16Array(strip.to.length).fill(-2);
  for (const { from, to } of strip.input.change.flows ?? []) {
    const node = cluster.before[from]!;
    origins[to] = origins[to] === -2 || origins[to] === node ? node : -1;
  }
  return origins.map((node) => Math.max(-1, node));
}

function fillLive(table: ArcTable, i: number, live: LiveBox, model: PlanRing, t: number): void {
  const { box, status, rows } = live;
  const { cluster, origins, rebuild, wholeStep } = model;
  table.x0[i] = box.x;
  table.x1[i] = box.x + box.width;
  if (box.side === 'from') {
    table.node[i] = cluster.before[box.index]!;
    return;
  }
  const node = cluster.after[box.index]!;
  const origin = origins[box.index]!;
  if (box.firstStep < 0) {
    // It keeps its table; when its node changes it goes as a whole.
    table.node[i] = node;
    table.rest[i] = origin < 0 ? node : origin;
    table.filled[i] = origin < 0 || origin === node ? 1 : Math.min(1, Math.max(0, t - wholeStep));
  } else {
    table.node[i] = node;
    table.rest[i] = rebuild ? -1 : origin;
    const within = Math.min(1, Math.max(0, (t - box.firstStep) / (box.lastStep + 1 - box.firstStep)));
    if (rebuild && rows !== null) table.filled[i] = status === 'done' || box.rows === 0 ? 1 : rows / box.rows;
    else table.filled[i] = origin === node ? 1 : within;
  }
}

interface PlanRing {
  readonly cluster: ClusterPlan;
  readonly origins: Int16Array;
  readonly rebuild: boolean;
  /** See wholeMoveStep(). */
  readonly wholeStep: number;
}

function livePlan(strip: StripModel, ring: PlanRing, t: number): ArcTable {
  const live = computeLiveBoxes(strip, t);
  const table = emptyArcs(live.length, live);
  for (const [i, box] of live.entries()) fillLive(table, i, box, ring, t);
  return table;
}

function oldArcs(strip: StripModel, cluster: ClusterPlan): ArcTable {
  const boxes = [...strip.from].sort((a, b) => a.x - b.x);
  const table = emptyArcs(boxes.length, null);
  boxes.forEach((box, i) => {
    table.x0[i] = box.x;
    table.x1[i] = box.x + box.width;
    table.node[i] = cluster.before[box.index]!;
  });
  return table;
}

function remember(arcsAt: (t: number) => ArcTable): (t: number) => ArcTable {
  let last: { readonly t: number; readonly table: ArcTable } | null = null;
  return (t) => {
    if (last?.t !== t) last = { t, table: arcsAt(t) };
    return last.table;
  };
}

/** The ring of a plan; cost grows with partitions and flows, so keep the result while plan, counts and nodes stay. */
export function computeRingModel(strip: StripModel, cluster: ClusterPlan, counts: ClusterFlows): RingModel {
  const { plan } = strip.input;
  const ring = {
    cluster,
    origins: computeOrigins(strip, cluster),
    rebuild: plan.kind === 'rebuild',
    wholeStep: wholeMoveStep(plan),
  };
  return {
    nodes: cluster.nodes,
    counts,
    ledger: computePlanLedger(strip, cluster, counts),
    steps: Math.max(plan.steps.length, counts.moved > 0 ? 1 : 0),
    old: oldArcs(strip, cluster),
    arcsAt: remember((t) => livePlan(strip, ring, t)),
    strip,
  };
}

/** The ring of a scheme: one step from its old arcs to its new ones, in which all rows that move do so evenly. */
export function computeCircleModel(change: CircleChange, nodes: readonly NodeSpec[], counts: ClusterFlows): RingModel {
  const old = toArcTable(change.before, change.nodeOfBefore);
  const next = toArcTable(change.after, change.nodeOfAfter);
  const union = change.isRelaid === true ? { ...next, filled: next.filled.slice() } : unionArcs(old, next);
  const changing = Uint32Array.from(union.node.keys()).filter((i) => union.node[i] !== union.rest[i]);
  function between(t: number): ArcTable {
    for (let i = 0; i < changing.length; i++) union.filled[changing[i]!] = t;
    return { ...union };
  }
  return {
    nodes,
    counts,
    ledger: computeWholeLedger(counts),
    steps: 1,
    old,
    arcsAt: remember((t) => (t <= 0 ? old : t >= 1 ? next : between(t))),
    strip: null,
  };
}
