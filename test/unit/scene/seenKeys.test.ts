import { describe, expect, it } from 'vitest';
import { randomUnit, randomWord } from '../../../src/lib/prng.ts';
import { computeStamp } from '../../../src/scene/dotGeometry.ts';
import { stampDot } from '../../../src/scene/drawDots.ts';
import { drawRingKeys, placeRingKeys } from '../../../src/scene/drawRingKeys.ts';
import { timeKeys } from '../../../src/scene/keyTimes.ts';
import { bendFrame, computeRingFrame, type RingFrame } from '../../../src/scene/ringFrame.ts';
import type { RingKeys } from '../../../src/scene/ringKeys.ts';
import { ringPoint } from '../../../src/scene/ringScene.ts';

const [WIDTH, HEIGHT] = [240, 160];
const frame = computeRingFrame(WIDTH, HEIGHT);
const COUNT = 20_000;
/** A colour a node, 1 to 5; node -1 has none. */
const colours = Uint32Array.of(1, 2, 3, 4, 5);

/** Keys at random places in three steps; every tenth comes from nowhere, every eleventh goes there, some have no step. */
function randomKeys(moves: boolean): RingKeys {
  const numbers = (stream: number, scale = 1) =>
    Float32Array.from({ length: COUNT }, (_, i) => randomUnit(1, i, stream) * scale);
  const node = (stream: number, lost: number) =>
    Int16Array.from({ length: COUNT }, (_, i) => (i % lost === 0 ? -1 : randomWord(1, i, stream) % 5));
  const xFrom = numbers(0).sort();
  return {
    count: COUNT,
    xFrom,
    xTo: moves ? numbers(1) : xFrom,
    depth: numbers(2),
    delay: numbers(3, 0.5),
    step: Int32Array.from({ length: COUNT }, (_, i) => (randomWord(1, i, 4) % 4) - 1),
    fromNode: node(5, 10),
    toNode: node(6, 11),
    moves,
  };
}

function emptyBuffer(ratio: number) {
  const [width, height] = [WIDTH * ratio, HEIGHT * ratio];
  return { pixels: new Uint32Array(width * height), width, height };
}

function draw(keys: RingKeys, diameter: number, ratio: number, t: number): Uint32Array {
  const [buffer, dot] = [emptyBuffer(ratio), computeStamp(diameter, ratio)];
  const placed = placeRingKeys(keys, timeKeys(keys, colours), bendFrame(frame, 1), { buffer, dot, ratio });
  drawRingKeys(buffer, dot, placed, t);
  return buffer.pixels;
}

function pointOf({ keys, radius }: RingFrame, place: number, depth: number) {
  return ringPoint(frame, place, radius + keys.outer + (keys.inner - keys.outer) * depth);
}

/** Every key drawn at rest, one by one and in order. */
function drawAll(keys: RingKeys, diameter: number, ratio: number, isNew: (i: number) => boolean): Uint32Array {
  const [buffer, dot] = [emptyBuffer(ratio), computeStamp(diameter, ratio)];
  for (let i = 0; i < keys.count; i++) {
    const node = isNew(i) ? keys.toNode[i]! : keys.fromNode[i]!;
    const { x, y } = pointOf(frame, isNew(i) ? keys.xTo[i]! : keys.xFrom[i]!, keys.depth[i]!);
    if (node >= 0) stampDot(buffer, dot, x * ratio, y * ratio, colours[node]!);
  }
  return buffer.pixels;
}

function countDiffering(a: Uint32Array, b: Uint32Array): number {
  return a.reduce((sum, pixel, i) => sum + Number(pixel !== b[i]), 0);
}

const moments = [0, 0.3, 1, 1.49, 2.7, 3];

describe('keys that keep their places', () => {
  const keys = randomKeys(false);
  it.each([
    [1, 1],
    [1, 2],
    [2, 2],
    [3, 1],
  ])('of %d px at %d device px look as if every one of them had been drawn', (diameter, ratio) => {
    for (const t of moments) {
      const all = drawAll(
        keys,
        diameter,
        ratio,
        (i) => keys.step[i]! < 0 || t >= keys.step[i]! + keys.delay[i]! + 0.25,
      );
      // A place may be rounded to the pixel beside it.
      expect(countDiffering(draw(keys, diameter, ratio, t), all)).toBeLessThan(8);
    }
  });

  it('are far fewer than all when they are many', () => {
    const [buffer, dot] = [emptyBuffer(1), computeStamp(1, 1)];
    const { seen } = placeRingKeys(keys, timeKeys(keys, colours), bendFrame(frame, 1), { buffer, dot, ratio: 1 });
    expect(seen.kind === 'still' && seen.still.start.length).toBeLessThan(COUNT / 2);
  });
});

describe('keys that cross the ring', () => {
  const keys = randomKeys(true);
  const isNew = (t: number) => (i: number) => keys.step[i]! < 0 || t >= keys.step[i]! + 1;
  it.each([1, 2])('cover at whole steps what keys at rest cover, at %d device px', (ratio) => {
    for (const t of [0, 1, 2, 3]) {
      const covered = (pixels: Uint32Array) => pixels.map((colour) => Math.min(1, colour));
      const all = drawAll(keys, 1, ratio, isNew(t));
      expect(countDiffering(covered(draw(keys, 1, ratio, t)), covered(all))).toBeLessThan(8);
    }
  });

  it('have at every pixel the colour of a key that is there', () => {
    for (const t of [0, 1, 2, 3]) {
      const there = Array.from({ length: WIDTH * HEIGHT }, () => new Set([0]));
      for (let i = 0; i < COUNT; i++) {
        const node = isNew(t)(i) ? keys.toNode[i]! : keys.fromNode[i]!;
        const { x, y } = pointOf(frame, isNew(t)(i) ? keys.xTo[i]! : keys.xFrom[i]!, keys.depth[i]!);
        there[Math.floor(y) * WIDTH + Math.floor(x)]!.add(node < 0 ? 0 : colours[node]!);
      }
      const wrong = [...draw(keys, 1, 1, t).entries()].filter(([at, colour]) => !there[at]!.has(colour));
      expect(wrong.length).toBeLessThan(8);
    }
  });

  it('are all seen on their way, at most a 512th of a step ahead', () => {
    for (const t of [0.4, 1.25, 2.9]) {
      const drawn = draw(keys, 1, 1, t);
      let missing = 0;
      for (let i = 0; i < COUNT; i++) {
        const leaves = Math.floor((keys.step[i]! + keys.delay[i]!) * 512) / 512;
        const way = (t - leaves) / 0.5;
        if (keys.step[i]! < 0 || way <= 0 || way >= 1 || keys.toNode[i]! < 0) continue;
        const from = pointOf(frame, keys.xFrom[i]!, keys.depth[i]!);
        const to = pointOf(frame, keys.xTo[i]!, keys.depth[i]!);
        const eased = way * way * (3 - 2 * way);
        const [x, y] = [from.x + (to.x - from.x) * eased, from.y + (to.y - from.y) * eased];
        missing += Number(drawn[Math.floor(y) * WIDTH + Math.floor(x)] === 0);
      }
      expect(missing).toBeLessThan(8);
    }
  });
});
