import { randomUnit } from '../../src/lib/prng.ts';
import { arcAt, toArcTable } from '../../src/scene/arcTable.ts';
import { ringKeyDiameter } from '../../src/scene/dotRoom.ts';
import { drawRingPixels, type RingMoment } from '../../src/scene/drawRingPixels.ts';
import { computeRingFrame } from '../../src/scene/ringFrame.ts';
import { prepareCircleKeys, type RingKeys } from '../../src/scene/ringKeys.ts';
import { createRingKit, type RingKit, stageSides } from '../../src/scene/ringKit.ts';
import { computeCircleModel } from '../../src/scene/ringModel.ts';
import { computeRing } from '../../src/scene/ringScene.ts';
import type { NodeSpec } from '../../src/schemes/nodes.ts';
import type { Arcs } from '../../src/schemes/scheme.ts';
import type { FrameTimes } from './drawing.ts';

const [NODES, VIRTUAL, KEYS, FRAMES] = [256, 160, 1_000_000, 120];
/** The stage of a 1440 x 900 window, CSS px. */
const [WIDTH, HEIGHT] = [800, 460];

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
function growRing() {
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
  const place = Float64Array.from({ length: KEYS }, (_, i) => randomUnit(3, i, 0));
  const [old, next] = [toArcTable(change.before, same), toArcTable(change.after, same)];
  const before = Int16Array.from(place, (x) => old.node[arcAt(old, x)]!);
  const after = Int16Array.from(place, (x) => next.node[arcAt(next, x)]!);
  const counts = { before: same.map(() => 0), after: same.map(() => 0), moved: 0, flows: new Map<number, number>() };
  for (let i = 0; i < KEYS; i++) {
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

/** Hues are drawn as they are; which ones they are takes no time. */
const theme = {
  background: '#ffffff',
  ribbonStays: '#e0e0e0',
  ribbonMoves: '#406080',
  stays: '#c0c0c0',
  hues: Array.from({ length: 9 }, (_, hue) => `#${(0x406080 + hue * 0x101010).toString(16)}`),
};

/**
 * Script of a frame with 40,960 arcs, a million keys and the heaps of 256 nodes, into one pixel buffer, as the stage does:
 * while the plan plays, while every key crosses the ring, and while the strip bends into the ring.
 */
export function benchRing(pixelRatio: number): readonly FrameTimes[] {
  const { model, keys } = growRing();
  const scene = computeRing(model, computeRingFrame(WIDTH, HEIGHT));
  const diameter = ringKeyDiameter(KEYS, scene.frame);
  const [width, height] = stageSides(scene, pixelRatio);
  const buffer = { pixels: new Uint32Array(width * height), width, height };
  const kitOf = (shown: RingKeys) => createRingKit(scene, shown, theme, { ratio: pixelRatio, diameter, buffer });
  const kit = kitOf(keys);

  function time(name: string, drawn: RingKit, momentAt: (share: number) => Omit<RingMoment, 'crossfade'>): FrameTimes {
    const times: number[] = [];
    for (let i = 0; i < FRAMES + 20; i++) {
      const moment = { ...momentAt((i % FRAMES) / FRAMES), crossfade: false };
      const start = performance.now();
      drawRingPixels(drawn, moment);
      if (i >= 20) times.push(performance.now() - start);
    }
    times.sort((a, b) => a - b);
    return {
      name: `${name}, ${pixelRatio} device px a CSS px`,
      median: times[FRAMES >> 1]!,
      p95: times[Math.floor(FRAMES * 0.95)]!,
    };
  }
  const crossing = { ...keys, xTo: keys.xFrom.map((_, i) => randomUnit(5, i, 0)), moves: true };
  return [
    time('a node joins', kit, (share) => ({ t: share, bend: 1 })),
    time('all keys cross the ring', kitOf(crossing), (share) => ({ t: share, bend: 1 })),
    time('the strip bends', kit, (share) => ({ t: 0.5, bend: share })),
  ];
}
