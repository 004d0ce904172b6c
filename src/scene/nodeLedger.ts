import type { ClusterFlows, ClusterPlan } from '../planner/cluster.ts';
import type { Plan } from '../planner/plan.ts';
import type { StripModel } from './stripModel.ts';

/**
 * Rows by node over plan time. A group is what one step carries from a node to a node; entries of the arrays are groups,
 * in the order of their start. A rebuild also has groups within a node, as it writes those rows anew.
 */
export interface NodeLedger {
  readonly nodes: number;
  readonly start: Float64Array;
  readonly duration: Float64Array;
  readonly from: Uint16Array;
  readonly to: Uint16Array;
  readonly rows: Float64Array;
  /** Rows by node before the plan, and those of them that no group carries. */
  readonly before: Float64Array;
  readonly still: Float64Array;
  /** Plan time at which old copies begin to go: a rebuild keeps the old table until its last step. -1 = none are kept. */
  readonly dropAt: number;
  /** Most rows that each node holds at any time, old copies included. */
  readonly peak: Float64Array;
}

/** Rows by node at one moment, entry by node; the four add up to what lies there. */
export interface NodeRows {
  /** Not yet carried, and of no other node afterwards. */
  readonly stay: Float64Array;
  /** Not yet carried, but of another node afterwards. */
  readonly leaving: Float64Array;
  /** Came from another node. */
  readonly arrived: Float64Array;
  /** Left behind by a rebuild until the old table is dropped. */
  readonly old: Float64Array;
}

/** Rows of a group that have left, and that have arrived, when its step is done to `fraction`, 0 to 1. */
export type Schedule = (group: number, fraction: number) => { readonly left: number; readonly arrived: number };

interface Group {
  readonly start: number;
  readonly duration: number;
  readonly from: number;
  readonly to: number;
  rows: number;
}

/**
 * The step with which partitions go to another node that keep their table: none of their own is planned, so the last. A
 * plan without steps takes the time from 0 to 1 for them.
 */
export function wholeMoveStep({ steps }: Plan): number {
  return Math.max(0, steps.length - 1);
}

/** Groups of the partitions' flows. */
function groupFlows(strip: StripModel, cluster: ClusterPlan): Group[] | null {
  const { change, plan } = strip.input;
  if (change.flows === null) return null;
  const groups = new Map<string, Group>();
  for (const flow of change.flows) {
    const old = strip.from[flow.from]!;
    const planned = old.firstStep >= 0 ? old.firstStep : strip.to[flow.to]!.firstStep;
    const step = planned < 0 ? wholeMoveStep(plan) : planned;
    const from = cluster.before[flow.from]!;
    const to = cluster.after[flow.to]!;
    if (from === to && plan.kind !== 'rebuild') continue;
    const key = `${step}:${from}:${to}`;
    const group = groups.get(key);
    if (group !== undefined) group.rows += flow.rows;
    else groups.set(key, { start: step, duration: 1, from, to, rows: flow.rows });
  }
  return [...groups.values()].sort((a, b) => a.start - b.start || a.from - b.from || a.to - b.to);
}

/** Plan time from the first to the last step that carries rows; for flows that are known only as a whole. */
function carryingTime({ input: { plan } }: StripModel): { readonly start: number; readonly duration: number } {
  const carrying = plan.steps.filter(({ kind }) => kind !== 'prepare' && kind !== 'swap' && kind !== 'drop');
  const start = carrying[0]?.index ?? 0;
  return { start, duration: Math.max(1, (carrying.at(-1)?.index ?? 0) + 1 - start) };
}

function groupWhole(counts: ClusterFlows, time: { start: number; duration: number }, within: boolean): Group[] {
  return counts.flows.filter(({ from, to }) => within || from !== to).map((flow) => ({ ...time, ...flow }));
}

/** Only whole steps need be looked at: within one, every node's rows change by a constant rate. */
function computePeak(groups: readonly Group[], before: Float64Array, keepsOld: boolean): Float64Array {
  const peak = before.slice();
  const now = before.slice();
  let first = 0;
  groups.forEach((group, i) => {
    now[group.to]! += group.rows;
    if (!keepsOld) now[group.from]! -= group.rows;
    if (groups[i + 1]?.start === group.start) return;
    for (const { to } of groups.slice(first, i + 1)) peak[to] = Math.max(peak[to]!, now[to]!);
    first = i + 1;
  });
  return peak;
}

