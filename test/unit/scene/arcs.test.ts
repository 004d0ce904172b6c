import { describe, expect, it } from 'vitest';
import { computeArcColumns } from '../../../src/scene/arcColumns.ts';
import { arcAt, emptyArcs, toArcTable, unionArcs } from '../../../src/scene/arcTable.ts';
import { fillBendTable } from '../../../src/scene/bend.ts';
import { drawArcColumns } from '../../../src/scene/drawArcColumns.ts';

const RED = 0xff0000ff;
const BLUE = 0xffff0000;
const PALE = 0xff8080ff;
const NONE = 0xff808080;
const palette = { full: Uint32Array.of(RED, BLUE), light: Uint32Array.of(PALE, PALE), none: NONE };

/** Arcs from their starts and owners; the nodes are the members. */
const arcs = (starts: number[], owners: number[]) =>
  toArcTable({ starts: Float64Array.from(starts), owners: Uint16Array.from(owners) }, [0, 1, 2]);

describe('toArcTable', () => {
  it('ends each arc where the next begins, and the last at the seam', () => {
    const table = arcs([0, 0.25, 0.75], [0, 1, 0]);
    expect([...table.x1]).toEqual([0.25, 0.75, 1]);
    expect([...table.node]).toEqual([0, 1, 0]);
  });

  it('gives members the places of their nodes', () => {
    const table = toArcTable({ starts: Float64Array.of(0, 0.5), owners: Uint16Array.of(0, 1) }, [4, 2]);
    expect([...table.node]).toEqual([4, 2]);
  });
});

describe('unionArcs', () => {
  it('cuts at the starts of both states and tells old and new owner of every piece', () => {
    const union = unionArcs(arcs([0, 0.5], [0, 1]), arcs([0, 0.25, 0.5], [0, 2, 1]));
    expect([...union.x0]).toEqual([0, 0.25, 0.5]);
    expect([...union.x1]).toEqual([0.25, 0.5, 1]);
    expect([...union.rest]).toEqual([0, 0, 1]);
    expect([...union.node]).toEqual([0, 2, 1]);
  });

  it('joins pieces that no owner tells apart, and covers the circle once', () => {
    const union = unionArcs(arcs([0, 0.1, 0.2, 0.9], [0, 1, 1, 0]), arcs([0, 0.3, 0.5], [1, 1, 1]));
    expect([...union.x0]).toEqual([0, 0.1, 0.9]);
    expect([...union.x1]).toEqual([0.1, 0.9, 1]);
  });
});

describe('arcAt', () => {
  it('finds the arc of every place, and none in a gap', () => {
    const table = arcs([0, 0.25, 0.75], [0, 1, 0]);
    expect([0, 0.2, 0.3, 0.74, 0.99].map((place) => arcAt(table, place))).toEqual([0, 0, 1, 1, 2]);
    const gap = emptyArcs(1, null);
    gap.x0[0] = 0.2;
    gap.x1[0] = 0.3;
    expect([0.1, 0.25, 0.4].map((place) => arcAt(gap, place))).toEqual([-1, 0, -1]);
  });
});

describe('computeArcColumns', () => {
  const columnsOf = (table: ReturnType<typeof arcs>, count: number) => {
    const columns = new Uint32Array(count);
    computeArcColumns(table, palette, columns);
    return [...columns].map((colour) => colour.toString(16));
  };

  it('gives each column the colour of its arc', () => {
    expect(columnsOf(arcs([0, 0.5], [0, 1]), 4)).toEqual(['ff0000ff', 'ff0000ff', 'ffff0000', 'ffff0000']);
  });

  it('mixes the colours of the arcs in a column by their width', () => {
    expect(columnsOf(arcs([0, 0.25], [0, 1]), 1)).toEqual(['ffbf0040']);
  });

  it('shows the light colour of the old node in what has not been carried yet', () => {
    const half = arcs([0], [1]);
    half.filled[0] = 0.5;
    half.rest[0] = 0;
    expect(columnsOf(half, 2)).toEqual(['ffff0000', 'ff8080ff']);
    half.rest[0] = -1;
    expect(columnsOf(half, 2)).toEqual(['ffff0000', 'ff808080']);
  });

  it('leaves columns without an arc empty', () => {
    const table = emptyArcs(1, null);
    table.node[0] = 0;
    table.x1[0] = 0.5;
    expect(columnsOf(table, 2)).toEqual(['ff0000ff', '0']);
  });

  it('loses no arc of tens of thousands: the mean colour is that of their widths', () => {
    const count = 40_960;
    const table = arcs(
      Array.from({ length: count }, (_, i) => i / count),
      Array.from({ length: count }, (_, i) => i % 2),
    );
    expect(columnsOf(table, 64).every((colour) => colour === 'ff800080')).toBe(true);
  });
});

describe('drawArcColumns', () => {
  it('writes a ring without holes, beginning at 12 o’clock', () => {
    const size = 200;
    const buffer = { pixels: new Uint32Array(size * size), width: size, height: size };
    const table = new Float32Array(4 * 1024);
    fillBendTable({ s: 1, x: 100, y: 100, length: 2 * Math.PI * 80 }, 1024, 1, table);
    drawArcColumns(buffer, table, { inner: -6, outer: 6 }, 1, Uint32Array.of(RED, BLUE));
    for (let y = 0; y < size; y++) {
      for (let x = 0; x < size; x++) {
        const distance = Math.hypot(x + 0.5 - 100, y + 0.5 - 100);
        const colour = buffer.pixels[y * size + x];
        // A pixel of room at the edges and at the seam: steps there are smoothed by the canvas.
        if (distance < 73.2 || distance > 86.8) expect(colour).toBe(0);
        else if (distance > 75 && distance < 85 && Math.abs(x - 99.5) > 2) expect(colour).toBe(x > 100 ? RED : BLUE);
      }
    }
  });
});
