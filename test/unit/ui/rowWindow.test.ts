import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { getRowWindow } from '../../../src/ui/rowWindow.ts';

describe('getRowWindow', () => {
  it('covers the view and a few rows around it', () => {
    expect(getRowWindow(4096, 24, 2400, 240)).toEqual({ first: 88, end: 123 });
  });

  it('covers every row in view, within the table, for any scroll position', () => {
    const count = fc.integer({ min: 0, max: 5000 });
    const scrollTop = fc.integer({ min: -500, max: 200_000 });
    fc.assert(
      fc.property(count, scrollTop, fc.integer({ min: 1, max: 2000 }), (rows, top, height) => {
        const { first, end } = getRowWindow(rows, 24, top, height);
        expect(first).toBeGreaterThanOrEqual(0);
        expect(end).toBeLessThanOrEqual(rows);
        expect(first).toBeLessThanOrEqual(end);
        const clamped = Math.min(Math.max(0, top), Math.max(0, rows * 24 - height));
        for (let row = Math.floor(clamped / 24); row < Math.min(rows, (clamped + height) / 24); row++) {
          expect(row).toBeGreaterThanOrEqual(first);
          expect(row).toBeLessThan(end);
        }
      }),
      { seed: 5 },
    );
  });
});
