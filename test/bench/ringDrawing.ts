import { randomUnit } from '../../src/lib/prng.ts';
import { computeArcColumns, drawArcColumns } from '../../src/scene/arcColumns.ts';
import { arcAt, toArcTable } from '../../src/scene/arcTable.ts';
import { fillBendTable } from '../../src/scene/bend.ts';
import { computeStamp } from '../../src/scene/dotGeometry.ts';
import { drawBentKeys, drawRingKeys, placeRingKeys, textureKeys, timeKeys } from '../../src/scene/drawRingKeys.ts';
import { drawFlights, drawStacks } from '../../src/scene/drawStacks.ts';
import { flightsAt } from '../../src/scene/flights.ts';
import { dotsIn, stackOf } from '../../src/scene/nodeStacks.ts';
import { bendFrame, computeRingFrame } from '../../src/scene/ringFrame.ts';
import { prepareCircleKeys } from '../../src/scene/ringKeys.ts';
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

/**
 * Script of a frame with 40,960 arcs, a million keys and the heaps of 256 nodes, into one pixel buffer, as the stage does:
 * while the plan plays, and while the strip bends into the ring, when every key moves in every frame.
 */
export function benchRing(pixelRatio: number): readonly FrameTimes[] {
  const { model, keys } = growRing();
  const frame = computeRingFrame(WIDTH, HEIGHT);
  const scene = computeRing(model, frame);
  const [width, height] = [WIDTH * pixelRatio, HEIGHT * pixelRatio];
  const buffer = { pixels: new Uint32Array(width * height), width, height };
  const shade = (base: number) => Uint32Array.from(model.nodes, (_, node) => (0xff000000 | (base + node)) >>> 0);
  const palette = { full: shade(0x406080), light: shade(0x90a0b0), none: 0xffe0e0e0 };
  const columns = new Uint32Array(Math.ceil(2 * Math.PI * frame.radius * pixelRatio));
  const table = new Float32Array(4 * 2048 * pixelRatio);
  const dot = computeStamp(1, pixelRatio);
  const pen = {
    buffer,
    dot: computeStamp(scene.stacks.diameter, pixelRatio),
    frame: scene.stacks,
    ratio: pixelRatio,
  };
  const times = timeKeys(keys, palette.full);
  const placed = placeRingKeys(keys, times, bendFrame(frame, 1), { buffer, dot, ratio: pixelRatio });
  const texture = textureKeys(placed, 0.5, 2048, 100);
  const heapPalette = { stay: palette.full, arrived: palette.light, leaving: palette.light, old: palette.none };

  function draw(t: number, s: number): void {
    buffer.pixels.fill(0);
    const bent = bendFrame(frame, s);
    fillBendTable(bent.strip, table.length / 4, pixelRatio, table);
    computeArcColumns(model.old, palette, columns);
    drawArcColumns(buffer, table, bent.old, pixelRatio, columns);
    computeArcColumns(model.arcsAt(t), palette, columns);
    drawArcColumns(buffer, table, bent.arcs, pixelRatio, columns);
    if (s < 1) drawBentKeys(buffer, dot, texture, { frame: bent, table, ratio: pixelRatio });
    else drawRingKeys(buffer, dot, placed, t);
    const heaps = scene.heapsAt(t);
    const stacks = model.nodes.map((_, node) => stackOf(scene.stacks, heaps, node));
    drawStacks(pen, stacks, heapPalette);
    const flights = flightsAt(scene.stacks, model.ledger, scene.flyers, stacks.map(dotsIn), t);
    drawFlights(pen, flights, palette.full);
  }

  function time(name: string, frameAt: (share: number) => readonly [number, number]): FrameTimes {
    const times: number[] = [];
    for (let i = 0; i < FRAMES + 20; i++) {
      const [t, s] = frameAt((i % FRAMES) / FRAMES);
      const start = performance.now();
      draw(t, s);
      if (i >= 20) times.push(performance.now() - start);
    }
    times.sort((a, b) => a - b);
    return { name, median: times[FRAMES >> 1]!, p95: times[Math.floor(FRAMES * 0.95)]! };
  }
  return [
    time(`a node joins, ${pixelRatio} device px a CSS px`, (share) => [share, 1]),
    time(`the strip bends, ${pixelRatio} device px a CSS px`, (share) => [0.5, share]),
  ];
}
