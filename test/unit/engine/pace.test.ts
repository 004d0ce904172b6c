import { describe, expect, test } from 'vitest';
import { cutChunk, nextChunkRows } from '../../../src/engine/chunkSize.ts';
import { crewSize } from '../../../src/engine/crewSize.ts';
import { createRateMeter } from '../../../src/engine/rateMeter.ts';
import { sampleRows } from '../../../src/engine/sample.ts';
import { planTallies } from '../../../src/engine/tallies.ts';
import { uniform } from './fixtures.ts';

describe('the next chunk', () => {
  test('takes about 32 ms at the speed of the last one', () => {
    expect(nextChunkRows(1000, 16)).toBe(2000);
    expect(nextChunkRows(1000, 320)).toBe(100);
  });

  test('grows by a factor of 8 at most, also when the clock saw no time pass', () => {
    expect(nextChunkRows(1000, 0)).toBe(8000);
    expect(nextChunkRows(1000, 0.1)).toBe(8000);
  });

  test('leaves work for the other workers near the end', () => {
    expect(cutChunk(1000, 100_000, 2)).toBe(1000);
    expect(cutChunk(1000, 2000, 2)).toBe(500);
    expect(cutChunk(1000, 3, 2)).toBe(1);
  });
});

describe('the size of the crew', () => {
  const passes = planTallies(uniform(8), [uniform(12)]);

  test('is one for few rows, and all cores for many', () => {
    expect(crewSize(1, passes, 8)).toBe(1);
    expect(crewSize(2 ** 20, passes, 8)).toBe(1);
    expect(crewSize(2 ** 20 + 1, passes, 8)).toBe(2);
    expect(crewSize(1e12, passes, 8)).toBe(8);
    expect(crewSize(1e12, passes, 1)).toBe(1);
  });

  test('is smaller where each worker needs a large table', () => {
    expect(crewSize(1e12, planTallies(uniform(4096), [uniform(4095)]), 32)).toBe(2);
    expect(crewSize(1e12, planTallies(uniform(4096), [4095, 4093, 4091].map(uniform)), 32)).toBe(1);
    expect(crewSize(1e12, planTallies(uniform(1024), [uniform(4096)]), 32)).toBe(32);
  });
});

describe('the rate', () => {
  test('is told after a quarter of a second and looks back eight seconds', () => {
    const rateAt = createRateMeter();
    expect(rateAt(1000, 0)).toBeUndefined();
    expect(rateAt(1200, 400)).toBeUndefined();
    expect(rateAt(1250, 500)).toBe(2000);
    for (let at = 2000; at <= 10_000; at += 100) rateAt(at, at - 1000);
    // Whatever was before, the last eight seconds went at 1000 a second.
    expect(rateAt(10_100, 9100)).toBe(1000);
  });

  test('starts anew when counted rows are lost', () => {
    const rateAt = createRateMeter();
    rateAt(0, 0);
    expect(rateAt(500, 5000)).toBe(10_000);
    expect(rateAt(600, 100)).toBeUndefined();
    expect(rateAt(1600, 300)).toBe(200);
  });
});

test('sampled rows are evenly spaced to the row, up to a trillion', () => {
  for (const [rows, size] of [
    [1e12, 99_991],
    [1e12 - 1, 1_000_000],
    [999_999_999_989, 7],
  ] as const) {
    const sample = sampleRows(rows, size);
    expect(sample).toHaveLength(size);
    for (const i of [0, 1, size >> 1, size - 2, size - 1]) {
      expect(sample[i]).toBe(Number((BigInt(i) * BigInt(rows)) / BigInt(size)));
    }
  }
  expect(sampleRows(3, 8)).toEqual(Float64Array.of(0, 1, 2));
  expect(sampleRows(3, 0)).toEqual(new Float64Array(0));
});
