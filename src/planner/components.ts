import { gcd } from '../lib/integers.ts';
import { distinctModuli, greatestModulus } from '../topology/boundOrder.ts';
import type { HashBound, HashPartition, Layout } from '../topology/layout.ts';

/** Partitions of both layouts that hang together by shared row hashes, and share none with any other partition. */
export interface Component {
  readonly from: readonly HashPartition[];
  readonly to: readonly HashPartition[];
}

/** Positions in the old and the new layout that share a residue modulo the gcd of one old and one new modulus. */
export interface Bucket {
  readonly from: number[];
  readonly to: number[];
}

/**
 * The connected components of the overlap graph between two legal layouts, in the order of their first partition (old
 * ones before new ones). Two bounds overlap iff their remainders agree modulo the gcd of their moduli, so for one pair
 * of moduli all partitions with the same residue overlap one another: buckets replace the comparison of all pairs.
 */
export function overlapComponents(from: Layout, to: Layout, buckets = overlapBuckets(from, to)): Component[] {
  const parent = Int32Array.from({ length: from.length + to.length }, (_, i) => i);
  for (const { from: olds, to: news } of buckets) {
    const root = find(parent, olds[0]!);
    for (const old of olds) parent[find(parent, old)] = root;
    for (const added of news) parent[find(parent, from.length + added)] = root;
  }
  const components = new Map<number, { from: HashPartition[]; to: HashPartition[] }>();
  const componentOf = (node: number): { from: HashPartition[]; to: HashPartition[] } => {
    const root = find(parent, node);
    let component = components.get(root);
    if (component === undefined) {
      component = { from: [], to: [] };
      components.set(root, component);
    }
    return component;
  };
  from.forEach((old, i) => {
    componentOf(i).from.push(old);
  });
  to.forEach((added, i) => {
    componentOf(from.length + i).to.push(added);
  });
  return [...components.values()];
}

/**
 * Old partitions with row hashes that no new partition takes, in layout order. The share of an old partition that a new
 * one takes is gcd / new modulus where they overlap; the shares are summed over the greatest new modulus, exactly.
 */
export function uncoveredBy(from: Layout, to: Layout, buckets = overlapBuckets(from, to)): HashPartition[] {
  const of = greatestModulus(to);
  const covered = new Float64Array(from.length);
  for (const { from: olds, to: news } of buckets) {
    const added = to[news[0]!]!;
    for (const old of olds) {
      covered[old]! += news.length * gcd(from[old]!.modulus, added.modulus) * (of / added.modulus);
    }
  }
  return from.filter((_, i) => covered[i] !== of);
}

/** A function that lists the new partitions which share row hashes with an old one; equal lists are the same array. */
export function overlapLister(to: Layout): (old: HashBound) => readonly HashPartition[] {
  const greatest = greatestModulus(to);
  const byResidue = new Map<number, readonly ResidueIndex[]>();
  const known = new Map<string, readonly HashPartition[]>();
  return ({ modulus, remainder }) => {
    // The gcd with any new modulus divides this one, so old partitions that agree modulo it overlap the same new ones.
    const common = gcd(modulus, greatest);
    const key = `${common} ${remainder % common}`;
    const indexes = byResidue.get(common) ?? indexByResidue(to, common);
    byResidue.set(common, indexes);
    const list = known.get(key) ?? indexes.flatMap((index) => index.partitions.get(remainder % index.modulus) ?? []);
    known.set(key, list);
    return list;
  };
}

/** The partitions of one modulus by their remainder modulo a divisor of it. */
interface ResidueIndex {
  readonly modulus: number;
  readonly partitions: Map<number, HashPartition[]>;
}

function indexByResidue(to: Layout, common: number): ResidueIndex[] {
  return distinctModuli(to).map((modulus) => {
    const index: ResidueIndex = { modulus: gcd(modulus, common), partitions: new Map() };
    for (const partition of to) {
      if (partition.modulus !== modulus) continue;
      const residue = partition.remainder % index.modulus;
      const list = index.partitions.get(residue);
      if (list === undefined) index.partitions.set(residue, [partition]);
      else list.push(partition);
    }
    return index;
  });
}

/** For each pair of an old and a new modulus, the positions of partitions with the same residue, where both occur. */
export function overlapBuckets(from: Layout, to: Layout): readonly Bucket[] {
  const shared: Bucket[] = [];
  const news = positionsByModulus(to);
  for (const [oldModulus, oldPositions] of positionsByModulus(from)) {
    for (const [newModulus, newPositions] of news) {
      const common = gcd(oldModulus, newModulus);
      const buckets = new Map<number, Bucket>();
      for (const i of oldPositions) bucketAt(buckets, from[i]!.remainder % common).from.push(i);
      for (const i of newPositions) buckets.get(to[i]!.remainder % common)?.to.push(i);
      for (const bucket of buckets.values()) if (bucket.to.length > 0) shared.push(bucket);
    }
  }
  return shared;
}

function bucketAt(buckets: Map<number, Bucket>, residue: number): Bucket {
  let bucket = buckets.get(residue);
  if (bucket === undefined) {
    bucket = { from: [], to: [] };
    buckets.set(residue, bucket);
  }
  return bucket;
}

function positionsByModulus(layout: Layout): Map<number, number[]> {
  const positions = new Map<number, number[]>();
  layout.forEach(({ modulus }, i) => {
    const list = positions.get(modulus);
    if (list === undefined) positions.set(modulus, [i]);
    else list.push(i);
  });
  return positions;
}

/** Root of a node, with path halving. */
function find(parent: Int32Array, node: number): number {
  let at = node;
  while (parent[at] !== at) {
    parent[at] = parent[parent[at]!]!;
    at = parent[at]!;
  }
  return at;
}
