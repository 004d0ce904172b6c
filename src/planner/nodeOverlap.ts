import { gcd, lcm } from '../lib/integers.ts';
import { distinctModuli, greatestModulus } from '../topology/boundOrder.ts';
import type { Layout } from '../topology/layout.ts';
import { wholeOf } from './expectedCounts.ts';
import type { Flow } from './plan.ts';

/**
 * How many rows of one new partition lie on which node before the change; only nodes that are there afterwards.
 * Partitions that overlap the same have one object in common.
 */
export interface NodeOverlap {
  /** Distinct node numbers, and the rows on each. */
  readonly nodes: readonly number[];
  readonly rows: readonly number[];
  /** Rows on all nodes, those that leave among them. */
  readonly total: number;
}

/** Rows of one new partition by node number; -1 for all nodes that leave. */
type RowsByNode = Map<number, number>;

/** From counted flows. `nodeOf[f]` is the number of the node of old partition f, -1 when that leaves. */
export function countedOverlap(flows: readonly Flow[], partitions: number, nodeOf: readonly number[]): NodeOverlap[] {
  const sums = Array.from({ length: partitions }, (): RowsByNode => new Map());
  for (const { from, to, rows } of flows) add(sums[to]!, nodeOf[from]!, rows);
  return sums.map(toOverlap);
}

/**
 * From the bounds alone, in residues (see `wholeOf`). Old partitions of one modulus that agree modulo the gcd with a new
 * modulus share the same with each of its partitions, so their nodes are counted once and not for every pair; and new
 * partitions that agree modulo the gcd with all old moduli overlap the same.
 */
export function expectedOverlap(from: Layout, to: Layout, nodeOf: readonly number[]): NodeOverlap[] {
  const whole = wholeOf(from, to);
  const groups = new Map<number, readonly OldGroup[]>();
  for (const modulus of distinctModuli(to)) {
    groups.set(
      modulus,
      distinctModuli(from).map((old) => groupOf(from, nodeOf, old, gcd(old, modulus), whole / lcm(old, modulus))),
    );
  }
  const greatest = greatestModulus(from);
  const known = new Map<number, NodeOverlap>();
  return to.map(({ modulus, remainder }) => {
    const key = modulus * greatest + (remainder % gcd(modulus, greatest));
    const overlap = known.get(key) ?? toOverlap(sumOf(groups.get(modulus)!, remainder));
    known.set(key, overlap);
    return overlap;
  });
}

function sumOf(groups: readonly OldGroup[], remainder: number): RowsByNode {
  const sum: RowsByNode = new Map();
  for (const { common, share, nodes } of groups) {
    for (const [node, partitions] of nodes.get(remainder % common) ?? []) add(sum, node, partitions * share);
  }
  return sum;
}

function add(sum: RowsByNode, node: number, rows: number): void {
  sum.set(node, (sum.get(node) ?? 0) + rows);
}

/** Old partitions of one modulus: how many are on which node, by their remainder modulo `common`. */
interface OldGroup {
  readonly common: number;
  /** What one of them shares with a new partition that it overlaps. */
  readonly share: number;
  readonly nodes: ReadonlyMap<number, RowsByNode>;
}

function groupOf(from: Layout, nodeOf: readonly number[], modulus: number, common: number, share: number): OldGroup {
  const nodes = new Map<number, RowsByNode>();
  from.forEach((old, f) => {
    if (old.modulus !== modulus) return;
    const residue = old.remainder % common;
    const counts = nodes.get(residue) ?? new Map();
    nodes.set(residue, counts);
    add(counts, nodeOf[f]!, 1);
  });
  return { common, share, nodes };
}

function toOverlap(sum: RowsByNode): NodeOverlap {
  const total = [...sum.values()].reduce((all, rows) => all + rows, 0);
  sum.delete(-1);
  return { nodes: [...sum.keys()], rows: [...sum.values()], total };
}
