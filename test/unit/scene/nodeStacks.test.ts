import { describe, expect, it } from 'vitest';
import { computeStamp } from '../../../src/scene/dotGeometry.ts';
import { drawFlights, drawStacks } from '../../../src/scene/drawStacks.ts';
import { FLIGHT, flightsAt, MAX_WAVE, planFlights } from '../../../src/scene/flights.ts';
import { rowsOn } from '../../../src/scene/nodeLedger.ts';
import { columnAt, computeStackFrame, dotAt, dotsIn, stackOf } from '../../../src/scene/nodeStacks.ts';
import { computeRingFrame } from '../../../src/scene/ringFrame.ts';
import { computeRing, type RingScene } from '../../../src/scene/ringScene.ts';
import { chooseRowsFormat } from '../../../src/scene/ringTexts.ts';
import { growingRing, nodesOf, type RingPlan, ringPlan } from '../../fixtures/ringPlan.ts';

const sceneOf = ({ model }: RingPlan): RingScene => computeRing(model, computeRingFrame(770, 420));
const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
const moments = [0, 0.2, 0.5, 0.95, 1, 1.4, 3.7, 6.5, 8];

function dotsAt(scene: RingScene, t: number): number[] {
  const rows = scene.heapsAt(t);
  return scene.model.nodes.map((_, node) => dotsIn(stackOf(scene.stacks, rows, node)));
}

const flyingAt = (scene: RingScene, t: number) =>
  flightsAt(scene.stacks, scene.model.ledger, scene.flyers, dotsAt(scene, t), t);

describe('the heaps', () => {
  it('have the rows of a node over the rows of a dot, rounded', () => {
    const ring = growingRing();
    const scene = sceneOf(ring);
    for (const [t, counts] of [
      [0, ring.counts.before],
      [8, ring.counts.after],
    ] as const) {
      expect(dotsAt(scene, t)).toEqual(counts.map((rows) => Math.round(rows / scene.stacks.rowsPerDot)));
    }
  });

  it('fit the plot at every moment, and the fullest one nearly fills it', () => {
    const scene = sceneOf(growingRing());
    const { stacks } = scene;
    const tops = moments.flatMap((t) =>
      dotsAt(scene, t).map((dots, node) =>
        dots === 0 ? stacks.floor : dotAt(stacks, stacks.columns[node]!, dots - 1).y,
      ),
    );
    expect(Math.min(...tops)).toBeGreaterThanOrEqual(stacks.area.y - stacks.pitch);
    expect(Math.min(...tops)).toBeLessThan(stacks.area.y + stacks.area.h * 0.2);
  });

  it('together with the dots in the air hold all rows at every moment', () => {
    const scene = sceneOf(growingRing());
    for (const t of moments) {
      const rows = scene.heapsAt(t);
      const lying = sum(scene.model.nodes.map((_, node) => rowsOn(rows, node)));
      const flying = sum(flyingAt(scene, t).map((flight) => flight.rows));
      expect(lying + flying).toBeCloseTo(10_000, 6);
    }
  });

  it('have one row a dot when there are few rows', () => {
    const { model } = growingRing();
    const few = { ...model.ledger, peak: model.ledger.peak.map(() => 12) };
    const frame = computeStackFrame(model.nodes, few, { x: 0, y: 0, w: 400, h: 300 });
    expect(frame.rowsPerDot).toBe(1);
    expect(frame.columns[0]!.across).toBe(1);
  });

  it('have their rows below only where the widest number fits, not just a round peak', () => {
    const scene = sceneOf(growingRing());
    const ledger = { ...scene.model.ledger, peak: scene.model.ledger.peak.map(() => 42_000) };
    const short = (rows: number) => `${Number((rows / 1000).toPrecision(3))} K`;
    const at = (room: number) => ({
      ...scene,
      stacks: { ...scene.stacks, columns: scene.stacks.columns.map((column) => ({ ...column, room })) },
      model: { ...scene.model, ledger },
    });
    expect(chooseRowsFormat(at(33.5), [short])).toBeNull();
    expect(chooseRowsFormat(at(40), [short])).toBe(short);
  });

  it('are one pixel wide for hundreds of nodes and stay in their area', () => {
    const nodes = nodesOf(256);
    const { model } = growingRing();
    const ledger = { ...model.ledger, nodes: 256, peak: new Float64Array(256).fill(1e6) };
    const frame = computeStackFrame(nodes, ledger, { x: 100, y: 10, w: 300, h: 200 });
    expect(frame.pitch).toBe(1);
    const edges = frame.columns.flatMap(({ x, w }) => [x, x + w]);
    expect(Math.min(...edges)).toBeGreaterThanOrEqual(99);
    expect(Math.max(...edges)).toBeLessThanOrEqual(401);
  });

  it('are found by a point above or below their floor', () => {
    const { stacks } = sceneOf(growingRing());
    const third = stacks.columns[2]!;
    expect(columnAt(stacks, third.middle, stacks.floor - 5, 30)).toBe(2);
    expect(columnAt(stacks, third.middle, stacks.floor + 20, 30)).toBe(2);
    expect(columnAt(stacks, third.middle, stacks.floor + 31, 30)).toBe(-1);
    expect(columnAt(stacks, stacks.area.x - 1, stacks.floor - 5, 30)).toBe(-1);
  });
});