function toLedger(groups: readonly Group[], counts: ClusterFlows, dropAt: number): NodeLedger {
  const before = Float64Array.from(counts.before);
  const still = before.slice();
  for (const { from, rows } of groups) still[from]! -= rows;
  return {
    nodes: before.length,
    start: Float64Array.from(groups, ({ start }) => start),
    duration: Float64Array.from(groups, ({ duration }) => duration),
    from: Uint16Array.from(groups, ({ from }) => from),
    to: Uint16Array.from(groups, ({ to }) => to),
    rows: Float64Array.from(groups, ({ rows }) => rows),
    before,
    still,
    dropAt,
    peak: computePeak(groups, before, dropAt >= 0),
  };
}

/** The ledger of a plan. Where its flows are too many to be listed, rows are taken to move evenly over its steps. */
export function computePlanLedger(strip: StripModel, cluster: ClusterPlan, counts: ClusterFlows): NodeLedger {
  const { plan } = strip.input;
  const rebuild = plan.kind === 'rebuild';
  const dropAt = rebuild ? plan.steps.findIndex(({ kind }) => kind === 'drop') : -1;
  const whole = groupWhole(counts, carryingTime(strip), rebuild);
  return toLedger(groupFlows(strip, cluster) ?? whole, counts, dropAt);
}

/** The ledger of a change without steps, from plan time 0 to 1. */
export function computeWholeLedger(counts: ClusterFlows): NodeLedger {
  return toLedger(groupWhole(counts, { start: 0, duration: 1 }, false), counts, -1);
}

/** How far the group's step is at plan time t, 0 to 1. */
export function groupFraction(ledger: NodeLedger, group: number, t: number): number {
  return Math.min(1, Math.max(0, (t - ledger.start[group]!) / ledger.duration[group]!));
}

/** Rows on their way count as arrived: exact before and after a step, whole rows in proportion to it within. */
export function evenly(ledger: NodeLedger): Schedule {
  return (group, fraction) => {
    const moved = Math.floor(ledger.rows[group]! * fraction + 1e-6);
    return { left: moved, arrived: moved };
  };
}

/** Rows by node at plan time t, as a schedule has them leave and arrive. */
export function nodeRowsAt(ledger: NodeLedger, t: number, schedule: Schedule = evenly(ledger)): NodeRows {
  const { nodes, from, to, rows, still, dropAt } = ledger;
  const now = { stay: still.slice(), leaving: new Float64Array(nodes), arrived: new Float64Array(nodes) };
  const old = new Float64Array(nodes);
  const kept = dropAt < 0 ? 0 : 1 - Math.min(1, Math.max(0, t - dropAt));
  for (let g = 0; g < rows.length; g++) {
    const a = from[g]!;
    const b = to[g]!;
    const { left, arrived } = schedule(g, groupFraction(ledger, g, t));
    if (a === b) now.stay[a]! += rows[g]!;
    else {
      now.leaving[a]! += rows[g]! - left;
      now.arrived[b]! += arrived;
    }
    old[a]! += Math.floor(left * kept + 1e-6);
  }
  return { ...now, old };
}

/** All rows that lie on a node. */
export function rowsOn(rows: NodeRows, node: number): number {
  return rows.stay[node]! + rows.leaving[node]! + rows.arrived[node]! + rows.old[node]!;
}

/** Rows that have changed node by plan time t, of all that will. */
export function movedBetweenNodes(ledger: NodeLedger, t: number): { readonly moved: number; readonly total: number } {
  let moved = 0;
  let total = 0;
  for (let g = 0; g < ledger.rows.length; g++) {
    if (ledger.from[g] === ledger.to[g]) continue;
    moved += Math.floor(ledger.rows[g]! * groupFraction(ledger, g, t) + 1e-6);
    total += ledger.rows[g]!;
  }
  return { moved, total };
}
