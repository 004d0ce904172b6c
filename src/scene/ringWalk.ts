import { arcAt } from './arcTable.ts';
import { indexOfArc, type RingMark, type RingScene } from './ringScene.ts';
import type { Walk } from './stripPointing.ts';

function nodeIndex(key: string | null): number {
  return key?.startsWith('node:') === true ? Number(key.slice(5)) : -1;
}

/** The mark with a key at plan time t; null when there is none. */
export function findRingMark(scene: RingScene, t: number, key: string | null): RingMark | null {
  const node = nodeIndex(key);
  if (node >= 0) return scene.nodesAt(t)[node] ?? null;
  return scene.arcAt(t, indexOfArc(scene, t, key)) ?? null;
}

function walkNodes(scene: RingScene, t: number, node: number, to: Walk): RingMark | null {
  const nodes = scene.nodesAt(t);
  const last = nodes.length - 1;
  if (to === 'first') return nodes[0] ?? null;
  if (to === 'last') return nodes[last] ?? null;
  if (to === 'left') return nodes[Math.max(0, node - 1)] ?? null;
  if (to === 'right') return nodes[Math.min(last, node + 1)] ?? null;
  // Up and down: to the node's first arc, if it has one.
  return scene.arcAt(t, scene.model.arcsAt(t).node.indexOf(node)) ?? nodes[node] ?? null;
}

/**
 * Where a step of the keyboard leads. Left and right walk the arcs round and round, or the nodes; up and down go from an
 * arc to its node and back. An arc that is gone counts as the one at its place. Without partitions there are only nodes.
 */
export function walkRing(scene: RingScene, t: number, key: string | null, to: Walk, place = 0): RingMark | null {
  const count = scene.countAt(t);
  const node = nodeIndex(key);
  if (node >= 0 || count === 0) return walkNodes(scene, t, Math.max(0, node), to);
  const known = indexOfArc(scene, t, key);
  const index = known >= 0 ? known : Math.max(0, arcAt(scene.model.arcsAt(t), place));
  if (to === 'first') return scene.arcAt(t, 0)!;
  if (to === 'last') return scene.arcAt(t, count - 1)!;
  if (to === 'left') return scene.arcAt(t, (index - 1 + count) % count)!;
  if (to === 'right') return scene.arcAt(t, (index + 1) % count)!;
  const arc = scene.arcAt(t, index)!;
  return scene.nodesAt(t)[arc.node] ?? arc;
}
