import { expect, test } from 'vitest';
import { harmonic } from '../../../src/lib/harmonic.ts';

test('harmonic numbers are the sums of reciprocals', () => {
  expect([0, 1, 2].map(harmonic)).toEqual([0, 1, 1.5]);
  expect(harmonic(4)).toBeCloseTo(25 / 12, 14);
  expect(harmonic(1_000_000)).toBeCloseTo(Math.log(1_000_000) + 0.577_215_664_9 + 1 / 2_000_000, 9);
});
