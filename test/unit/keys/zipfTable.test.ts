import { describe, expect, test } from 'vitest';
import { inversePower } from '../../../src/keys/power.ts';
import { buildZipfTable, drawTenant } from '../../../src/keys/zipfTable.ts';
import { randomWord } from '../../../src/lib/prng.ts';

describe('inversePower', () => {
  test.each([0, 0.5, 1, 1.1, 2.75, 5])('agrees with Math.pow for s = %d', (s) => {
    for (const x of [1, 2, 3, 7, 499.5, 65_537, 1_000_000]) {
      expect(Math.abs(inversePower(x, s) / x ** -s - 1)).toBeLessThan(1e-14);
    }
  });
});

describe('drawTenant', () => {
  test.each([
    [1, 0],
    [2, 0],
    [3, 5],
    [500, 1.1],
    [5000, 0],
    [5000, 5],
    [100_000, 2],
  ])('inverts the cumulative shares of %d tenants with s = %d at every border', (tenants, s) => {
    const table = buildZipfTable(tenants, s);
    const drawn = (word: number) => table.upper.findIndex((upper) => word <= upper) + 1;
    const step = Math.ceil(tenants / 300);
    const words = [0, 1, 2 ** 31, 2 ** 32 - 1];
    for (let k = 0; k < tenants; k += step) words.push(table.upper[k]!, (table.upper[k]! + 1) % 2 ** 32);
    for (const word of words) expect(drawTenant(table, word)).toBe(drawn(word));
  });

  test('gives the biggest of 500 tenants its share of 19 % at s = 1.1', () => {
    let harmonic = 0;
    for (let k = 1; k <= 500; k++) harmonic += k ** -1.1;
    const table = buildZipfTable(500, 1.1);
    expect((table.upper[0]! + 1) / 2 ** 32).toBeCloseTo(1 / harmonic, 9);
    let first = 0;
    for (let row = 0; row < 200_000; row++) if (drawTenant(table, randomWord(5, row, 0)) === 1) first++;
    expect(first / 200_000).toBeGreaterThan(0.185);
    expect(first / 200_000).toBeLessThan(0.195);
  });

  test('is uniform for s = 0', () => {
    const table = buildZipfTable(1000, 0);
    for (let k = 1; k < 1000; k++) {
      const share = table.upper[k]! - table.upper[k - 1]!;
      expect(Math.abs(share - 2 ** 32 / 1000)).toBeLessThanOrEqual(1);
    }
  });
});
