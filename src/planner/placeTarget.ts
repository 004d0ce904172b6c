import { type Problem, problem } from '../lib/problem.ts';
import { err, ok, type Result } from '../lib/result.ts';
import type { NodeSpec } from '../schemes/nodes.ts';
import { distinctModuli, greatestModulus } from '../topology/boundOrder.ts';
import type { HashBound, Layout } from '../topology/layout.ts';
import { capacityInRows, overCapacity } from './capacity.ts';
import { keepMost } from './keepMost.ts';
import { countedOverlap, expectedOverlap, type NodeOverlap } from './nodeOverlap.ts';
import { fillRooms, placesIn, type Vessel } from './nodeShares.ts';
import { type Pin, type Pinned, resolvePins } from './pins.ts';
import type { ChangeCounts } from './plan.ts';

export interface PlacementInput {
  /** The old layout, and the new one with the names that it will have: those of the plan. */
  readonly from: Layout;
  readonly to: Layout;
  readonly nodes: readonly NodeSpec[];
  /** Node of each old partition, by position in `nodes`. */
  readonly before: readonly number[];
  /** Exact counts, or null while there are none; then hashes are taken to be even. */
  readonly change: ChangeCounts | null;
  /** Rows of the table while nothing is counted, for the check of capacities; null when unknown. */
  readonly rows: number | null;
  readonly pins: readonly Pin[];
  /** Bytes of a row on disk; null when unknown, and capacities in bytes are not checked. */
  readonly rowBytes: number | null;
}

export interface Placement {
  /** Node of each new partition, by position in `nodes`. */
  readonly after: readonly number[];
  /** Share of the rows that goes to another node, 0..1; expected when nothing is counted. */
  readonly movedShare: number;
  /** Whether no placement with these shares moves fewer rows. */
  readonly exact: boolean;
  /** nodeOverRows, nodeOverBytes, pinPartitionGone. */
  readonly warnings: readonly Problem[];
}

/**
 * Where the partitions of the new layout go, on the nodes that are there afterwards: shares by weight first, then the
 * fewest rows that cross from node to node.
 *
 * Shares: a partition counts 1 / modulus, whatever rows it has. What is pinned stands; the rest is poured over the nodes
 * up to a common level of share over weight (`fillRooms`). With one modulus a node gets the whole partitions that fit
 * into its room and the rest goes by largest remainder; where remainders are equal, as among equal nodes, the nodes are
 * chosen that save most moves. Within these counts the fewest rows move, exactly (`keepMost`).
 *
 * Mixed moduli are placed class by class, the coarsest first: a node takes no more than fit into its room (one more where
 * they don't all fit anywhere), what cannot stay goes where finer partitions leave most room, and those fill up the rest.
 * Moduli divide each other, so nothing is wasted and no node gets further from its share than one of the coarsest. Each
 * class moves least given the coarser ones; that the whole moves least is tried on small cases only, so it is not `exact`.
 *
 * Capacities bend the shares only when the nodes would be over them: then partitions count as the fullest of them. If
 * that cannot be, shares stay as they are and each node over its capacity is a warning.
 *
 * Refusals: placementNoNode, pinNodeUnknown, pinNodeLeaving, pinTwice.
 */
export function placeTarget(input: PlacementInput): Result<Placement, Problem> {
  const there = input.nodes.flatMap(({ state }, node) => (state === 'leaving' ? [] : [node]));
  if (there.length === 0) return err(problem('placementNoNode', { value: input.nodes.length }));
  const pinned = resolvePins(input.pins, input.nodes, input.from, input.to);
  if (!pinned.ok) return pinned;
  const task: Task = {
    ...input,
    there,
    pinned: pinned.value,
    overlaps: overlapsOf(input, there),
    rowsOf: rowsOf(input),
  };
  const even = place(task, unlimited(task))!;
  const over = warningsOf(task, even);
  if (over.length === 0) return ok(toPlacement(task, even, over));
  const bent = place(task, capsOf(task));
  const best = bent !== null && warningsOf(task, bent).length === 0 ? { ...bent, exact: false } : even;
  return ok(toPlacement(task, best, best === even ? over : []));
}

interface Task extends PlacementInput {
  /** Positions of the nodes that are there afterwards; the functions below number these. */
  readonly there: readonly number[];
  readonly pinned: Pinned;
  /** Of each new partition. */
  readonly overlaps: readonly NodeOverlap[];
  /** Rows of each new partition; null when unknown. */
  readonly rowsOf: readonly number[] | null;
}

interface Placed {
  /** Number of the node of each new partition. */
  readonly numbers: readonly number[];
  readonly exact: boolean;
}

