import { describe, expect, it } from 'vitest';
import { toArcTable } from '../../../src/scene/arcTable.ts';
import { bend } from '../../../src/scene/bend.ts';
import { nameNodes } from '../../../src/scene/nodeStacks.ts';
import { computeNodeTable } from '../../../src/scene/nodeTable.ts';
import { ringCaption } from '../../../src/scene/ringCaption.ts';
import { bendFrame, computeRingFrame } from '../../../src/scene/ringFrame.ts';
import { computeCircleModel } from '../../../src/scene/ringModel.ts';
import { computeRing, isWideArc, ringHitTest, ringPoint, shownArcs } from '../../../src/scene/ringScene.ts';
import { findRingMark, walkRing } from '../../../src/scene/ringWalk.ts';
import { stepMovementAt } from '../../../src/scene/stepMovement.ts';
import { computeStripFrame } from '../../../src/scene/stripFrame.ts';
import { growingRing, nodesOf, ringPlan } from '../../fixtures/ringPlan.ts';

const frame = computeRingFrame(770, 420);
const ring = growingRing();
const scene = computeRing(ring.model, frame);
const byRemainder = (t: number, remainder: number) => scene.arcsAt(t).find((arc) => arc.remainder === remainder)!;

describe('the arcs', () => {
  it('are the live partitions, in the order of the strip and without a gap', () => {
    expect(scene.arcsAt(0).map(({ remainder }) => remainder)).toEqual([0, 4, 2, 6, 1, 5, 3, 7]);
    for (const t of [0, 0.5, 3, 8]) {
      const arcs = scene.arcsAt(t);
      expect(arcs[0]!.x0).toBe(0);
      expect(arcs.at(-1)!.x1).toBe(1);
      for (let i = 1; i < arcs.length; i++) expect(arcs[i]!.x0).toBeCloseTo(arcs[i - 1]!.x1, 12);
    }
    expect(scene.arcsAt(8)).toHaveLength(16);
  });

  it('have the colour of the node that their partition lies on', () => {
    for (const t of [0, 8]) {
      for (const arc of scene.arcsAt(t)) {
        const nodes = t === 0 ? ring.cluster.before : ring.cluster.after;
        expect(arc.node).toBe(nodes[arc.index]);
      }
    }
  });

  it('fill from the start with the new node while rows come, and are light with the old one', () => {
    const half = byRemainder(0.25, 8);
    const table = ring.model.arcsAt(0.25);
    const i = scene.arcsAt(0.25).indexOf(half);
    expect(half).toMatchObject({ node: 4, status: 'active', counting: true });
    expect(table.filled[i]).toBe(0.25);
    expect(table.rest[i]).toBe(0);
    expect(table.filled[scene.arcsAt(0.25).indexOf(byRemainder(0.25, 0))]).toBe(1);
  });

  it('of a rebuild fill with the rows that have been copied, and are empty before', () => {
    const { model, strip } = ringPlan(
      ['8', '12'],
      nodesOf(2),
      (r) => r % 2,
      (r) => r % 2,
    );
    expect([...model.arcsAt(0).filled].every((filled) => filled === 0)).toBe(true);
    const table = model.arcsAt(4);
    for (const [i, { box, rows }] of table.live!.entries()) expect(table.filled[i]).toBeCloseTo(rows! / box.rows, 6);
    expect([...model.arcsAt(strip.input.plan.steps.length).filled].every((filled) => filled === 1)).toBe(true);
  });

  it('go as a whole when only their node changes', () => {
    const { model } = ringPlan(
      ['8', '8'],
      nodesOf(2),
      () => 0,
      (r) => r % 2,
    );
    const [start, half, end] = [0, 0.5, 1].map((t) => model.arcsAt(t));
    const remainders = start!.live!.map(({ box }) => box.remainder);
    expect([...start!.node]).toEqual(remainders.map((r) => r % 2));
    expect([...start!.rest]).toEqual(new Array(8).fill(0));
    expect([...start!.filled]).toEqual(remainders.map((r) => (r % 2 === 0 ? 1 : 0)));
    expect([...half!.filled]).toEqual(remainders.map((r) => (r % 2 === 0 ? 1 : 0.5)));
    expect([...end!.filled]).toEqual(new Array(8).fill(1));
  });

  it('are labelled outside with the remainder where there is room', () => {
    const first = byRemainder(0, 0);
    expect(first.label).toBe('0');
    expect(Math.hypot(first.labelX - frame.x, first.labelY - frame.y)).toBeCloseTo(frame.labelRadius, 6);
    expect(first.labelX).toBeGreaterThan(frame.x);
    const many = computeRing(
      ringPlan(
        ['256', '512'],
        nodesOf(2),
        () => 0,
        () => 1,
      ).model,
      frame,
    );
    expect(many.arcsAt(0).every(({ label }) => label === '')).toBe(true);
    expect(many.arcsAt(0).every((arc) => isWideArc(frame, arc))).toBe(true);
    expect(many.arcsAt(256).some((arc) => isWideArc(frame, arc))).toBe(false);
  });

  it('are columns of mixed colour when there are too many for a line each', () => {
    expect(scene.isDense(ring.model.arcsAt(8))).toBe(false);
    const starts = Float64Array.from({ length: 40_960 }, (_, i) => i / 40_960);
    const dense = toArcTable({ starts, owners: new Uint16Array(40_960) }, [0]);
    expect(scene.isDense(dense)).toBe(true);
  });

  it('are the same objects while nothing changes', () => {
    const [now, later] = [scene.arcsAt(2), scene.arcsAt(2.5)];
    const changed = later.filter((arc) => !now.includes(arc)).map(({ modulus, remainder }) => [modulus, remainder]);
    const step = ring.strip.input.plan.steps[2]!;
    expect(changed).toEqual(step.to.map(({ modulus, remainder }) => [modulus, remainder]));
    expect(scene.arcsAt(2)[0]).toBe(now[0]);
  });

  it('are outlined from 3 px on, and the one with the focus always', () => {
    const many = computeRing(
      ringPlan(
        ['1024', '1024'],
        nodesOf(2),
        () => 0,
        () => 1,
      ).model,
      frame,
    );
    const all = many.arcsAt(0);
    expect(shownArcs(many, 0, null)).toEqual([all[0]]);
    expect(shownArcs(many, 0, all[700]!.key)).toEqual([all[700]]);
    expect(shownArcs(scene, 0, null)).toHaveLength(8);
  });
});

