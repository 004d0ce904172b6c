import { randomUnit } from '../../src/lib/prng.ts';
import { arcAt, toArcTable } from '../../src/scene/arcTable.ts';
import { prepareCircleKeys, type RingKeys } from '../../src/scene/ringKeys.ts';
import { computeCircleModel, type RingModel } from '../../src/scene/ringModel.ts';
import type { NodeSpec } from '../../src/schemes/nodes.ts';
import type { Arcs } from '../../src/schemes/scheme.ts';

const [NODES, VIRTUAL] = [256, 160];
export const RING_KEYS = 1_000_000;
/** The stage of a 1440 x 900 window, CSS px. */
export const RING_STAGE = { width: 800, height: 460 } as const;

/** Points of the first `nodes` nodes on a ring, at random places that depend on node and point alone. */
function ringArcs(nodes: number): Arcs {
  const points = Array.from({ length: nodes * VIRTUAL }, (_, i) => ({
    x: randomUnit(7, i, 0),
    node: Math.floor(i / VIRTUAL),
  }));
  points.sort((a, b) => a.x - b.x);
  points[0]!.x = 0;
  return {
    starts: Float64Array.from(points, ({ x }) => x),
    owners: Uint16Array.from(points, ({ node }) => node),
  };
}

/** 255 nodes become 256: arcs of both states, a million keys with their nodes by both, and the exact rows of these keys. */
export function growRing(): { readonly model: RingModel; readonly keys: RingKeys } {
  const change = { before: ringArcs(NODES - 1), after: ringArcs(NODES) };
  const same = Array.from({ length: NODES }, (_, node) => node);
  const nodes = same.map(
    (node): NodeSpec => ({
      name: `node ${node + 1}`,
      weight: 1,
      state: node === NODES - 1 ? 'joining' : 'up',
      capacityRows: null,
      capacityBytes: null,
      rack: null,
    }),
  );
  const place = Float64Array.from({ length: RING_KEYS }, (_, i) => randomUnit(3, i, 0));
  const [old, next] = [toArcTable(change.before, same), toArcTable(change.after, same)];
  const before = Int16Array.from(place, (x) => old.node[arcAt(old, x)]!);
  const after = Int16Array.from(place, (x) => next.node[arcAt(next, x)]!);
  const counts = { before: same.map(() => 0), after: same.map(() => 0), moved: 0, flows: new Map<number, number>() };
  for (let i = 0; i < RING_KEYS; i++) {
    counts.before[before[i]!]!++;
    counts.after[after[i]!]!++;
    if (before[i] !== after[i]) counts.moved++;
    const cell = before[i]! * NODES + after[i]!;
    counts.flows.set(cell, (counts.flows.get(cell) ?? 0) + 1);
  }
  const flows = [...counts.flows].map(([cell, rows]) => ({ from: Math.floor(cell / NODES), to: cell % NODES, rows }));
  const model = computeCircleModel({ ...change, nodeOfBefore: same, nodeOfAfter: same }, nodes, { ...counts, flows });
  return { model, keys: prepareCircleKeys({ place, before, after }) };
}