describe('the capacity line', () => {
  it('is as high as a heap of so many rows', () => {
    const { stacks } = sceneOf(growingRing(3000));
    const dots = 3000 / stacks.rowsPerDot;
    const full = dotAt(stacks, stacks.columns[0]!, Math.round(dots) - 1).y;
    expect(Math.abs(stacks.columns[0]!.capacityY! - full)).toBeLessThanOrEqual(1.5 * stacks.pitch);
  });

  it('is inside the plot when a node will hold more than that', () => {
    const ring = growingRing(1000);
    const { stacks } = sceneOf(ring);
    expect(Math.max(...ring.counts.before)).toBeGreaterThan(1000);
    expect(stacks.columns[0]!.capacityY).toBeGreaterThan(stacks.area.y);
  });

  it('is told at the top when it is far above all heaps, and is absent without a capacity', () => {
    expect(sceneOf(growingRing(1_000_000)).stacks.columns[0]).toMatchObject({ capacityAbove: true, capacityY: 30 });
    expect(sceneOf(growingRing()).stacks.columns[0]!.capacityY).toBeNull();
  });
});

describe('the dots in the air', () => {
  it('fly only from and to nodes between which rows move', () => {
    const ring = growingRing();
    const scene = sceneOf(ring);
    const pairs = new Set(
      ring.counts.flows.filter(({ from, to }) => from !== to).map(({ from, to }) => `${from}>${to}`),
    );
    const seen = new Set(
      Array.from({ length: 80 }, (_, i) => flyingAt(scene, i / 10)).flatMap((flights) =>
        flights.map(({ from, to }) => `${from}>${to}`),
      ),
    );
    expect([...seen].sort()).toEqual([...pairs].sort());
  });

  it('do not fly when every row stays on its node, even if a rebuild writes it anew', () => {
    const rebuild = ringPlan(
      ['8', '12'],
      nodesOf(1),
      () => 0,
      () => 0,
    );
    const scene = sceneOf(rebuild);
    for (let t = 0; t < 11; t += 0.25) expect(flyingAt(scene, t)).toEqual([]);
  });

  it('do not fly for the rows that a rebuild writes anew on their own node', () => {
    const rebuild = ringPlan(
      ['8', '12'],
      nodesOf(2),
      (r) => r % 2,
      (r) => Number(r === 5),
    );
    const scene = sceneOf(rebuild);
    const flights = Array.from({ length: 44 }, (_, i) => flyingAt(scene, i / 4)).flat();
    expect(flights.length).toBeGreaterThan(0);
    expect(flights.filter(({ from, to }) => from === to)).toEqual([]);
  });

  it('rest before, between and after the steps', () => {
    const scene = sceneOf(growingRing());
    for (let t = 0; t <= 8; t++) expect(flyingAt(scene, t)).toEqual([]);
    expect(flyingAt(scene, 0.5).length).toBeGreaterThan(10);
  });

  it('are no more than a wave in a step, shared out by rows', () => {
    const { model } = growingRing();
    const groups = { ...model.ledger, start: new Float64Array(3), rows: Float64Array.of(500_000, 250_000, 250_000) };
    const ledger = { ...groups, from: Uint16Array.of(0, 0, 1), to: Uint16Array.of(1, 2, 2), duration: groups.duration };
    expect(Array.from(planFlights(ledger, 10))).toEqual([MAX_WAVE / 2, MAX_WAVE / 4, MAX_WAVE / 4]);
    expect(Array.from(planFlights(ledger, 100_000))).toEqual([5, 3, 2]);
  });

  it('begin above the old heap and end above the new one', () => {
    const scene = sceneOf(growingRing());
    const { columns } = scene.stacks;
    const early = flyingAt(scene, 0.01)[0]!;
    expect(Math.abs(early.x - columns[early.from]!.middle)).toBeLessThan(columns[early.from]!.w);
    const last = (scene.flyers[0]! - 1) / scene.flyers[0]!;
    const late = flyingAt(scene, last * (1 - FLIGHT) + FLIGHT - 0.005).at(-1)!;
    expect(Math.abs(late.x - columns[late.to]!.middle)).toBeLessThan(columns[late.to]!.w);
  });
});

describe('drawing heaps', () => {
  it('writes a dot for every dot, in the shade of what it does', () => {
    const ring = growingRing();
    const scene = sceneOf(ring);
    const pixels = new Uint32Array(770 * 420);
    const buffer = { pixels, width: 770, height: 420 };
    const pen = { buffer, dot: computeStamp(1, 1), frame: scene.stacks, ratio: 1 };
    const shade = (colour: number) => new Uint32Array(6).fill(colour);
    const palette = { stay: shade(1), arrived: shade(2), leaving: shade(3), old: 4 };
    const stacks = scene.model.nodes.map((_, node) => stackOf(scene.stacks, scene.heapsAt(4.5), node));
    drawStacks(pen, stacks, palette);
    const drawn = [0, 0, 0, 0, 0];
    for (const colour of pixels) drawn[colour]!++;
    expect(drawn.slice(1)).toEqual([
      sum(stacks.map(({ stay }) => stay)),
      sum(stacks.map(({ arrived }) => arrived)),
      sum(stacks.map(({ leaving }) => leaving)),
      0,
    ]);
    expect(drawn[2]).toBeGreaterThan(0);
    drawFlights(pen, flyingAt(scene, 4.5), shade(5));
    expect(pixels.includes(5)).toBe(flyingAt(scene, 4.5).length > 0);
  });
});
