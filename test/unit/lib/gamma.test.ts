import { describe, expect, test } from 'vitest';
import { chiSquareTail, logGamma, upperGamma } from '../../../src/lib/gamma.ts';

describe('chi-square tail', () => {
  /** Critical values of the chi-square distribution as tables print them. */
  test.each([
    [3.841, 1, 0.05],
    [14.067, 7, 0.05],
    [18.475, 7, 0.01],
    [2.167, 7, 0.95],
    [124.342, 100, 0.05],
    [1074.679, 1000, 0.05],
  ])('%d with %i degrees of freedom is %d', (statistic, degrees, p) => {
    expect(chiSquareTail(statistic, degrees)).toBeCloseTo(p, 4);
  });

  test('is exp(-x / 2) with two degrees of freedom, on both sides of the switch of methods', () => {
    for (const x of [0, 0.1, 1, 3.9, 4.1, 20, 300]) {
      expect(chiSquareTail(x, 2)).toBeCloseTo(Math.exp(-x / 2), 13);
    }
  });

  test('is near one half at the median of many degrees of freedom', () => {
    for (const degrees of [50, 1023, 4095]) {
      const median = degrees * (1 - 2 / (9 * degrees)) ** 3;
      expect(chiSquareTail(median, degrees)).toBeCloseTo(0.5, 3);
    }
  });

  test('falls from one to zero', () => {
    expect(upperGamma(3, 0)).toBe(1);
    expect(chiSquareTail(1e6, 7)).toBe(0);
  });
});

test('the logarithm of the gamma function agrees with factorials and the square root of pi', () => {
  expect(logGamma(1)).toBeCloseTo(0, 13);
  expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 13);
  expect(logGamma(11)).toBeCloseTo(Math.log(3628800), 12);
});
