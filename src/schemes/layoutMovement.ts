import { gcd } from '../lib/integers.ts';
import { distinctModuli } from '../topology/boundOrder.ts';
import type { HashBound } from '../topology/layout.ts';

/** Partitions and, at the same positions, the number of the node that each lies on. */
export interface PlacedBounds {
  readonly bounds: readonly HashBound[];
  readonly nodes: readonly number[];
}

/**
 * The share of all row hashes that lie on another node afterwards; hashes without a partition on either side move nowhere.
 *
 * Two bounds (m, r) and (k, s) share 1 / lcm(m, k) of the hashes when r and s agree modulo g = gcd(m, k), else nothing. So
 * it is enough to know, for each pair of moduli, how many bounds of each node lie in each class modulo g: the products of
 * these counts are integers, whatever the size of the lcm.
 */
export function layoutMovement(before: PlacedBounds, after: PlacedBounds): number {
  let moved = 0;
  for (const m of distinctModuli(before.bounds)) {
    for (const k of distinctModuli(after.bounds)) {
      const common = gcd(m, k);
      const olds = countClasses(before, m, common);
      const news = countClasses(after, k, common);
      moved += (pairs(olds.byClass, news.byClass) - pairs(olds.byNode, news.byNode)) / ((m / common) * k);
    }
  }
  return moved;
}

interface ClassCounts {
  readonly byClass: ReadonlyMap<number, number>;
  /** The key is class * NODES + node. */
  readonly byNode: ReadonlyMap<number, number>;
}

/** More than any node's number. */
const NODES = 65_536;

function countClasses({ bounds, nodes }: PlacedBounds, modulus: number, common: number): ClassCounts {
  const byClass = new Map<number, number>();
  const byNode = new Map<number, number>();
  bounds.forEach((bound, position) => {
    if (bound.modulus !== modulus) return;
    const residue = bound.remainder % common;
    const key = residue * NODES + nodes[position]!;
    byClass.set(residue, (byClass.get(residue) ?? 0) + 1);
    byNode.set(key, (byNode.get(key) ?? 0) + 1);
  });
  return { byClass, byNode };
}

/** How many pairs of an old and a new bound agree in their key. */
function pairs(olds: ReadonlyMap<number, number>, news: ReadonlyMap<number, number>): number {
  let sum = 0;
  for (const [key, count] of olds) sum += count * (news.get(key) ?? 0);
  return sum;
}