describe('the ring of a scheme', () => {
  const before = { starts: Float64Array.of(0, 0.5), owners: Uint16Array.of(0, 1) };
  const after = { starts: Float64Array.of(0, 0.25, 0.5), owners: Uint16Array.of(0, 2, 1) };
  const counts = {
    before: [50, 50, 0],
    after: [25, 50, 25],
    moved: 25,
    flows: [
      { from: 0, to: 0, rows: 25 },
      { from: 0, to: 2, rows: 25 },
      { from: 1, to: 1, rows: 50 },
    ],
  };
  const change = { before, after, nodeOfBefore: [0, 1], nodeOfAfter: [0, 1, 2] };
  const model = computeCircleModel(change, nodesOf(3), counts);

  it('goes from the old arcs to the new ones, and fills only what changes its owner', () => {
    expect([...model.arcsAt(0).node]).toEqual([0, 1]);
    expect([...model.arcsAt(1).node]).toEqual([0, 2, 1]);
    const half = model.arcsAt(0.5);
    expect([...half.node]).toEqual([0, 2, 1]);
    expect([...half.filled]).toEqual([1, 0.5, 1]);
    expect([...half.rest]).toEqual([0, 0, 1]);
  });

  it('has no partitions to point at, but its nodes', () => {
    const circle = computeRing(model, frame);
    expect(circle.arcsAt(0)).toEqual([]);
    expect(walkRing(circle, 0, null, 'right')).toMatchObject({ kind: 'node', node: 1 });
    expect(computeNodeTable(model, 0).map(({ partitions }) => partitions)).toEqual([null, null, null]);
  });
});

