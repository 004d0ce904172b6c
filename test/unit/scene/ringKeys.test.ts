import { describe, expect, it } from 'vitest';
import { fillBendTable } from '../../../src/scene/bend.ts';
import { computeStamp } from '../../../src/scene/dotGeometry.ts';
import { drawRingKeys, placeRingKeys } from '../../../src/scene/drawRingKeys.ts';
import { drawBentKeys, textureKeys } from '../../../src/scene/keyTexture.ts';
import { timeKeys } from '../../../src/scene/keyTimes.ts';
import { bendFrame, computeRingFrame } from '../../../src/scene/ringFrame.ts';
import { prepareCircleKeys, prepareRingKeys, type RingKeys, thinSample } from '../../../src/scene/ringKeys.ts';
import { growingRing, nodesOf, ringPlan, ringSample } from '../../fixtures/ringPlan.ts';

const [WIDTH, HEIGHT] = [600, 400];
const frame = computeRingFrame(WIDTH, HEIGHT);
const ring = growingRing();
const keysOf = ({ strip, cluster } = ring, count = 1000): RingKeys =>
  prepareRingKeys(ringSample, strip, cluster, count);
/** A colour a node: 1 to 6. */
const colours = Uint32Array.of(1, 2, 3, 4, 5, 6);
const dot = computeStamp(1, 1);

function emptyBuffer() {
  return { pixels: new Uint32Array(WIDTH * HEIGHT), width: WIDTH, height: HEIGHT };
}

function draw(keys: RingKeys, t: number): { x: number; y: number; colour: number }[] {
  const buffer = emptyBuffer();
  const placed = placeRingKeys(keys, timeKeys(keys, colours), bendFrame(frame, 1), { buffer, dot, ratio: 1 });
  drawRingKeys(buffer, dot, placed, t);
  return [...buffer.pixels.entries()]
    .filter(([, colour]) => colour !== 0)
    .map(([at, colour]) => ({ x: at % WIDTH, y: Math.floor(at / WIDTH), colour }));
}

const oneOf = (keys: RingKeys, i: number): RingKeys => ({
  ...keys,
  count: 1,
  xFrom: keys.xFrom.slice(i, i + 1),
  xTo: keys.xTo.slice(i, i + 1),
  depth: keys.depth.slice(i, i + 1),
  delay: keys.delay.slice(i, i + 1),
  step: keys.step.slice(i, i + 1),
  fromNode: keys.fromNode.slice(i, i + 1),
  toNode: keys.toNode.slice(i, i + 1),
});

describe('the keys', () => {
  it('are about so many of the sample, evenly spaced, or all of it', () => {
    expect(keysOf().count).toBe(1000);
    expect(keysOf(ring, 50_000).count).toBe(10_000);
    expect([...thinSample(ringSample, 4).rows]).toEqual([0, 2500, 5000, 7500]);
  });

  it('are in the order of their places, with the nodes of their partitions', () => {
    const keys = keysOf();
    for (let i = 1; i < keys.count; i++) expect(keys.xFrom[i]! - keys.xFrom[i - 1]!).toBeGreaterThan(-1 / 65536);
    for (let i = 0; i < keys.count; i++) {
      const from = ring.strip.from.find(({ x, width }) => keys.xFrom[i]! >= x && keys.xFrom[i]! < x + width)!;
      const to = ring.strip.to.find(({ x, width }) => keys.xTo[i]! >= x && keys.xTo[i]! < x + width)!;
      expect(keys.fromNode[i]).toBe(ring.cluster.before[from.index]);
      expect(keys.toNode[i]).toBe(ring.cluster.after[to.index]);
    }
  });

  it('of every row are on nodes exactly as the cluster counts them', () => {
    const keys = keysOf(ring, 10_000);
    const moved = Array.from(keys.fromNode).filter((node, i) => node !== keys.toNode[i]).length;
    expect(moved).toBe(ring.counts.moved);
  });

  it('of partitions that keep their table go to its new node with the last step', () => {
    const still = ringPlan(
      ['8', '8'],
      nodesOf(2),
      () => 0,
      (r) => r % 2,
    );
    const keys = keysOf(still);
    expect(new Set(keys.fromNode)).toEqual(new Set([0]));
    expect(new Set(keys.toNode)).toEqual(new Set([0, 1]));
    expect([...keys.step]).toEqual(Array.from(keys.toNode, (node) => (node === 0 ? -1 : 0)));
  });

  it('of a scheme keep their place and change node in its only step', () => {
    const keys = prepareCircleKeys({ place: Float64Array.of(0.7, 0.2), before: [0, 1], after: [0, 2] });
    expect([...keys.xFrom]).toEqual([...keys.xTo]);
    expect(keys.xFrom[0]).toBeCloseTo(0.2, 6);
    expect([...keys.fromNode]).toEqual([1, 0]);
    expect([...keys.toNode]).toEqual([2, 0]);
    expect(keys.moves).toBe(false);
  });
});

