import { gcd, lcm } from '../lib/integers.ts';
import { distinctModuli } from '../topology/boundOrder.ts';
import type { Layout } from '../topology/layout.ts';
import { wholeOf } from './expectedCounts.ts';
import type { Flow } from './plan.ts';

/**
 * How many rows of each new partition lie on which node before the change; only nodes that are there afterwards.
 * Partition t has the entries start[t] to start[t + 1] - 1, all above zero, of distinct nodes.
 */
export interface NodeOverlap {
  readonly start: Int32Array;
  readonly node: Int32Array;
  readonly rows: Float64Array;
  /** Rows of each new partition that lie on any node before. */
  readonly total: Float64Array;
}

/** Adds rows of one new partition to node numbers; -1 for a node that leaves. */
type Visit = (node: number, rows: number) => void;

/** From counted flows. `nodeOf[f]` is the number of the node of old partition f, -1 when that leaves. */
export function countedOverlap(flows: readonly Flow[], partitions: number, nodeOf: readonly number[]): NodeOverlap {
  const byPartition = Array.from({ length: partitions }, (): Flow[] => []);
  for (const flow of flows) byPartition[flow.to]!.push(flow);
  return collect(partitions, (t, visit) => {
    for (const { from, rows } of byPartition[t]!) visit(nodeOf[from]!, rows);
  });
}

/**
 * From the bounds alone, in residues (see `wholeOf`). Old partitions of one modulus that agree modulo the gcd with a new
 * modulus share the same with each of its partitions, so their nodes are counted once and not for every pair.
 */
export function expectedOverlap(from: Layout, to: Layout, nodeOf: readonly number[]): NodeOverlap {
  const whole = wholeOf(from, to);
  const groups = new Map<number, readonly OldGroup[]>();
  for (const modulus of distinctModuli(to)) {
    groups.set(
      modulus,
      distinctModuli(from).map((old) => groupOf(from, nodeOf, old, gcd(old, modulus), whole / lcm(old, modulus))),
    );
  }
  return collect(to.length, (t, visit) => {
    const { modulus, remainder } = to[t]!;
    for (const { common, share, nodes } of groups.get(modulus)!) {
      for (const [node, partitions] of nodes.get(remainder % common) ?? []) visit(node, partitions * share);
    }
  });
}

/** Old partitions of one modulus: how many are on which node, by their remainder modulo `common`. */
interface OldGroup {
  readonly common: number;
  /** What one of them shares with a new partition that it overlaps. */
  readonly share: number;
  readonly nodes: ReadonlyMap<number, ReadonlyMap<number, number>>;
}

function groupOf(from: Layout, nodeOf: readonly number[], modulus: number, common: number, share: number): OldGroup {
  const nodes = new Map<number, Map<number, number>>();
  from.forEach((old, f) => {
    if (old.modulus !== modulus) return;
    const residue = old.remainder % common;
    const counts = nodes.get(residue) ?? new Map<number, number>();
    nodes.set(residue, counts);
    counts.set(nodeOf[f]!, (counts.get(nodeOf[f]!) ?? 0) + 1);
  });
  return { common, share, nodes };
}

function collect(partitions: number, visitAll: (partition: number, visit: Visit) => void): NodeOverlap {
  const start = new Int32Array(partitions + 1);
  const total = new Float64Array(partitions);
  const node: number[] = [];
  const rows: number[] = [];
  for (let t = 0; t < partitions; t++) {
    const sums = new Map<number, number>();
    visitAll(t, (at, count) => {
      total[t]! += count;
      if (at >= 0 && count > 0) sums.set(at, (sums.get(at) ?? 0) + count);
    });
    for (const [at, count] of sums) {
      node.push(at);
      rows.push(count);
    }
    start[t + 1] = node.length;
  }
  return { start, node: Int32Array.from(node), rows: Float64Array.from(rows), total };
}
