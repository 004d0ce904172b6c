import { arcAt } from './arcTable.ts';
import type { NodeMark, RingMark, RingScene } from './ringScene.ts';
import type { Walk } from './stripPointing.ts';

function nodeIndex(key: string | null): number {
  return key?.startsWith('node:') === true ? Number(key.slice(5)) : -1;
}

/** Marks of the ring or of the nodes, whichever the key is of; the nodes when the ring has no partitions. */
function rowOf(scene: RingScene, t: number, key: string | null): readonly RingMark[] {
  const arcs = scene.arcsAt(t);
  return nodeIndex(key) >= 0 || arcs.length === 0 ? scene.nodesAt(t) : arcs;
}

/** The mark with a key at plan time t; null when there is none. */
export function findRingMark(scene: RingScene, t: number, key: string | null): RingMark | null {
  const node = nodeIndex(key);
  if (node >= 0) return scene.nodesAt(t)[node] ?? null;
  return key === null ? null : (scene.arcsAt(t).find((mark) => mark.key === key) ?? null);
}

/** From an arc to its node; from a node to its first arc, if it has one. */
function cross(scene: RingScene, t: number, mark: RingMark): RingMark {
  if (mark.kind === 'node') return scene.arcsAt(t).find(({ node }) => node === mark.node) ?? mark;
  const nodes: readonly NodeMark[] = scene.nodesAt(t);
  return nodes[mark.node] ?? mark;
}

/**
 * Where a step of the keyboard leads. Left and right walk the arcs round and round, or the nodes; up and down go from an
 * arc to its node and back. An arc that is gone counts as the one at its place, or as the first.
 */
export function walkRing(scene: RingScene, t: number, key: string | null, to: Walk, place = 0): RingMark | null {
  const marks = rowOf(scene, t, key);
  const known = marks.findIndex((mark) => mark.key === key);
  const index = known >= 0 ? known : Math.max(0, arcAt(scene.model.arcsAt(t), place));
  const mark = marks[index];
  if (mark === undefined) return null;
  if (to === 'first') return marks[0]!;
  if (to === 'last') return marks.at(-1)!;
  if (to === 'up' || to === 'down') return cross(scene, t, mark);
  const step = to === 'left' ? -1 : 1;
  if (mark.kind === 'arc') return marks[(index + step + marks.length) % marks.length]!;
  return marks[Math.min(marks.length - 1, Math.max(0, index + step))]!;
}