describe('drawRingKeys', () => {
  it('puts keys at their angle, between the arcs and the text', () => {
    const keys = keysOf();
    for (const i of [0, 250, 500, 999]) {
      const [pixel] = draw(oneOf(keys, i), 0);
      const [dx, dy] = [pixel!.x + 0.5 - frame.x, pixel!.y + 0.5 - frame.y];
      const turn = (Math.atan2(dy, dx) / (2 * Math.PI) + 1.25) % 1;
      const off = Math.abs(turn - keys.xFrom[i]!);
      expect(Math.min(off, 1 - off)).toBeLessThan(0.005);
      expect(Math.hypot(dx, dy)).toBeGreaterThan(frame.innerRadius - 1.5);
      expect(Math.hypot(dx, dy)).toBeLessThan(frame.radius + frame.arcs.inner);
    }
  });

  it('keeps a key where it is and changes only its colour, during its step', () => {
    const keys = keysOf();
    const i = Array.from(keys.fromNode).findIndex((node, k) => node !== keys.toNode[k]);
    const key = oneOf(keys, i);
    const step = key.step[0]!;
    const drawn = [step, step + 0.2, step + 0.5, step + 0.8, step + 1].map((t) => draw(key, t)[0]!);
    expect(new Set(drawn.map(({ x, y }) => `${x} ${y}`)).size).toBe(1);
    expect(drawn[0]!.colour).toBe(key.fromNode[0]! + 1);
    expect(drawn.at(-1)!.colour).toBe(key.toNode[0]! + 1);
  });

  it('lets keys cross the ring when a rebuild gives them another place, in their new colour', () => {
    const rebuild = ringPlan(
      ['8', '12'],
      nodesOf(2),
      () => 0,
      () => 1,
    );
    const keys = keysOf(rebuild);
    const i = Array.from(keys.xFrom).findIndex((x, k) => Math.abs(x - keys.xTo[k]!) > 0.1);
    const key = oneOf(keys, i);
    const [start] = draw(key, 0);
    const [end] = draw(key, 99);
    const [way] = draw(key, key.step[0]! + key.delay[0]! + 0.25);
    expect(way!.x).toBeCloseTo((start!.x + end!.x) / 2, -1);
    expect(way!.y).toBeCloseTo((start!.y + end!.y) / 2, -1);
    expect([start!.colour, way!.colour, end!.colour]).toEqual([1, 2, 2]);
  });

  it('draws nothing for a key that no partition takes', () => {
    const gap = ringPlan(
      ['2:0', '2:0'],
      nodesOf(1),
      () => 0,
      () => 0,
    );
    const keys = keysOf(gap);
    const lost = Array.from(keys.fromNode).filter((node) => node < 0).length;
    expect(lost).toBeGreaterThan(400);
    expect(draw(oneOf(keys, Array.from(keys.fromNode).indexOf(-1)), 0)).toEqual([]);
  });
});

describe('drawBentKeys', () => {
  const keys = keysOf();
  const placed = placeRingKeys(keys, timeKeys(keys, colours), bendFrame(frame, 1), {
    buffer: emptyBuffer(),
    dot,
    ratio: 1,
  });

  function drawBent(s: number, t: number): Uint32Array {
    const buffer = emptyBuffer();
    const bent = bendFrame(frame, s);
    const table = new Float32Array(4 * 2048);
    fillBendTable(bent.strip, 2048, 1, table);
    drawBentKeys(buffer, dot, textureKeys(placed, t, 1024, 120), { frame: bent, table, ratio: 1 });
    return buffer.pixels;
  }

  it('ends with every key within a pixel and a half of its place on the ring, in the same colour', () => {
    const bent = drawBent(1, 2.5);
    const near = (x: number, y: number, colour: number) => {
      for (let dy = -2; dy <= 2; dy++) {
        for (let dx = -2; dx <= 2; dx++) if (bent[(y + dy) * WIDTH + x + dx] === colour) return true;
      }
      return false;
    };
    const far = draw(keys, 2.5).filter(({ x, y, colour }) => !near(x, y, colour));
    expect(far).toEqual([]);
  });

  it('begins with the keys in the row of the strip', () => {
    const bent = bendFrame(frame, 0);
    const rows = [...drawBent(0, 0).entries()]
      .filter(([, colour]) => colour !== 0)
      .map(([at]) => Math.floor(at / WIDTH));
    expect(Math.min(...rows)).toBeGreaterThanOrEqual(bent.strip.y - bent.arcs.outer);
    expect(Math.max(...rows)).toBeLessThanOrEqual(bent.strip.y - bent.arcs.inner);
    expect(rows.length).toBeGreaterThan(900);
  });
});
