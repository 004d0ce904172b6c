import { gcd } from '../lib/integers.ts';

/** New partitions of one class modulo `common` that would stay where they are on a node. */
interface Wish {
  readonly residue: number;
  readonly node: number;
  /** Old partitions of the class on the node: what a new partition of the class shares with it. */
  readonly shared: number;
}

/**
 * Nodes for the partitions of a new modulus: as many on each node as on any other, or one more, and each partition where
 * most of its rows are, as far as those counts allow. Nodes that are wished for most get the odd partitions. When the old
 * modulus divides the new one, no balanced placement leaves more rows where they are.
 * @param nodes of the old partitions, by remainder; -1 for nodes that leave
 * @param modulus of the new partitions
 * @param nodeCount nodes there are afterwards
 * @returns a node for each new remainder
 */
export function keepPlaces(nodes: readonly number[], modulus: number, nodeCount: number): number[] {
  const common = gcd(nodes.length, modulus);
  const free = new Int32Array(common).fill(modulus / common);
  const wishes = wishesOf(nodes, common);
  const rooms = roomsFor(wishes, modulus, common, nodeCount);
  const placed = new Int32Array(modulus).fill(-1);
  for (const { residue, node } of wishes) {
    for (; free[residue]! > 0 && rooms[node]! > 0; rooms[node]!--) {
      free[residue]!--;
      placed[residue + common * (modulus / common - 1 - free[residue]!)] = node;
    }
  }
  let next = 0;
  return Array.from(placed, (node) => {
    if (node >= 0) return node;
    while (rooms[next] === 0) next++;
    rooms[next]!--;
    return next;
  });
}

/** The strongest wishes first. */
function wishesOf(nodes: readonly number[], common: number): Wish[] {
  const wishes = new Map<number, { residue: number; node: number; shared: number }>();
  nodes.forEach((node, remainder) => {
    if (node < 0) return;
    const residue = remainder % common;
    const key = residue * 65_536 + node;
    const wish = wishes.get(key);
    if (wish === undefined) wishes.set(key, { residue, node, shared: 1 });
    else wish.shared++;
  });
  return [...wishes.values()].sort((a, b) => b.shared - a.shared || a.residue - b.residue || a.node - b.node);
}

/** Partitions each node has room for. */
function roomsFor(wishes: readonly Wish[], modulus: number, common: number, nodeCount: number): number[] {
  const wanted = new Float64Array(nodeCount);
  const seen = new Uint8Array(common);
  for (const { residue, node } of wishes) {
    if (seen[residue] === 1) continue;
    seen[residue] = 1;
    wanted[node]! += modulus / common;
  }
  const floor = Math.floor(modulus / nodeCount);
  const rooms = new Array<number>(nodeCount).fill(floor);
  const fullest = rooms.map((_, node) => node).sort((a, b) => wanted[b]! - wanted[a]! || a - b);
  for (const node of fullest.slice(0, modulus % nodeCount)) rooms[node]!++;
  return rooms;
}
