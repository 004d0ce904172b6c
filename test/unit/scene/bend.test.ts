import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type BentStrip,
  bend,
  bentCircle,
  bentPoint,
  fillBendTable,
  traceBand,
  traceEdge,
} from '../../../src/scene/bend.ts';
import { advanceBend, BEND_MS, bendOf, isBending } from '../../../src/scene/bendClock.ts';

const unit = fc.double({ min: 0, max: 1, noNaN: true });

describe('bend', () => {
  it('is a straight line of length 1 from left to right at 0, with outside above', () => {
    expect(bend(0, 0)).toEqual({ x: -0.5, y: 0, nx: 0, ny: -1 });
    expect(bend(1, 0).x).toBe(0.5);
    expect(bend(0.25, 0)).toMatchObject({ x: -0.25, y: 0 });
  });

  it('is a circle at 1 that begins at 12 o’clock and runs clockwise', () => {
    const radius = 1 / (2 * Math.PI);
    for (const [u, x, y] of [
      [0, 0, -1],
      [0.25, 1, 0],
      [0.5, 0, 1],
      [0.75, -1, 0],
      [1, 0, -1],
    ] as const) {
      const point = bend(u, 1);
      expect(point.x).toBeCloseTo(x * radius, 12);
      expect(point.y).toBeCloseTo(y * radius, 12);
      expect(point.nx).toBeCloseTo(x, 12);
      expect(point.ny).toBeCloseTo(y, 12);
    }
  });

  it('keeps its length at every bend', () => {
    for (const s of [0, 1e-6, 0.01, 0.3, 0.5, 0.77, 1]) {
      let length = 0;
      for (let i = 0; i < 2000; i++) {
        const [a, b] = [bend(i / 2000, s), bend((i + 1) / 2000, s)];
        length += Math.hypot(b.x - a.x, b.y - a.y);
      }
      expect(length).toBeCloseTo(1, 5);
    }
  });

  it('has the same curvature everywhere: the normal turns evenly, by 2 pi s in all', () => {
    fc.assert(
      fc.property(unit, fc.double({ min: 0.01, max: 0.99, noNaN: true }), (s, u) => {
        const [a, b] = [bend(u, s), bend(u + 0.01, s)];
        const turned = Math.asin(a.nx * b.ny - a.ny * b.nx);
        expect(turned).toBeCloseTo(0.01 * 2 * Math.PI * s, 9);
      }),
    );
  });

  it('stays around its centre of gravity', () => {
    for (const s of [0.1, 0.4, 0.6, 0.9, 1]) {
      const points = Array.from({ length: 1000 }, (_, i) => bend((i + 0.5) / 1000, s));
      expect(points.reduce((sum, { x }) => sum + x, 0) / 1000).toBeCloseTo(0, 5);
      expect(points.reduce((sum, { y }) => sum + y, 0) / 1000).toBeCloseTo(0, 5);
    }
  });

  it('has no jump: a small step of the bend is a small step of every point', () => {
    fc.assert(
      fc.property(unit, fc.double({ min: 0, max: 0.999, noNaN: true }), (u, s) => {
        const [a, b] = [bend(u, s), bend(u, s + 0.001)];
        expect(Math.hypot(b.x - a.x, b.y - a.y)).toBeLessThan(0.005);
      }),
    );
  });
});

const strip = (s: number): BentStrip => ({ s, x: 300, y: 200, length: 800 });

describe('bentCircle', () => {
  it('goes through the points of the line', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 1, noNaN: true }), unit, (s, u) => {
        const circle = bentCircle(strip(s))!;
        const angle = circle.start + u * circle.sweep;
        const point = bentPoint(strip(s), u, 7);
        expect(circle.x + (circle.radius + 7) * Math.cos(angle)).toBeCloseTo(point.x, 4);
        expect(circle.y + (circle.radius + 7) * Math.sin(angle)).toBeCloseTo(point.y, 4);
      }),
    );
  });

  it('does not exist while the strip is straight', () => {
    expect(bentCircle(strip(0))).toBeNull();
  });
});

function traced(s: number): string[] {
  const calls: string[] = [];
  const write =
    (name: string) =>
    (...numbers: (number | boolean | undefined)[]) =>
      void calls.push([name, ...numbers.map((n) => (typeof n === 'number' ? Math.round(n * 10) / 10 : n))].join(' '));
  const path = { moveTo: write('M'), lineTo: write('L'), arc: write('A'), closePath: write('Z') };
  traceBand(path, strip(s), 0.25, 0.5, -10, 10);
  return calls;
}

describe('traceBand', () => {
  it('is a rectangle of a straight strip', () => {
    expect(traced(0)).toEqual(['M 100 190', 'L 300 190', 'L 300 210', 'L 100 210', 'Z']);
  });

  it('is two arcs of the ring, the inner one backwards', () => {
    expect(traced(1)).toEqual([
      'M 437.3 200',
      'A 300 200 137.3 0 1.6',
      'L 300 317.3',
      'A 300 200 117.3 1.6 0 true',
      'Z',
    ]);
  });
});

describe('fillBendTable', () => {
  it('lists points in device px', () => {
    const table = new Float32Array(4 * 8);
    fillBendTable(strip(1), 8, 2, table);
    const point = bentPoint(strip(1), 3.5 / 8, 0);
    expect(table[12]).toBeCloseTo(point.x * 2, 3);
    expect(table[13]).toBeCloseTo(point.y * 2, 3);
  });
});

describe('the clock of the bend', () => {
  it('arrives after its time, in both directions, and then rests', () => {
    let clock = { at: 0, to: 1 as 0 | 1 };
    expect(isBending(clock)).toBe(true);
    clock = advanceBend(clock, BEND_MS / 2);
    expect(bendOf(clock)).toBeCloseTo(0.5, 9);
    clock = advanceBend(clock, BEND_MS);
    expect(clock).toEqual({ at: 1, to: 1 });
    expect(isBending(clock)).toBe(false);
    expect(advanceBend(clock, 16)).toBe(clock);
    expect(advanceBend({ at: 1, to: 0 }, BEND_MS / 4).at).toBe(0.75);
  });

  it('turns round on the way without a jump', () => {
    const half = advanceBend({ at: 0, to: 1 }, BEND_MS / 2);
    expect(advanceBend({ ...half, to: 0 }, 0).at).toBe(half.at);
  });
});

describe('traceEdge', () => {
  const edge = (s: number): string[] => {
    const calls: string[] = [];
    const write =
      (name: string) =>
      (...numbers: unknown[]) =>
        void calls.push([name, ...numbers.map((n) => Math.round(Number(n)))].join(' '));
    const path = { moveTo: write('M'), lineTo: write('L'), arc: write('A'), closePath: write('Z') };
    traceEdge(path, strip(s), 10);
    return calls;
  };

  it('is a straight line above the strip, and a whole circle outside the ring', () => {
    expect(edge(0)).toEqual(['M -100 190', 'L 700 190']);
    expect(edge(1)).toEqual(['M 300 63', 'A 300 200 137 -2 5']);
  });
});