describe('the frame', () => {
  it('keeps ring, labels and stacks on the stage at every size', () => {
    for (const [width, height] of [
      [770, 420],
      [492, 240],
      [1200, 800],
      [320, 600],
    ] as const) {
      const { x, y, labelRadius, stacks } = computeRingFrame(width, height);
      expect(Math.min(x, y) - labelRadius).toBeGreaterThan(8);
      expect(y + labelRadius).toBeLessThan(height - 8);
      expect(stacks.x).toBeGreaterThan(x + labelRadius);
      expect(stacks.x + stacks.w).toBeLessThanOrEqual(width);
      expect(stacks.y + stacks.h).toBeLessThan(height);
    }
  });

  it('is the live row of the strip at bend 0', () => {
    const strip = computeStripFrame(770, 420);
    const flat = bendFrame(frame, 0);
    expect(flat.strip.x - flat.strip.length / 2).toBeCloseTo(strip.left, 6);
    expect(flat.strip.length).toBe(strip.plotWidth);
    expect(flat.strip.y - flat.arcs.outer).toBe(strip.afterY);
    expect(flat.strip.y - flat.old.outer).toBe(strip.beforeY);
    expect(flat.strip.y - flat.old.inner).toBe(strip.beforeY + strip.boxHeight);
  });

  it('is on the stage and moves without a jump at every bend', () => {
    for (let i = 0; i < 200; i++) {
      const [now, next] = [bendFrame(frame, i / 200), bendFrame(frame, (i + 1) / 200)];
      expect(Math.hypot(next.strip.x - now.strip.x, next.strip.y - now.strip.y)).toBeLessThan(16);
      expect(Math.abs(next.strip.length - now.strip.length)).toBeLessThan(16);
      for (const u of [0, 0.25, 0.5, 0.75, 1]) {
        const point = bend(u, now.strip.s);
        const x = now.strip.x + point.x * now.strip.length;
        const y = now.strip.y + point.y * now.strip.length;
        expect(x).toBeGreaterThan(0);
        expect(x).toBeLessThan(770);
        expect(y).toBeGreaterThan(0);
        expect(y).toBeLessThan(420);
      }
    }
  });
});

describe('pointing', () => {
  it('finds an arc on it, at its label and among its keys', () => {
    const arc = byRemainder(0, 3);
    const middle = (arc.x0 + arc.x1) / 2;
    for (const radius of [frame.radius, frame.labelRadius, frame.innerRadius + 5]) {
      const { x, y } = ringPoint(frame, middle, radius);
      expect(ringHitTest(scene, 0, x, y)).toBe(arc);
    }
  });

  it('finds a node at its heap and its name, and nothing in the middle or outside', () => {
    const { middle } = scene.stacks.columns[2]!;
    expect(ringHitTest(scene, 0, middle, scene.stacks.floor + 10)).toMatchObject({ kind: 'node', node: 2 });
    expect(ringHitTest(scene, 0, frame.x, frame.y)).toBeNull();
    expect(ringHitTest(scene, 0, 2, 2)).toBeNull();
  });
});