/** Shares are in units of 1 / greatest modulus, so that they are whole. */
function place(task: Task, caps: readonly number[]): Placed | null {
  const { to, nodes, there, pinned } = task;
  const numberOf = numbersOf(there, nodes.length);
  const numbers = pinned.nodeOf.map((node) => numberOf[node] ?? -1);
  const loads = there.map(() => 0);
  numbers.forEach((number, t) => {
    if (number >= 0) loads[number]! += unitsOf(to, to[t]!);
  });
  const free = to.flatMap((_, t) => (numbers[t]! < 0 ? [t] : []));
  const moduli = distinctModuli(free.map((t) => to[t]!));
  let left = free.reduce((sum, t) => sum + unitsOf(to, to[t]!), 0);
  let exact = moduli.length <= 1;
  for (const modulus of moduli) {
    const ofClass = free.filter((t) => to[t]!.modulus === modulus);
    const size = greatestModulus(to) / modulus;
    const vessels = there.map((node, i): Vessel => ({ weight: nodes[node]!.weight, load: loads[i]!, cap: caps[i]! }));
    const rooms = fillRooms(vessels, left);
    const places = rooms && placesIn(vessels, rooms, size, ofClass.length);
    if (places === null) return null;
    const kept = keepMost(
      ofClass.map((t) => task.overlaps[t]!),
      places,
      wantedBy(
        task,
        free.filter((t) => to[t]!.modulus > modulus),
        size,
      ),
    );
    kept.nodes.forEach((number, i) => {
      numbers[ofClass[i]!] = number;
      loads[number]! += size;
    });
    left -= size * ofClass.length;
    exact &&= kept.exact;
  }
  return { numbers, exact };
}

/** What partitions would hold on each node if all their rows stayed, as a number of partitions of `size` units. */
function wantedBy({ to, there, overlaps }: Task, partitions: readonly number[], size: number): number[] {
  const wanted = there.map(() => 0);
  for (const t of partitions) {
    const { nodes, rows, total } = overlaps[t]!;
    nodes.forEach((node, i) => {
      wanted[node]! += ((rows[i]! / total) * unitsOf(to, to[t]!)) / size;
    });
  }
  return wanted;
}

function unitsOf(layout: Layout, { modulus }: HashBound): number {
  return greatestModulus(layout) / modulus;
}

function unlimited({ there }: Task): number[] {
  return there.map(() => Number.POSITIVE_INFINITY);
}

/** Capacities in units when every unit has as many rows as that of the fullest partition. */
function capsOf({ to, there, nodes, rowsOf: rows, rowBytes }: Task): number[] {
  const most = to.reduce((max, bound, t) => Math.max(max, rows![t]! / unitsOf(to, bound)), 0);
  return there.map((node) => Math.floor(capacityInRows(nodes[node]!, rowBytes) / most));
}

function warningsOf({ nodes, there, rowsOf: rows, rowBytes }: Task, { numbers }: Placed): Problem[] {
  if (rows === null) return [];
  const held = nodes.map(() => 0);
  numbers.forEach((number, t) => {
    held[there[number]!]! += rows[t]!;
  });
  return overCapacity(nodes, held, rowBytes);
}

function rowsOf({ change, rows, to }: PlacementInput): readonly number[] | null {
  if (change !== null) return change.to;
  return rows === null ? null : to.map(({ modulus }) => rows / modulus);
}

/** The other way round than `there`: the number of each node, -1 for one that leaves. */
function numbersOf(there: readonly number[], nodes: number): number[] {
  const numberOf = new Array<number>(nodes).fill(-1);
  there.forEach((node, number) => {
    numberOf[node] = number;
  });
  return numberOf;
}

function overlapsOf({ from, to, nodes, before, change }: PlacementInput, there: readonly number[]): NodeOverlap[] {
  const numberOf = numbersOf(there, nodes.length);
  const nodeOf = before.map((node) => numberOf[node]!);
  const flows = change?.flows ?? null;
  return flows === null ? expectedOverlap(from, to, nodeOf) : countedOverlap(flows, to.length, nodeOf);
}

function toPlacement({ there, overlaps, pinned }: Task, placed: Placed, over: readonly Problem[]): Placement {
  const all = overlaps.reduce((sum, { total }) => sum + total, 0);
  const kept = overlaps.reduce((sum, { nodes, rows }, t) => sum + (rows[nodes.indexOf(placed.numbers[t]!)] ?? 0), 0);
  return {
    after: placed.numbers.map((number) => there[number]!),
    movedShare: all === 0 ? 0 : (all - kept) / all,
    exact: placed.exact,
    warnings: [...pinned.warnings, ...over],
  };
}