describe('walking', () => {
  it('goes round and round the arcs', () => {
    const first = scene.arcsAt(0)[0]!;
    expect(walkRing(scene, 0, first.key, 'left')).toBe(scene.arcsAt(0).at(-1));
    expect(walkRing(scene, 0, first.key, 'right')).toBe(scene.arcsAt(0)[1]);
    expect(walkRing(scene, 0, first.key, 'last')).toBe(scene.arcsAt(0).at(-1));
  });

  it('crosses from an arc to its node, along the nodes, and back to an arc of the node', () => {
    const node = walkRing(scene, 0, byRemainder(0, 6).key, 'down')!;
    expect(node).toMatchObject({ kind: 'node', node: 2 });
    expect(walkRing(scene, 0, node.key, 'right')).toMatchObject({ node: 3 });
    expect(walkRing(scene, 0, node.key, 'up')).toMatchObject({ kind: 'arc', node: 2 });
    expect(walkRing(scene, 0, 'node:5', 'right')).toMatchObject({ node: 5 });
    expect(walkRing(scene, 0, 'node:5', 'up')).toMatchObject({ kind: 'node', node: 5 });
  });

  it('goes on from the place of an arc that is no more', () => {
    const gone = byRemainder(0, 4);
    expect(walkRing(scene, 3, gone.key, 'right', gone.x0 + 0.01)!.key).toBe(byRemainder(3, 12).key);
    expect(findRingMark(scene, 3, gone.key)).toBeNull();
  });
});

describe('the table of nodes', () => {
  it('has the same figures as the heaps', () => {
    const rows = computeNodeTable(ring.model, 3.5);
    const marks = scene.nodesAt(3.5);
    expect(rows.map(({ now }) => now)).toEqual(marks.map((mark) => mark.rows));
    expect(rows.reduce((sum, { now }) => sum + now, 0)).toBe(10_000);
    expect(computeNodeTable(ring.model, 0).map(({ partitions }) => partitions)).toEqual([2, 2, 2, 2, 0, 0]);
    expect(computeNodeTable(ring.model, 8).map(({ after, now }) => now - after)).toEqual([0, 0, 0, 0, 0, 0]);
  });
});

describe('the step in progress', () => {
  it('says how many rows of how many are carried, into which partition and to which node', () => {
    const half = ring.strip.to.find(({ remainder }) => remainder === 8)!;
    expect(stepMovementAt(ring.model, half.firstStep + 0.5)).toEqual({
      moved: Math.floor(half.rows / 2),
      total: half.rows,
      nodes: [4],
      partitions: ['t_16_8'],
    });
  });

  it('says nothing between steps', () => {
    for (let t = 0; t <= 8; t++) expect(stepMovementAt(ring.model, t)).toBeNull();
  });
});

describe('the caption', () => {
  const lineOf = (from: string, to: string) =>
    ringCaption(
      ringPlan(
        [from, to],
        nodesOf(1),
        () => 0,
        () => 0,
      ).model,
    ).lines.map(({ id, params }) => ({ id, ...params }));

  it('says what the arcs are and what becomes of them', () => {
    expect(lineOf('8', '16')).toEqual([{ id: 'modulus' }, { id: 'halve', modulus: 8 }]);
    expect(lineOf('4', '16')[1]).toEqual({ id: 'split', parts: 4 });
    expect(lineOf('16', '4')[1]).toEqual({ id: 'merge', parts: 4 });
    expect(lineOf('8', '12')[1]).toEqual({ id: 'rebuild' });
    expect(lineOf('8', '8')[1]).toEqual({ id: 'none' });
    expect(lineOf('2', '2:0 4:1 4:3')).toEqual([{ id: 'partitions' }, { id: 'change' }]);
  });
});

describe('names of nodes', () => {
  it('are whole, then without what they share, then upright, then absent, by the room', () => {
    const names = nodesOf(12).map(({ name }) => name);
    expect(nameNodes(names, 80)).toEqual({ names, kind: 'flat' });
    expect(nameNodes(names, 20)).toMatchObject({ kind: 'flat', names: names.map((name) => name.slice(5)) });
    expect(nameNodes(names, 14)).toMatchObject({ kind: 'upright' });
    expect(nameNodes(names, 4).kind).toBe('none');
    expect(nameNodes(['a10', 'a11'], 14).names).toEqual(['10', '11']);
    expect(nameNodes(['a', 'ab'], 12).names).toEqual(['a', 'ab']);
  });
});
